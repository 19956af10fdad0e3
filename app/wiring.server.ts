/**
 * Where the parts meet: the one place that knows which store, engine and mailer the program runs with.
 * Routes call `wire()`; tests make a second one with `makeWiring(env, overrides)`.
 */
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import type pg from 'pg'
import type { Clock } from '~/kernel/calendar'
import type { UserId } from '~/kernel/ids'
import { provideAuthParts } from '~/platform/auth/auth-parts.server'
import { beginCeremony } from '~/platform/auth/ceremonies.server'
import { isCommonPassword } from '~/platform/auth/common-passwords.server'
import { type KnownBrowsers, makeKnownBrowsers } from '~/platform/auth/known-browsers.server'
import { makeOidc, type Oidc } from '~/platform/auth/oidc.server'
import { makePasskeys, type Passkeys } from '~/platform/auth/passkeys.server'
import { hashPassword, type Passwords, verifyPassword } from '~/platform/auth/password.server'
import { type RecoveryCodes, recoveryCodes } from '~/platform/auth/recovery-codes.server'
import { keyOfSecret, makeSealer, type Sealer } from '~/platform/auth/sealer.server'
import { startSession } from '~/platform/auth/session.server'
import { type Totp, totp } from '~/platform/auth/totp.server'
import { type FreeDaysOf, makeFreeDays } from '~/platform/calendar/free-days.server'
import { readCalendarFile } from '~/platform/calendar/read-ics.server'
import { type Db, makeDb, makePool, makeTransact, type Transact } from '~/platform/db/client.server'
import { listen } from '~/platform/db/listen.server'
import { type Env, env } from '~/platform/env/env.server'
import { type ReadFeed, readFeed } from '~/platform/feeds/read-feed.server'
import { type GuardedFetch, makeGuardedFetch } from '~/platform/fetch/guarded-fetch.server'
import { type DrawCard, drawCard } from '~/platform/files/draw-card.server'
import { type FileStore, makeFileStore } from '~/platform/files/file-store.server'
import { type PreparePicture, preparePicture } from '~/platform/files/prepare-picture.server'
import { sniffDocument } from '~/platform/files/sniff.server'
import { makeClamdScan, type ScanFile } from '~/platform/files/virus-scan.server'
import { zipOf } from '~/platform/files/zip.server'
import { makeNames } from '~/platform/geo/names.server'
import { makePlaces, type Places } from '~/platform/geo/places.server'
import { makeWhere, type Where } from '~/platform/geo/where.server'
import { speakOfMistakes } from '~/platform/http/form.server'
import { inLocale } from '~/platform/i18n/in-locale.server'
import { installLocale } from '~/platform/i18n/install-locale.server'
import { type FailedJobs, makeFailedJobs } from '~/platform/jobs/failed-jobs.server'
import { type Limits, makeLimits } from '~/platform/limits/limits.server'
import { type Links, makeLinks } from '~/platform/links/links.server'
import { hashSecret, makeSecret } from '~/platform/links/secrets.server'
import { LIVE_CHANNEL, type Live, makeLive } from '~/platform/live/live.server'
import { type Log, makeLog } from '~/platform/log/log.server'
import { type MailIn, makeMailIn } from '~/platform/mail/mail-in.server'
import { makeMailStore } from '~/platform/mail/mail-store.server'
import { type Mailer, makeMailer } from '~/platform/mail/mailer.server'
import { counted, type Metrics, makeMetrics } from '~/platform/metrics/metrics.server'
import { processWide } from '~/platform/process-wide.server'
import {
  type GivenSynonyms,
  makeGivenSynonyms,
  withGivenSynonyms,
} from '~/platform/search/given-synonyms.server'
import { makeReader, type ReadQuestion } from '~/platform/search/reader.server'
import { makeEngine } from '~/platform/search/search-engine.server'
import { type SuggestTopics, suggestTopics } from '~/platform/search/suggest-topics.server'
import { makeSynonymProposals, type ProposeMeanings } from '~/platform/search/synonym-proposals.server'
import { type ReadSheet, readSheet } from '~/platform/sheets/read-sheet.server'
import { SHEET } from '~/platform/sheets/sheet.server'
import { type WriteWorkbook, writeWorkbook } from '~/platform/sheets/write-workbook.server'
import { type FormGuard, makeFormGuard } from '~/platform/spam/form-guard.server'
import { makeThread } from '~/platform/threads/thread.server'
import { synonymTable } from '~search/dutch/synonyms'
import { indexTerms, termsOfOffer } from '~search/dutch/text-fit'
import type { IndexPort, SearchPort } from '~search/port'
import { knownWords } from '~search/postgres/known-words'
import { makeSwitches } from './features/administration/switch-reader.server'
import type { PackedRound } from './features/clearing/domain/packed-round'
import type { RoundResult } from './features/clearing/domain/solve-round'
import { type SolveRound, solveApart } from './features/clearing/use-cases/solve-apart.server'
import { REPLY_ABOVE } from './features/conversations/domain/quoted-text'
import type { InLocale } from './features/loads/use-cases/judge-rows.server'
import { nearbyFit } from './features/matchmaking/queries/nearby-fit.server'
import { makeTextFits, type TextFits } from './features/matchmaking/queries/text-fits.server'
import { whyNothing } from './features/matchmaking/queries/why-nothing.server'
import { tellUsers } from './features/notifications/reactions/tell-users.server'
import type { NearbyFitOf } from './features/proposals/use-cases/offer-to-request.server'
import type { WhyNothing } from './features/requests/use-cases/post-request.server'
import { makeSearchLog, type SearchLog } from './features/search-log/writer.server'
import { subscribersOf } from './reactions.server'
import { type StoreParts, type Stores, storesOf } from './stores.server'

