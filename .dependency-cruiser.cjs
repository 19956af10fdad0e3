/**
 * The doors of the house: which room may import what (docs/architecture.md, "Rooms"). Each rule has a proof in
 * tests/doors that it refuses what it is for.
 */
const OURS = '^(app|search|scripts|prisma|tests)/'
/** Written by compilers. What it may be used for is said where it matters. */
const PRISMA_CLIENT = '^app/generated/prisma/'
const MESSAGES = '^app/paraglide/'
/** The vocabulary of a question and an answer: pure, small, and understood by pages and rules alike. */
const WORDS_OF_SEARCH = '^search/(document|query|quality)\\.ts$'
/** The server files at the root of a slice: its store, or its stores and readers. */
const STORE = '^app/features/([^/]+)/[^/]+\\.server\\.ts$'
/** The file at the root of a slice that only reads, for use cases of other slices. */
const READER = '^app/features/([^/]+)/(?:waiting-|)reader\\.server\\.ts$'
const typesOnly = { dependencyTypesNot: ['type-only'] }

/** Of our own code, `from` may import `allowed` and nothing else. */
const room = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: OURS, pathNot: allowed },
})

/** `from` must not import `to`. */
const shut = (name, from, to, comment, more = {}) => ({
  name,
  severity: 'error',
  comment,
  from: typeof from === 'string' || Array.isArray(from) ? { path: from } : from,
  to: { path: to, ...more },
})

/** A package that one place hides from the rest, so that it can be replaced there. */
const hidden = (name, packages, door, comment) =>
  shut(name, { path: '^(app|search)/', pathNot: door }, `node_modules/(${packages})/`, comment)

const pure = (slice) => `^app/features/${slice}/(domain/|schemas|events|errors)`

