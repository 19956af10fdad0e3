/** What is known of the request that is being answered, wherever in the program one asks. */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Locale } from '~/platform/i18n/choose-locale'
import { processWide } from '~/platform/process-wide.server'

export type RequestContext = {
  readonly requestId: string
  locale: Locale
  /** Of the Content-Security-Policy: scripts without it do not run. */
  readonly nonce: string
  /** The address that the request came from, for counting; an IPv6 one without its last half, which changes at will. */
  readonly clientAddress?: string
  /** Whoever acts in it, once that is known: what the audit log writes beside an event. */
  acting?: Acting
  /** SQL statements so far. */
  queryCount: number
  /** Values read once per request, e.g. the actor; keyed by who keeps them. */
  readonly kept: Map<string, unknown>
}

export type Acting = {
  /** `link`: somebody who holds a link of a mail. */
  readonly kind: 'user' | 'link'
  readonly userId: string | null
  /** The user through whose eyes an administrator looks. */
  readonly asUserId?: string
}

const storage = () => processWide('request-context', () => new AsyncLocalStorage<RequestContext>())

/** Runs the work, and all that it starts, with this context. */
export function runInRequest<T>(context: RequestContext, work: () => T): T {
  return storage().run(context, work)
}

/** @returns the context of the present request, `undefined` outside one (worker, script). */
export function requestContext(): RequestContext | undefined {
  return storage().getStore()
}

/**
 * Asks once per request, however many loaders want the answer. Outside a request it asks every time.
 * A rejected promise is kept as well: all loaders of one request see the same failure.
 */
export function oncePerRequest<T>(name: string, ask: () => T): T {
  const context = requestContext()
  if (!context) return ask()
  if (context.kept.has(name)) return context.kept.get(name) as T
  const answer = ask()
  context.kept.set(name, answer)
  return answer
}

/** Says who acts from here on in this request. Outside a request nobody but the program does. */
export function nameActing(acting: Acting): void {
  const context = requestContext()
  if (context) context.acting = acting
}

/** @returns the address that the request came from without its last part, `null` outside a request. */
export function shortAddress(): string | null {
  const whole = requestContext()?.clientAddress
  if (whole === undefined) return null
  return whole.includes('.') ? whole.replace(/\.\d+$/, '.0') : whole.split(':').slice(0, 3).join(':')
}

/** @returns what tells browsers apart that have no account: good enough to count one once, no proof of anything. */
export function browserOf(request: Request): string {
  return `${clientAddress()} ${request.headers.get('User-Agent') ?? ''}`
}

/** @returns whom to count tries by where no account is known; the same for all outside a request. */
export function clientAddress(): string {
  return requestContext()?.clientAddress ?? 'unknown'
}