/** A coordinator waits for it, and who asks next waits in the queue: a minute, no longer. A national round fits in it. */
const ROUND_THREAD = { entry: 'scripts/solve-round-thread.mjs', memoryMb: 1024, seconds: 60 } as const

export type Wiring = MailIn & {
  readonly env: Env
  readonly log: Log
  readonly clock: Clock
  /** One pool per process: Prisma, the search engine and the limiter share it. */
  readonly pool: pg.Pool
  readonly db: Db
  readonly transact: Transact<Stores>
  readonly search: SearchPort
  readonly metrics: Metrics
  readonly index: IndexPort
  readonly synonyms: GivenSynonyms
  readonly proposeMeanings: ProposeMeanings
  readonly resolvePlace: Places['resolve']
  readonly workingDays: FreeDaysOf['workingDays']
  readonly schoolDays: FreeDaysOf['schoolDays']
  readonly regionDays: FreeDaysOf['regionDays']
  readonly readCalendarFile: typeof readCalendarFile
  readonly whyNothing: WhyNothing
  readonly nearbyFit: NearbyFitOf
  /** Clearing rounds: large ones in a thread of their own. */
  readonly solveRound: SolveRound
  readonly textFits: TextFits
  /** Topics that a text is about. */
  readonly suggestTopics: SuggestTopics
  /** Places and postcodes as people type them. */
  readonly places: Places
  /** What the finder is asked, by nobody in particular. */
  readonly searchLog: SearchLog
  /** Points and areas as people type and choose them. */
  readonly where: Where
  /** What a typed question says, with the names of the register. */
  readonly readQuestion: ReadQuestion
  /** Content of pictures and of files: apart, because pictures are shown to whoever knows their name. */
  readonly pictures: FileStore
  readonly attachments: FileStore
  readonly preparePicture: PreparePicture
  /** Pictures to share. */
  readonly drawCard: DrawCard
  readonly sniffDocument: typeof sniffDocument
  /** `null`: there is no scanner. */
  readonly scanFile: ScanFile | null
  /** Files that are said to be spreadsheets. */
  readonly readSheet: ReadSheet
  readonly sheetLimits: typeof SHEET
  /** Files at addresses that users gave. */
  readonly fetchFeed: GuardedFetch
  readonly readFeed: ReadFeed
  readonly writeWorkbook: WriteWorkbook
  readonly zipOf: typeof zipOf
  readonly switches: ReturnType<typeof makeSwitches>
  /** Texts of forms and rules in a language that is not the reader's. */
  readonly inLocale: InLocale
  readonly passwords: Passwords
  /** Codes by an app, and what stands in for them. */
  readonly totp: Totp
  readonly recoveryCodes: RecoveryCodes
  readonly sealer: Sealer
  readonly passkeys: Passkeys
  readonly oidc: Oidc
  /** What comes after somebody has shown who it is. */
  readonly startSession: typeof startSession
  readonly beginSecondStep: (userId: UserId, to: string) => Promise<string>
  readonly knownBrowsers: KnownBrowsers
  readonly links: Links
  /** Of addresses that work more than once. */
  readonly secrets: { readonly make: () => string; readonly hash: (secret: string) => string }
  readonly limits: Limits
  /** Tells forms of people from those of programs. */
  readonly formGuard: FormGuard
  /** What the worker keeps failing at. */
  readonly failedJobs: FailedJobs
  /** The worker's: a request appends an event, its reaction sends. What goes to a user is told in the page as well. */
  readonly mailer: Mailer
  /** What takes a mail out of the house. */
  readonly post: Mailer
  /** Streams to readers who look at a page now. */
  readonly live: Live
  /** Gives connections back; the process may end then. */
  close(): Promise<void>
}

