/**
 * The environment, read and checked once. Nothing else reads `process.env`: a setting that is missing or wrong
 * is told at the start, in one list, not at the first request that needs it.
 */
import * as z from 'zod'
import { oidcProviders } from '~/platform/auth/oidc.server'
import { processWide } from '~/platform/process-wide.server'

const blankIsAbsent = (value: unknown) => (value === '' ? undefined : value)
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankIsAbsent, schema.optional())

const schema = z
  .object({
    /** `demo` and `development` open /dev/*; `test` counts queries; `production` is the strict one. */
    APP_ENV: z.preprocess(
      blankIsAbsent,
      z.enum(['demo', 'development', 'test', 'production']).default('production'),
    ),
    DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'is a postgresql:// address'),
    /** Connections that one process may hold. */
    DATABASE_POOL: z.preprocess(blankIsAbsent, z.coerce.number().int().min(2).max(100).default(10)),
    MEILI_URL: optional(z.url()),
    /** May only search. */
    MEILI_SEARCH_KEY: optional(z.string()),
    /** May write documents and settings and make indexes: the worker's. */
    MEILI_WRITE_KEY: optional(z.string()),
    /** Stands in for the other two where they are not given. */
    MEILI_MASTER_KEY: optional(z.string()),
    /** Name of the index there, without its version: programs that share one server name theirs differently. */
    MEILI_INDEX: z.preprocess(
      blankIsAbsent,
      z
        .string()
        .regex(/^[a-zA-Z0-9_-]{1,100}$/)
        .default('offers'),
    ),
    SMTP_URL: optional(z.string().regex(/^smtps?:\/\//, 'is an smtp:// or smtps:// address')),
    MAIL_FROM: z.preprocess(blankIsAbsent, z.string().default('Schakel <noreply@schakel.example>')),
    /** Domain of the addresses that stand for people in conversations; without it mails of them cannot be answered. */
    REPLY_DOMAIN: optional(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i, 'is a domain')),
    /** Where the worker takes in answers by SMTP; without it only the web does, for who knows MAIL_IN_SECRET. */
    MAIL_IN_PORT: optional(z.coerce.number().int().min(0).max(65_535)),
    MAIL_IN_HOST: z.preprocess(blankIsAbsent, z.string().default('127.0.0.1')),
    /** Signs mails that a mail service hands over by HTTP; without it that address is 404. */
    MAIL_IN_SECRET: optional(z.string().min(32, 'has at least 32 characters')),
    PORT: z.preprocess(blankIsAbsent, z.coerce.number().int().min(0).max(65_535).default(3000)),
    /** The public address, without a slash at the end: what links in mails begin with. */
    ORIGIN: z.preprocess(
      blankIsAbsent,
      z
        .url()
        .transform((url) => url.replace(/\/+$/, ''))
        .default('http://localhost:3000'),
    ),
    /** Signs links and cookies. */
    SECRET: z.string().min(32, 'has at least 32 characters'),
    /** Other services to sign in by (OpenID Connect). */
    OIDC_PROVIDERS: optional(oidcProviders),
    /** What secrets are encrypted by: `name:key` of 32 bytes in base64, the first seals, all open. */
    SEALING_KEYS: z.preprocess(
      blankIsAbsent,
      z
        .string()
        .transform((text) => text.split(',').map((part) => part.trim().split(':')))
        .refine(
          (pairs) =>
            pairs.every(
              ([id = '', key = '', ...more]) =>
                /^[\w-]{1,20}$/.test(id) && Buffer.from(key, 'base64').length === 32 && more.length === 0,
            ),
          'is name:key,name:key with keys of 32 bytes in base64',
        )
        .transform((pairs) => pairs.map(([id = '', key = '']) => ({ id, key: Buffer.from(key, 'base64') })))
        .optional(),
    ),
    /** Opens /metrics to who sends it; without it there are none. */
    METRICS_TOKEN: optional(z.string().min(16, 'has at least 16 characters')),
    LOG_LEVEL: z.preprocess(
      blankIsAbsent,
      z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    ),
    /** Folder of pictures and files; all web processes and the worker share it. */
    FILES_DIR: z.preprocess(blankIsAbsent, z.string().default('.data/files')),
    /** ClamAV's daemon; without it files are taken in and marked as not scanned. */
    CLAMD_URL: optional(
      z.string().regex(/^(tcp:\/\/[^/\s]+:\d+|unix:\/\S+)$/, 'is tcp://host:port or unix:/path'),
    ),
    /** Where the mail catcher of demo and tests keeps what it received. */
    DEMO_MAIL_DIR: optional(z.string()),
    /** How much of a school year the demo plays at its first start. */
    DEMO_SEASON: z.preprocess(blankIsAbsent, z.enum(['full', 'small', 'none']).default('full')),
    /** Times how many requests one address may send in a minute; 0 counts none. */
    FLOOD_FACTOR: z.preprocess(blankIsAbsent, z.coerce.number().min(0).max(1000).default(1)),
    /** How many proxies stand before the server: their X-Forwarded-* headers are believed. */
    TRUST_PROXY: z.preprocess(blankIsAbsent, z.coerce.number().int().min(0).max(5).default(0)),
  })
  .refine((env) => env.APP_ENV !== 'production' || env.SMTP_URL !== undefined, {
    path: ['SMTP_URL'],
    error: 'is needed in production: mails are how people verify themselves',
  })

export type Env = z.output<typeof schema>

/**
 * @returns the settings with their defaults.
 * @throws Error that names every setting that is missing or wrong, never its value.
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const parsed = schema.safeParse(source)
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`The environment is not complete:\n${lines.join('\n')}\nThe README lists all settings.`)
}

/** @returns the settings of this process, parsed at the first call. */
export function env(): Env {
  return processWide('env', () => parseEnv(process.env))
}