module.exports = {
  forbidden: [
    {
      name: 'no-circle',
      severity: 'error',
      comment: 'two files that need each other are one file, or have a third one in common',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'what-is-imported-exists',
      severity: 'error',
      comment: 'an import that leads nowhere is a typing error or a package that package.json does not name',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-development-package-at-run-time',
      severity: 'error',
      comment: 'production installs without devDependencies; the contract of the engines is a test',
      from: { path: '^(app|search)/', pathNot: '^search/contract[a-z-]*\\.ts$' },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/@types/',
      },
    },
    shut(
      'no-test-kit-in-the-program',
      '^(app|search|prisma|scripts)/',
      '^tests/',
      'the program runs without its tests',
    ),

    room('kernel-stands-alone', '^app/kernel/', '^app/kernel/', 'tiny pure things for all'),
    shut(
      'kernel-needs-no-package',
      '^app/kernel/',
      'node_modules/',
      'the kernel runs in the browser and in every room',
    ),
    room(
      'authorisation-knows-the-kernel',
      '^app/authorisation/',
      '^app/(authorisation|kernel)/',
      'one table, no I/O',
    ),
    room('matching-is-pure', '^app/matching/', '^app/(matching|kernel)/', 'mathematics that knows no slice'),

    room(
      'domain-is-pure',
      '^app/features/([^/]+)/(domain/|schemas|events|errors)',
      [pure('$1'), pure('[^/]+'), '^app/(kernel|authorisation|matching)/', MESSAGES, '^search/'],
      'rules know rules; no store, no page, no plumbing',
    ),
    shut(
      'domain-needs-no-package',
      '^app/features/[^/]+/(domain/|events|errors)',
      '(node_modules/|^node:|^(fs|path|crypto|http)$)',
      'a rule is tested with values and runs in the browser',
      { pathNot: 'node_modules/(zod|supercluster)/' },
    ),
    shut(
      'slices-meet-at-events-errors-and-types',
      '^app/features/([^/]+)/(domain/|schemas|events|errors)',
      '^app/features/[^/]+/(domain/|schemas)',
      'a rule of another slice would tie the two together; its types and its events do not',
      { pathNot: '^app/features/$1/', ...typesOnly },
    ),
    shut(
      'domain-takes-only-types-of-search',
      '^app/features/[^/]+/(domain/|schemas|events|errors)',
      '^search/',
      'the words of a question are shared, the engines are not',
      { pathNot: WORDS_OF_SEARCH, ...typesOnly },
    ),

    room(
      'reader-reads-for-other-slices',
      READER,
      [
        pure('$1'),
        '^app/features/$1/(queries/|reader\\.server)',
        '^app/platform/db/',
        '^app/(kernel|authorisation|matching)/',
        PRISMA_CLIENT,
      ],
      'what a use case of another slice asks before it decides; it writes nothing',
    ),
    {
      ...room(
        'store-knows-its-own-domain',
        STORE,
        [
          pure('$1'),
          '^app/features/$1/[^/]+\\.server\\.ts$',
          '^app/platform/db/',
          '^app/(kernel|authorisation)/',
          PRISMA_CLIENT,
        ],
        'row to domain and back, nothing else',
      ),
      from: { path: STORE, pathNot: READER },
    },

    room(
      'use-case-is-handed-what-it-needs',
      '^app/features/([^/]+)/use-cases/',
      [
        '^app/features/$1/use-cases/',
        pure('[^/]+'),
        '^app/features/[^/]+/use-cases/',
        STORE,
        '^app/(kernel|authorisation|matching|platform)/',
        '^search/',
      ],
      'no page, no wiring, no component in a use case',
    ),
    shut(
      'use-case-takes-parts-as-types',
      '^app/features/[^/]+/use-cases/',
      [STORE, '^app/platform/', '^search/'],
      'stores, mailers and engines are handed over; a use case builds none',
      typesOnly,
    ),
    shut(
      'use-case-sees-no-plumbing',
      '^app/features/[^/]+/use-cases/',
      [PRISMA_CLIENT, 'node_modules/(@prisma|react|react-dom|@remix-run|pg|express)/'],
      'no Prisma, no http, no React in a use case',
    ),

    room(
      'query-reads-and-shows',
      '^app/features/([^/]+)/queries/',
      [
        '^app/features/$1/queries/',
        pure('[^/]+'),
        '^app/(kernel|authorisation|matching|platform)/',
        '^search/',
        PRISMA_CLIENT,
        MESSAGES,
      ],
      'a read model joins any table; it runs no use case and knows no page',
    ),
    shut(
      'query-takes-engines-as-types',
      '^app/features/[^/]+/queries/',
      ['^app/platform/(?!db/|i18n/)', '^search/(?!document|query|quality)'],
      'the search engine is handed over',
      typesOnly,
    ),

    room(
      'pages-parts-know-pure-files',
      '^app/(components|features/[^/]+/ui)/',
      [
        pure('[^/]+'),
        '^app/features/[^/]+/(ui|queries)/',
        '^app/(components|kernel|authorisation|matching)/',
        WORDS_OF_SEARCH,
        MESSAGES,
      ],
      'what is drawn knows rules and words',
    ),
    shut(
      'pages-parts-take-types-of-matching',
      '^app/(components|features/[^/]+/ui)/',
      '^app/matching/',
      'a page names terms and rules; the sums are done on the server',
      typesOnly,
    ),
    shut(
      'forms-are-checked-on-the-server',
      ['^app/components/', '^app/features/[^/]+/ui/', '[.]client[.]tsx?$'],
      ['^app/features/[^/]+/schemas[.]ts$', 'node_modules/zod/'],
      'zod is 60 KB, and asks the browser whether it may compile, which the content policy forbids and reports',
      typesOnly,
    ),
    shut(
      'browser-code-stays-in-the-browser',
      ['^app/components/', '^app/features/[^/]+/ui/', '[.]client[.]tsx?$'],
      ['[.]server[.]tsx?$', '^search/', PRISMA_CLIENT],
      'the classic compiler empties .server files silently; this is the guard',
      { pathNot: WORDS_OF_SEARCH, ...typesOnly },
    ),
    shut(
      'components-know-no-slice',
      '^app/components/',
      '^app/features/',
      'the design system serves every slice',
    ),
    room(
      'mails-know-the-kernel',
      '^app/features/([^/]+)/emails/',
      [
        pure('$1'),
        '^app/features/$1/emails/',
        '^app/kernel/',
        '^app/platform/(mail|i18n)/',
        MESSAGES,
        '^app/components/(paths|format)',
      ],
      'a mail is a function of its props',
    ),

    room(
      'platform-knows-no-slice',
      '^app/platform/',
      ['^app/(platform|kernel|authorisation)/', PRISMA_CLIENT, MESSAGES, '^search/'],
      'plumbing serves every slice',
    ),
    shut(
      'search-has-one-door',
      { path: '^app/', pathNot: '^app/(platform/search/|wiring\\.server)' },
      '^search/',
      'only platform/search chooses an engine',
      { pathNot: WORDS_OF_SEARCH, ...typesOnly },
    ),
    room(
      'server-is-the-front-door',
      '^app/server/',
      ['^app/(server|platform|kernel|components)/', '^app/wiring\\.server', MESSAGES],
      'what happens to every request alike, before and after the pages',
    ),
    room(
      'search-is-its-own-house',
      '^search/',
      ['^search/', '^app/kernel/'],
      'the engines know the port and the kernel',
    ),

    room(
      'route-asks-and-answers',
      '^app/routes/',
      [
        '^app/routes/',
        '^app/features/[^/]+/(use-cases|queries|ui|domain)/',
        '^app/features/[^/]+/(schemas|errors)',
        '^app/(components|kernel|authorisation)/',
        '^app/platform/(http|auth|i18n|csv)/',
        '^app/wiring\\.server',
        MESSAGES,
      ],
      'parse, ask, answer: no store, no engine, no database in a route',
    ),
    shut(
      'routes-do-not-import-routes',
      '^app/routes/([^/]+)/',
      '^app/routes/',
      'what two URLs share is a part of a slice',
      { pathNot: '^app/routes/$1/' },
    ),
    shut(
      'wiring-is-for-entries-and-routes',
      { path: '^(app|search)/', pathNot: '^app/(routes/|server/|[^/]+$)' },
      '^app/[^/]+\\.server\\.tsx?$',
      'a room is handed its parts; it never looks them up',
      { pathNot: '^app/(entry|root)' },
    ),
    shut(
      'no-room-knows-a-route',
      { path: '^(app|search)/', pathNot: '^app/routes/' },
      '^app/routes/',
      'URLs are the outermost room',
    ),

    hidden(
      'lucia-behind-one-door',
      'lucia|@node-rs/argon2|otpauth|uqr|bowser|openid-client|@zxcvbn-ts|@simplewebauthn/server',
      '^app/platform/auth/',
      'Lucia is no longer developed, and who signs in is decided in one place',
    ),
    hidden(
      'postgres-behind-doors',
      'pg',
      '^(app/platform/(db|jobs|http|search)/|app/wiring\\.server|search/postgres/)',
      'one pool',
    ),
    hidden(
      'jobs-behind-one-door',
      'graphile-worker',
      '^app/platform/jobs/',
      'the queue can be replaced there',
    ),
    hidden(
      'mail-behind-one-door',
      'nodemailer|smtp-server',
      '^app/platform/mail/',
      'a mail is logged before it is sent',
    ),
    hidden('meilisearch-behind-one-door', 'meilisearch', '^search/meilisearch/', 'two engines, one port'),
    shut(
      'map-only-in-the-browser',
      { path: '^app/', pathNot: '\\.(client\\.tsx?|d\\.ts)$' },
      'node_modules/(leaflet|react-leaflet)/',
      'Leaflet needs a window and weighs 58 KB',
      typesOnly,
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(test|spec)\\.tsx?$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
    },
  },
}
