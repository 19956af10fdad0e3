/** The stores of the program, made anew for each transaction. A use case names the few that it needs. */
import type { Clock } from '~/kernel/calendar'
import type { NewId } from '~/kernel/ids'
import type { Tx } from '~/platform/db/client.server'
import { makePlaces } from '~/platform/geo/places.server'
import { makeLinkStore } from '~/platform/links/link-store.server'
import { makeMailTroubles } from '~/platform/mail/mail-troubles.server'
import { makeOutbox } from '~/platform/outbox/outbox.server'
import { makeEmailChangeStore } from './features/accounts/email-change-store.server'
import { makeIdentityStore } from './features/accounts/identity-store.server'
import { makePasskeyStore } from './features/accounts/passkey-store.server'
import { makeSecurityStore } from './features/accounts/security-store.server'
import { makeAccountStore } from './features/accounts/store.server'
import { makeAdministrationStore } from './features/administration/store.server'
import { auditOf } from './features/audit/domain/audited'
import { makeCalendarFeedStore } from './features/bookings/calendar-feed-store.server'
import { makePlanStore } from './features/bookings/plan-store.server'
import { makeBookingStore } from './features/bookings/store.server'
import { makeCapacityBulkStore } from './features/capacity/bulk-store.server'
import { makeCalendarStore } from './features/capacity/calendar-store.server'
import { makeCapacityStore } from './features/capacity/store.server'
import { makeHoldStore } from './features/clearing/hold-store.server'
import { makeRoundStore } from './features/clearing/round-store.server'
import { makeWaitingReader } from './features/clearing/waiting-reader.server'
import { conversationStores } from './features/conversations/stores.server'
import { makeDelegationStore } from './features/delegations/store.server'
import { makeEvaluationStore } from './features/evaluations/store.server'
import { makeFeedStore } from './features/feeds/store.server'
import { makeFollowUpStore } from './features/follow-ups/store.server'
import { makeLoadReader } from './features/loads/reader.server'
import { makeLoadStore } from './features/loads/store.server'
import type { TextFits } from './features/matchmaking/queries/text-fits.server'
import { makeMatchmakingReader } from './features/matchmaking/reader.server'
import { makeMediaStore } from './features/media/store.server'
import { makeNotificationStore } from './features/notifications/store.server'
import { makeOfferBulkStore } from './features/offers/bulk-store.server'
import { makeStillRightStore } from './features/offers/still-right-store.server'
import { makeOfferStore } from './features/offers/store.server'
import { makeBranchStore } from './features/organisations/branch-store.server'
import { makeColleagueStore } from './features/organisations/colleague-store.server'
import { makeOrganisationStore } from './features/organisations/store.server'
import { makePhoneEntryStore } from './features/phone-entries/store.server'
import { makeErasureStore } from './features/privacy/erasure-store.server'
import { makeRetentionStore } from './features/privacy/retention-store.server'
import { makeProjectFileStore } from './features/projects/file-store.server'
import { makeProjectStore } from './features/projects/store.server'
import { makeOfferedStore } from './features/proposals/offered-store.server'
import { makeProposalStore } from './features/proposals/store.server'
import { makeRequestDraftStore } from './features/requests/draft-store.server'
import { makeRequestStore } from './features/requests/store.server'
import { makeSavedSearchStore } from './features/saved-searches/store.server'
import { makeMembershipStore } from './features/schools/membership-store.server'
import { makeRegisterStore } from './features/schools/register-store.server'
import { makeSearchLogStore } from './features/search-log/store.server'
import { makeSilenceStore } from './features/silence/store.server'
import { makeSynonymStore } from './features/synonyms/store.server'

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
    mailTroubles: makeMailTroubles(tx),
    notifications: makeNotificationStore(tx),
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
    projects: makeProjectStore(tx, newId),
    projectFiles: makeProjectFileStore(tx, newId),
    calendarFeeds: makeCalendarFeedStore(tx),
    evaluations: makeEvaluationStore(tx),
    holds: makeHoldStore(tx, newId),
    rounds: makeRoundStore(tx, newId),
    followUps: makeFollowUpStore(tx),
    phoneEntries: makePhoneEntryStore(tx),
    waiting: makeWaitingReader(tx),
    matchmaking: makeMatchmakingReader(tx, textFits),
    administration: makeAdministrationStore(tx),
    savedSearches: makeSavedSearchStore(tx),
    searchLog: makeSearchLogStore(tx),
    retention: makeRetentionStore(tx),
    erasures: makeErasureStore(tx),
    synonymList: makeSynonymStore(tx),
    ...conversationStores(tx, newId),
  }
}
export type Stores = ReturnType<typeof storesOf>
