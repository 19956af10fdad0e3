/**
 * What is kept of people: for what, on which ground of the AVG, how long, and in which columns. The page /privacy,
 * docs/privacy.md and what somebody can take along or have erased are all made of this table; a test refuses a column of the
 * schema that points at a person and is missing here.
 */
import type { RetentionRule } from './retention'

/** Of article 6 AVG. */
export type Ground = 'agreement' | 'interest' | 'consent'

type Column = {
  readonly table: string
  /** As the database calls it. */
  readonly column: string
  /** Whose row it is: of the user with this id, of who has this address; absent: the column goes with another. */
  readonly by?: 'id' | 'email'
  /** Columns of that table that nobody gets: secrets, and what is not about the person. */
  readonly omit?: readonly string[]
}

export type Holding = {
  readonly id: HoldingId
  readonly ground: Ground
  readonly columns: readonly Column[]
  /** Rules of the nightly job that take it away; none: it goes with the account, or as the words say. */
  readonly rules: readonly RetentionRule[]
}

export const HOLDING_IDS = [
  'account',
  'second_step',
  'sessions',
  'links',
  'belonging',
  'invitations',
  'desk',
  'drafts',
  'texts',
  'conversations',
  'notes',
  'callers',
  'contacts',
  'work',
  'calendar',
  'saved_searches',
  'mails',
  'notifications',
  'audit',
  'tries',
] as const
export type HoldingId = (typeof HOLDING_IDS)[number]

const ofUser = (table: string, column = 'user_id', omit: readonly string[] = []): Column => ({
  table,
  column,
  by: 'id',
  omit,
})
const ofAddress = (table: string, column = 'email'): Column => ({ table, column, by: 'email' })
const beside = (table: string, column: string): Column => ({ table, column })

