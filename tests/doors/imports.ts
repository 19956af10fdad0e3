type Import = { readonly file: string; readonly code: string }

const value = (file: string, from: string): Import => ({
  file,
  code: `import { thing } from '${from}'\nexport const it = thing`,
})
const type = (file: string, from: string): Import => ({
  file,
  code: `import type { Thing } from '${from}'\nexport type It = Thing`,
})

/** Per rule one import that it must refuse. */
export const REFUSED: Readonly<Record<string, Import>> = {
  'no-circle': { file: 'app/kernel/egg.ts', code: "import { hen } from './hen'\nexport const egg = hen" },
  'what-is-imported-exists': value('app/kernel/lost.ts', '~/kernel/nowhere'),
  'no-development-package-at-run-time': value('app/components/dev.ts', 'fast-check'),
  'no-test-kit-in-the-program': {
    file: 'search/kit.ts',
    code: "import { kit } from '../tests/kit'\nexport const it = kit",
  },
  'kernel-stands-alone': value('app/kernel/curious.ts', '~/matching/rank'),
  'kernel-needs-no-package': value('app/kernel/heavy.ts', 'zod'),
  'authorisation-knows-the-kernel': value('app/authorisation/curious.ts', '~/features/offers/domain/offer'),
  'matching-is-pure': value('app/matching/curious.ts', '~/features/offers/domain/offer'),
  'domain-is-pure': value('app/features/offers/domain/curious.ts', '~/features/offers/store.server'),
  'domain-needs-no-package': value('app/features/offers/domain/heavy.ts', 'node:fs'),
  'slices-meet-at-events-errors-and-types': value(
    'app/features/offers/domain/neighbour.ts',
    '~/features/schools/domain/school',
  ),
  'domain-takes-only-types-of-search': value('app/features/offers/domain/seeker.ts', '~search/port'),
  'store-knows-its-own-domain': value(
    'app/features/offers/store.server.ts',
    '~/features/schools/domain/school',
  ),
  'reader-reads-for-other-slices': value(
    'app/features/offers/reader.server.ts',
    '~/features/offers/use-cases/publish.server',
  ),
  'use-case-is-handed-what-it-needs': value(
    'app/features/offers/use-cases/curious.server.ts',
    '~/wiring.server',
  ),
  'use-case-takes-parts-as-types': value(
    'app/features/offers/use-cases/builder.server.ts',
    '~/features/accounts/store.server',
  ),
  'use-case-sees-no-plumbing': type('app/features/offers/use-cases/plumber.server.ts', '@remix-run/node'),
  'query-reads-and-shows': value(
    'app/features/offers/queries/curious.server.ts',
    '~/features/offers/use-cases/publish.server',
  ),
  'query-takes-engines-as-types': value(
    'app/features/offers/queries/builder.server.ts',
    '~/platform/search/engine.server',
  ),
  'pages-parts-know-pure-files': value('app/features/offers/ui/curious.tsx', '~/wiring.server'),
  'forms-are-checked-on-the-server': value(
    'app/features/offers/ui/checking.tsx',
    '~/features/offers/schemas',
  ),
  'pages-parts-take-types-of-matching': value('app/features/offers/ui/adding.tsx', '~/matching/rank'),
  'browser-code-stays-in-the-browser': value(
    'app/features/offers/ui/leak.tsx',
    '~/features/offers/queries/page.server',
  ),
  'components-know-no-slice': value('app/components/curious.tsx', '~/features/offers/domain/offer'),
  'mails-know-the-kernel': value('app/features/offers/emails/curious.ts', '~/features/offers/store.server'),
  'platform-knows-no-slice': value('app/platform/http/curious.server.ts', '~/features/offers/domain/offer'),
  'search-has-one-door': value('app/features/offers/queries/seeker.server.ts', '~search/postgres/engine'),
  'server-is-the-front-door': value('app/server/curious.server.ts', '~/features/offers/domain/offer'),
  'search-is-its-own-house': value('search/curious.ts', '~/features/offers/domain/offer'),
  'route-asks-and-answers': value('app/routes/offers/curious.tsx', '~/features/offers/store.server'),
  'routes-do-not-import-routes': value('app/routes/offers/neighbour.tsx', '~/routes/schools/route'),
  'wiring-is-for-entries-and-routes': value('app/features/offers/ui/wired.server.ts', '~/wiring.server'),
  'no-room-knows-a-route': value('app/components/page.tsx', '~/routes/schools/route'),
  'lucia-behind-one-door': value('app/features/accounts/use-cases/lucia.server.ts', 'lucia'),
  'postgres-behind-doors': value('app/features/accounts/queries/pg.server.ts', 'pg'),
  'jobs-behind-one-door': value('app/platform/mail/jobs.server.ts', 'graphile-worker'),
  'mail-behind-one-door': value('app/platform/jobs/mail.server.ts', 'nodemailer'),
  'meilisearch-behind-one-door': value('app/platform/search/client.server.ts', 'meilisearch'),
  'map-only-in-the-browser': value('app/components/map.tsx', 'leaflet'),
}

/** Files that the imports above point at by a relative path. */
export const TARGETS: readonly Import[] = [
  { file: 'app/kernel/hen.ts', code: "import { egg } from './egg'\nexport const hen = egg" },
  { file: 'tests/kit.ts', code: 'export const kit = 1' },
]

/** Imports that the house lives by: a rule that refuses one of them is too tight. */
export const ALLOWED: readonly Import[] = [
  value('app/matching/fair.ts', '~/kernel/geography'),
  type('app/features/offers/domain/fair.ts', '~/features/schools/domain/school'),
  value('app/features/offers/domain/listener.ts', '~/features/schools/events'),
  value('app/features/offers/use-cases/fair.server.ts', '~/features/offers/domain/offer'),
  type('app/features/offers/use-cases/handed.server.ts', '~/features/offers/store.server'),
  value('app/features/offers/queries/fair.server.ts', '~/platform/db/client.server'),
  type('app/features/offers/queries/asker.server.ts', '~search/port'),
  value('app/features/offers/ui/fair.tsx', '~/components/button'),
  type('app/features/offers/ui/shown.tsx', '~/features/offers/queries/page.server'),
  value('app/platform/search/fair.server.ts', '~search/postgres/engine'),
  value('app/platform/auth/fair.server.ts', 'lucia'),
  value('app/components/map.client.tsx', 'leaflet'),
  value('app/routes/offers/fair.tsx', '~/wiring.server'),
  value('app/routes/offers/asking.tsx', '~/features/offers/use-cases/publish.server'),
]
