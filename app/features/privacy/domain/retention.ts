/** How long what is kept of people stays, as data. The nightly job and its dry run do what stands here. */

export const RETENTION = {
  /** A session that has ended by itself. */
  sessions: { table: 'session', days: 0 },
  /** After a link of a mail expired. */
  links: { table: 'one_use_link', days: 30 },
  /** Counters of tries, by address and account. */
  tries: { table: 'rate_limit', days: 0 },
  /** After an invitation expired. */
  invitations: { table: 'organisation_invitation', days: 30 },
  /** After a mail was sent. */
  mails: { table: 'mail_log', days: 180 },
  /** The address of somebody who erased the account and was to be told so. */
  farewells: { table: 'app_user', days: 7 },
  /** Accounts whose address nobody confirmed, and that did nothing. */
  'unconfirmed-accounts': { table: 'app_user', days: 90 },
  /** Name and address of who rang, after the call. */
  callers: { table: 'phone_entry', days: 365 },
  /** Notes of coordinators, after the request was closed. */
  notes: { table: 'request_note', days: 730 },
  /** What schools and companies wrote to each other, after it was answered or was over. */
  texts: { table: 'proposal, hold, booking, evaluation, conversation', days: 1095 },
  /** What happened, as ids. */
  events: { table: 'outbox_event', days: 730 },
  /** Two years by the clock of the database: see forget_audit_entries(). */
  audit: { table: 'audit_entry', days: 730 },
} as const satisfies Record<string, { readonly table: string; readonly days: number }>

export type RetentionRule = keyof typeof RETENTION
export const RETENTION_RULES = Object.keys(RETENTION) as RetentionRule[]

/** @returns the moment before which the rule takes away. */
export function lastKept(rule: RetentionRule, now: Date): Date {
  return new Date(now.getTime() - RETENTION[rule].days * 86_400_000)
}
