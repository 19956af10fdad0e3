/**
 * Where the parts meet: the one place that knows which store, engine and mailer the program runs with.
 * Routes call `wire()`; tests make a second one with `makeWiring(env, overrides)`.
 */
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import type pg from 'pg'
import type { Clock } from '~/kernel/calendar'
import type { NewId, UserId } from '~/kernel/ids'
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
import { type Db, makeDb, makePool, makeTransact, type Transact, type Tx } from '~/platform/db/client.server'
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
import { makeLinkStore } from '~/platform/links/link-store.server'
import { type Links, makeLinks } from '~/platform/links/links.server'
import { hashSecret, makeSecret } from '~/platform/links/secrets.server'
import { type Log, makeLog } from '~/platform/log/log.server'
import { addressOf } from '~/platform/mail/address'
import { type CaughtMails, makeCaughtMails } from '~/platform/mail/caught-mails.server'
import { makeMailStore } from '~/platform/mail/mail-store.server'
import { type Mailer, makeMailer } from '~/platform/mail/mailer.server'
import { counted, type Metrics, makeMetrics } from '~/platform/metrics/metrics.server'
import { makeOutbox } from '~/platform/outbox/outbox.server'
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
import { makeEmailChangeStore } from './features/accounts/email-change-store.server'
import { makeIdentityStore } from './features/accounts/identity-store.server'
import { makePasskeyStore } from './features/accounts/passkey-store.server'
import { makeSecurityStore } from './features/accounts/security-store.server'
import { makeAccountStore } from './features/accounts/store.server'
import { makeAdministrationStore } from './features/administration/store.server'
import { makeSwitches } from './features/administration/switch-reader.server'
import { auditOf } from './features/audit/domain/audited'
import { makeCalendarFeedStore } from './features/bookings/calendar-feed-store.server'
import { makePlanStore } from './features/bookings/plan-store.server'
import { makeBookingStore } from './features/bookings/store.server'
import { makeCapacityBulkStore } from './features/capacity/bulk-store.server'
import { makeCalendarStore } from './features/capacity/calendar-store.server'
import { makeCapacityStore } from './features/capacity/store.server'
import type { PackedRound } from './features/clearing/domain/packed-round'
import type { RoundResult } from './features/clearing/domain/solve-round'
import { makeHoldStore } from './features/clearing/hold-store.server'
import { makeRoundStore } from './features/clearing/round-store.server'
import { type SolveRound, solveApart } from './features/clearing/use-cases/solve-apart.server'
import { makeWaitingReader } from './features/clearing/waiting-reader.server'
import { makeDelegationStore } from './features/delegations/store.server'
import { makeEvaluationStore } from './features/evaluations/store.server'
import { makeFeedStore } from './features/feeds/store.server'
import { makeFollowUpStore } from './features/follow-ups/store.server'
import { makeLoadReader } from './features/loads/reader.server'
import { makeLoadStore } from './features/loads/store.server'
import type { InLocale } from './features/loads/use-cases/judge-rows.server'
import { nearbyFit } from './features/matchmaking/queries/nearby-fit.server'
import { makeTextFits, type TextFits } from './features/matchmaking/queries/text-fits.server'
import { whyNothing } from './features/matchmaking/queries/why-nothing.server'
import { makeMatchmakingReader } from './features/matchmaking/reader.server'
import { makeMediaStore } from './features/media/store.server'
import { makeOfferBulkStore } from './features/offers/bulk-store.server'
import { makeStillRightStore } from './features/offers/still-right-store.server'
import { makeOfferStore } from './features/offers/store.server'
import { makeBranchStore } from './features/organisations/branch-store.server'
import { makeColleagueStore } from './features/organisations/colleague-store.server'
import { makeOrganisationStore } from './features/organisations/store.server'
import { makePhoneEntryStore } from './features/phone-entries/store.server'
import { makeErasureStore } from './features/privacy/erasure-store.server'
import { makeRetentionStore } from './features/privacy/retention-store.server'
import { makeOfferedStore } from './features/proposals/offered-store.server'
import { makeProposalStore } from './features/proposals/store.server'
import type { NearbyFitOf } from './features/proposals/use-cases/offer-to-request.server'
import { makeRequestDraftStore } from './features/requests/draft-store.server'
import { makeRequestStore } from './features/requests/store.server'
import type { WhyNothing } from './features/requests/use-cases/post-request.server'
import { makeSavedSearchStore } from './features/saved-searches/store.server'
import { makeMembershipStore } from './features/schools/membership-store.server'
import { makeRegisterStore } from './features/schools/register-store.server'
import { makeSearchLogStore } from './features/search-log/store.server'
import { makeSearchLog, type SearchLog } from './features/search-log/writer.server'
import { makeSilenceStore } from './features/silence/store.server'
import { makeSynonymStore } from './features/synonyms/store.server'
import { subscribersOf } from './reactions.server'

