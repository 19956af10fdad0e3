/** Which events the audit log keeps, and what kind of thing each is about. */
import type { DomainEvent } from '~/kernel/events'

export const AUDIT_SUBJECTS = [
  'user',
  'organisation',
  'invitation',
  'delegation',
  'branch',
  'offer',
  'load',
  'feed',
  'request',
  'proposal',
  'booking',
  'project',
  'hold',
  'round',
  'region',
  'list',
  'switch',
  'other',
] as const
export type AuditSubject = (typeof AUDIT_SUBJECTS)[number]

/** What only the clock asked, what only sends a mail, and what people without an account do with their own address. */
const NOT_KEPT: ReadonlySet<string> = new Set([
  'AnswersDue',
  'BookingReminderDue',
  'FeedDue',
  'FeedReady',
  'HoldExpiresSoon',
  'OfferedDue',
  'ProjectFilesDue',
  'SavedSearchAsked',
  'SavedSearchDigestDue',
  'SavedSearchRenewalDue',
  'SavedSearchesFull',
  'StillRightAsked',
  'StillWantedAsked',
])

/** By how the name of the event begins; the first that fits counts. */
const BEGINNINGS: readonly (readonly [string, AuditSubject])[] = [
  ['ColleagueInvited', 'invitation'],
  ['Colleague', 'organisation'],
  ['OffersWentStale', 'organisation'],
  ['Organisation', 'organisation'],
  ['Company', 'organisation'],
  ['Loading', 'delegation'],
  ['Load', 'load'],
  ['Feed', 'feed'],
  ['Offer', 'offer'],
  ['CalendarChanged', 'offer'],
  ['School', 'branch'],
  ['AskedForSchool', 'request'],
  ['Request', 'request'],
  ['Proposal', 'proposal'],
  ['Booking', 'booking'],
  ['Project', 'project'],
  ['Hold', 'hold'],
  ['Round', 'round'],
  ['Coordinator', 'user'],
  ['Administrator', 'user'],
  ['Account', 'user'],
  ['Impersonation', 'user'],
  ['Session', 'user'],
  ['Sign', 'user'],
  ['Email', 'user'],
  ['Password', 'user'],
  ['SecondFactor', 'user'],
  ['RecoveryCode', 'user'],
  ['TwoStep', 'user'],
  ['Passkey', 'user'],
  ['Totp', 'user'],
  ['TableTaken', 'list'],
  ['SwitchSet', 'switch'],
]

/** Of these the shortened address of the request is kept too: it may show that somebody else was at it. */
const SECURITY: ReadonlySet<AuditSubject> = new Set(['user', 'list', 'switch'])

/**
 * An event that is told of nowhere here is kept as well, as something of another kind: nothing is left out by forgetting.
 * @returns what the log says of it, `null` when it keeps nothing. O(1).
 */
export function auditOf({ type }: Pick<DomainEvent, 'type'>): {
  readonly subject: AuditSubject
  readonly isSecurity: boolean
} | null {
  if (NOT_KEPT.has(type)) return null
  const subject = BEGINNINGS.find(([beginning]) => type.startsWith(beginning))?.[1] ?? 'other'
  return { subject, isSecurity: SECURITY.has(subject) }
}