export const HOLDINGS: readonly Holding[] = [
  {
    id: 'account',
    ground: 'agreement',
    columns: [
      ofUser('app_user', 'id', ['password_hash']),
      ...['email', 'name', 'password_hash', 'farewell_email'].map((column) => beside('app_user', column)),
      ofUser('email_change'),
      ...['old_email', 'new_email'].map((column) => beside('email_change', column)),
    ],
    rules: ['unconfirmed-accounts', 'farewells'],
  },
  {
    id: 'second_step',
    ground: 'agreement',
    columns: [
      ofUser('totp_secret', 'user_id', ['sealed']),
      ofUser('recovery_code', 'user_id', ['code_hash']),
      ofUser('passkey', 'user_id', ['credential_id', 'public_key', 'counter']),
      ofUser('oidc_identity'),
    ],
    rules: [],
  },
  {
    id: 'sessions',
    ground: 'agreement',
    columns: [ofUser('session', 'user_id', ['id']), ofUser('auth_ceremony', 'user_id', ['id', 'payload'])],
    rules: ['sessions'],
  },
  {
    id: 'links',
    ground: 'agreement',
    columns: [beside('one_use_link', 'payload'), beside('one_use_link', 'subject_id')],
    rules: ['links'],
  },
  {
    id: 'belonging',
    ground: 'agreement',
    columns: [
      ofUser('school_membership'),
      ofUser('school_join_request'),
      ofUser('organisation_membership'),
      ofUser('coordinator_region'),
    ],
    rules: [],
  },
  {
    id: 'invitations',
    ground: 'interest',
    columns: [ofAddress('organisation_invitation'), ofUser('organisation_invitation', 'invited_by_id')],
    rules: ['invitations'],
  },
  {
    id: 'desk',
    ground: 'agreement',
    columns: [
      ofUser('support_request', 'created_by_id'),
      ofUser('request_draft'),
      ofUser('proposal', 'sent_by_id'),
      ofUser('proposal', 'answered_by_id'),
      ofUser('proposal', 'addressed_to_id'),
      ofUser('hold', 'declined_by_id'),
      ofUser('evaluation', 'by_user_id'),
      ofUser('booking_plan', 'vog_seen_by_id'),
      ofUser('project_member'),
      ofUser('project_file_version', 'by_user_id', ['key']),
    ],
    rules: [],
  },
  {
    id: 'drafts',
    ground: 'agreement',
    columns: [ofUser('request_draft')],
    rules: [],
  },
  {
    id: 'texts',
    ground: 'agreement',
    columns: [
      beside('support_request', 'text'),
      beside('proposal', 'message'),
      beside('proposal', 'answer_text'),
      beside('hold', 'decline_text'),
      beside('booking', 'cancel_text'),
      beside('evaluation', 'text'),
    ],
    rules: ['texts'],
  },
  {
    id: 'conversations',
    ground: 'agreement',
    columns: [
      ofUser('conversation_message', 'author_id'),
      ofUser('conversation_participant', 'user_id', ['token_hash']),
      ofUser('conversation_delivery'),
      ofUser('abuse_report', 'reporter_id', ['note', 'handled_by_id']),
      beside('abuse_report', 'handled_by_id'),
      beside('conversation_file', 'name'),
    ],
    rules: ['texts'],
  },
  {
    id: 'notes',
    ground: 'interest',
    columns: [
      ofUser('request_note', 'author_id'),
      ofUser('request_follow_up', 'owner_id'),
      ofUser('request_follow_up', 'updated_by_id'),
    ],
    rules: ['notes'],
  },
  {
    id: 'callers',
    ground: 'interest',
    columns: [
      beside('phone_entry', 'contact_name'),
      ofAddress('phone_entry', 'contact_email'),
      ofUser('phone_entry', 'by_id'),
    ],
    rules: ['callers'],
  },
  {
    id: 'contacts',
    ground: 'interest',
    columns: [beside('offer', 'contact_name'), beside('offer', 'contact_email')],
    rules: [],
  },
  {
    id: 'work',
    ground: 'interest',
    columns: [
      ofUser('offer_load', 'by_user_id'),
      ofUser('offer_version', 'replaced_by_id'),
      ofUser('load_delegation', 'granted_by_id'),
      ofUser('load_delegation', 'revoked_by_id'),
      ofUser('clearing_round', 'created_by_id', ['input', 'result']),
      ofUser('clearing_round_step', 'by_id'),
      ofUser('search_synonym_version', 'by_id'),
    ],
    rules: [],
  },
  {
    id: 'calendar',
    ground: 'agreement',
    columns: [ofUser('calendar_feed', 'user_id', ['token_hash'])],
    rules: [],
  },
  {
    id: 'saved_searches',
    ground: 'consent',
    columns: [ofAddress('search_subscriber')],
    rules: [],
  },
  {
    id: 'mails',
    ground: 'interest',
    columns: [ofAddress('mail_log', 'recipient')],
    rules: ['mails'],
  },
  {
    id: 'notifications',
    ground: 'agreement',
    columns: [
      ofUser('notification'),
      ofUser('notification_choice'),
      ofUser('quiet_hours'),
      ofUser('postponed_mail', 'user_id', ['mail']),
      beside('mail_trouble', 'address_hash'),
    ],
    rules: [],
  },
  {
    id: 'audit',
    ground: 'interest',
    columns: [
      ofUser('audit_entry', 'actor_id'),
      ofUser('audit_entry', 'as_user_id'),
      ofUser('impersonation', 'user_id', ['session_id']),
      beside('audit_entry', 'network'),
      beside('outbox_event', 'payload'),
    ],
    rules: ['audit', 'events'],
  },
  {
    id: 'tries',
    ground: 'interest',
    columns: [beside('rate_limit', 'key')],
    rules: ['tries'],
  },
]

/** @returns the columns by which rows of a person are found, each once. */
export function columnsByPerson(): readonly (Column & { readonly holding: HoldingId })[] {
  return HOLDINGS.flatMap(({ id, columns }) =>
    columns.filter(({ by }) => by !== undefined).map((column) => ({ ...column, holding: id })),
  )
}