/** A coordinator waits for it, and who asks next waits in the queue: a minute, no longer. A national round fits in it. */
const ROUND_THREAD = { entry: 'scripts/solve-round-thread.mjs', memoryMb: 1024, seconds: 60 } as const

/** What the stores take from outside their transaction. */
export type StoreParts = {
  readonly textFits: TextFits
  readonly clock: Clock
  readonly newId: NewId
  /** Names of who reacts to a type of event. */
  readonly subscribersOf: (type: string) => readonly string[]
}

/** The stores of one transaction. A use case names the few that it needs. */
export function storesOf(tx: Tx, { clock, newId, subscribersOf, textFits }: StoreParts) {
  return {
    outbox: makeOutbox(tx, { subscribersOf, clock, auditOf }),
    links: makeLinkStore(tx),
    accounts: makeAccountStore(tx),
    security: makeSecurityStore(tx),
    keys: makePasskeyStore(tx),
    identities: makeIdentityStore(tx),
    emailChanges: makeEmailChangeStore(tx),
    places: makePlaces(tx),
    register: makeRegisterStore(tx),
    organisations: makeOrganisationStore(tx),
    colleagues: makeColleagueStore(tx),
    branches: makeBranchStore(tx),
    offers: makeOfferStore(tx),
    media: makeMediaStore(tx),
    stillRight: makeStillRightStore(tx),
    silence: makeSilenceStore(tx),
    schoolMembers: makeMembershipStore(tx),
    capacity: makeCapacityStore(tx, { newId, clock }),
    calendar: makeCalendarStore(tx),
    bulkOffers: makeOfferBulkStore(tx),
    feeds: makeFeedStore(tx),
    delegations: makeDelegationStore(tx),
    loads: makeLoadStore(tx),
    loadReader: makeLoadReader(tx),
    bulkCapacity: makeCapacityBulkStore(tx),
    requests: makeRequestStore(tx, newId),
    requestDrafts: makeRequestDraftStore(tx, newId),
    proposals: makeProposalStore(tx, newId),
    offered: makeOfferedStore(tx, newId),
    bookings: makeBookingStore(tx, newId),
    plans: makePlanStore(tx),
    calendarFeeds: makeCalendarFeedStore(tx),
    evaluations: makeEvaluationStore(tx),
    holds: makeHoldStore(tx, newId),
    rounds: makeRoundStore(tx, newId),
    followUps: makeFollowUpStore(tx),
    phoneEntries: makePhoneEntryStore(tx),
    waiting: makeWaitingReader(tx),
    matchmaking: makeMatchmakingReader(tx, textFits),
    savedSearches: makeSavedSearchStore(tx),
    searchLog: makeSearchLogStore(tx),
    administration: makeAdministrationStore(tx),
    retention: makeRetentionStore(tx),
    erasures: makeErasureStore(tx),
    synonymList: makeSynonymStore(tx),
  }
}
export type Stores = ReturnType<typeof storesOf>

export type Wiring = {
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
  /** The worker's: a request appends an event, its reaction sends. */
  readonly mailer: Mailer
  /** In whose name mails and calendar entries go out. */
  readonly senderAddress: string
  /** What the catcher of demo and tests took; `null` where mails leave the house. */
  readonly caughtMails: CaughtMails | null
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
  const engine = makeEngine(pool, settings, {
    indexBase: settings.MEILI_INDEX,
    onFailure: (err) => log.warn({ err }, 'the search engine does not answer; PostgreSQL stands in'),
    onRecovery: () => log.info('the search engine answers again'),
  })
  const failedJobs = makeFailedJobs(db, clock)
  const limits = makeLimits(pool, settings.SECRET)
  const metrics = makeMetrics({ engine: engine.search.engine, standIn: engine.standIn, jobs: failedJobs })
  const synonyms = makeGivenSynonyms(pool, (err) => log.warn({ err }, 'the given synonyms could not be read'))
  const places = makePlaces(db)
  const searchLog = makeSearchLog({
    db,
    clock,
    onFailure: (err) => log.warn({ err }, 'questions to the finder could not be written down'),
  })
  const names = makeNames(db, clock)
  const rounds = makeThread<PackedRound, RoundResult>(ROUND_THREAD)
  const mailer = makeMailer({ mails: makeMailStore(db), clock, log, env: settings })
  return {
    env: settings,
    log,
    clock,
    pool,
    db,
    transact: makeTransact(db, (tx) => storesOf(tx, parts)),
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
    links: makeLinks(settings.SECRET),
    secrets: { make: makeSecret, hash: hashSecret },
    limits,
    formGuard: makeFormGuard(settings.SECRET, limits),
    failedJobs,
    mailer,
    senderAddress: addressOf(settings.MAIL_FROM),
    caughtMails: settings.DEMO_MAIL_DIR ? makeCaughtMails(settings.DEMO_MAIL_DIR) : null,
    async close() {
      await rounds.close()
      await searchLog.close()
      await mailer.close()
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