/** @param overrides parts that a test replaces, e.g. the clock. */
export function makeWiring(
  settings: Env,
  overrides: { readonly clock?: Clock; readonly log?: Log; readonly part?: string } = {},
): Wiring {
  const log = overrides.log ?? makeLog(settings.LOG_LEVEL, overrides.part ?? 'web')
  const clock = overrides.clock ?? { now: () => new Date() }
  const pool = makePool(settings.DATABASE_URL, settings.DATABASE_POOL, (err) =>
    log.warn({ err }, 'an idle database connection broke'),
  )
  const db = makeDb(pool)
  const textFits = makeTextFits({ termsOfOffer, indexTerms, synonymTable })
  const parts: StoreParts = { clock, newId: randomUUID, subscribersOf, textFits }
  const transact = makeTransact(db, (tx) => storesOf(tx, parts))
  const links = makeLinks(settings.SECRET)
  const live = makeLive({
    listen: (hears) =>
      listen(settings.DATABASE_URL, LIVE_CHANNEL, {
        ...hears,
        onError: (err) =>
          log.warn({ err }, 'the connection that listens for live pages broke; it is made anew'),
      }),
  })
  const engine = makeEngine(pool, settings, {
    indexBase: settings.MEILI_INDEX,
    onFailure: (err) => log.warn({ err }, 'the search engine does not answer; PostgreSQL stands in'),
    onRecovery: () => log.info('the search engine answers again'),
  })
  const failedJobs = makeFailedJobs(db, clock)
  const limits = makeLimits(pool, settings.SECRET)
  const metrics = makeMetrics({
    engine: engine.search.engine,
    standIn: engine.standIn,
    jobs: failedJobs,
    streams: live.count,
  })
  const synonyms = makeGivenSynonyms(pool, (err) => log.warn({ err }, 'the given synonyms could not be read'))
  const places = makePlaces(db)
  const searchLog = makeSearchLog({
    db,
    clock,
    onFailure: (err) => log.warn({ err }, 'questions to the finder could not be written down'),
  })
  const names = makeNames(db, clock)
  const rounds = makeThread<PackedRound, RoundResult>(ROUND_THREAD)
  const post = makeMailer({ mails: makeMailStore(db), clock, log, env: settings })
  return {
    env: settings,
    log,
    clock,
    pool,
    db,
    transact,
    search: counted(withGivenSynonyms(engine.search, synonyms), metrics),
    metrics,
    synonyms,
    proposeMeanings: makeSynonymProposals(pool),
    index: engine.index,
    places,
    where: makeWhere({ db, names, places }),
    readQuestion: makeReader(names, (words) => knownWords(pool, words)),
    resolvePlace: (text) => places.resolve(text),
    ...makeFreeDays(db),
    readCalendarFile,
    textFits,
    suggestTopics,
    whyNothing: (branchId, need) => whyNothing({ db, textFits }, clock.now(), branchId, need),
    nearbyFit: (actor, asked) => nearbyFit({ db, textFits }, actor, clock.now(), asked),
    solveRound: solveApart(rounds),
    searchLog,
    pictures: makeFileStore(path.join(settings.FILES_DIR, 'pictures')),
    attachments: makeFileStore(path.join(settings.FILES_DIR, 'attachments')),
    preparePicture,
    drawCard,
    sniffDocument,
    scanFile: settings.CLAMD_URL === undefined ? null : makeClamdScan(settings.CLAMD_URL),
    readSheet,
    sheetLimits: SHEET,
    fetchFeed: makeGuardedFetch({
      // There the server that is asked runs on this machine.
      allowLoopback: settings.APP_ENV === 'test' || settings.APP_ENV === 'demo',
    }),
    readFeed,
    writeWorkbook,
    zipOf,
    switches: makeSwitches(db),
    inLocale(locale, work) {
      // The worker answers nobody, so nothing else there has told the messages whom they speak to.
      installLocale()
      speakOfMistakes()
      return inLocale(locale, work)
    },
    passwords: { hash: hashPassword, verify: verifyPassword, isCommon: isCommonPassword },
    totp,
    recoveryCodes,
    sealer: sealerOf(settings),
    passkeys: makePasskeys(settings.ORIGIN),
    oidc: makeOidc(settings.OIDC_PROVIDERS ?? [], settings.ORIGIN, settings.APP_ENV === 'test'),
    startSession,
    beginSecondStep: (userId, to) => beginCeremony('second-step', { userId, payload: { to } }),
    knownBrowsers: makeKnownBrowsers(settings.SECRET, hasSecureCookies(settings)),
    links,
    secrets: { make: makeSecret, hash: hashSecret },
    limits,
    formGuard: makeFormGuard(settings.SECRET, limits),
    ...makeMailIn(settings, REPLY_ABOVE, clock),
    failedJobs,
    mailer: tellUsers({ mailer: post, transact, links, clock, env: settings }),
    post,
    live,
    async close() {
      await live.close()
      await rounds.close()
      await searchLog.close()
      await post.close()
      await db.$disconnect()
      await pool.end()
    },
  }
}

/** @returns the wiring of this process, made at the first call. */
export function wire(): Wiring {
  return processWide('wiring', () => makeWiring(env()))
}

provideAuthParts(() => {
  const { db, env } = wire()
  return {
    db,
    secureCookies: hasSecureCookies(env),
    demoPeopleAreExempt: env.APP_ENV !== 'production',
  }
})

/** The key of SECRET stays readable when an installation names keys of its own later. */
function sealerOf({ SEALING_KEYS = [], SECRET }: Env): Sealer {
  const [first, ...others] = SEALING_KEYS
  const last = keyOfSecret(SECRET)
  return first ? makeSealer([first, ...others, last]) : makeSealer([last])
}

function hasSecureCookies(settings: Env): boolean {
  return settings.APP_ENV === 'production' || settings.ORIGIN.startsWith('https:')
}
