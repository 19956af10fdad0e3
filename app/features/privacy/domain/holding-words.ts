/** What the table says of each holding, in the reader's language. */
import * as m from '~/paraglide/messages'
import type { Ground, HoldingId } from './holdings'

type Words = {
  readonly what: string
  readonly why: string
  readonly keeps: string
  readonly seen: string
}

const WORDS: Readonly<Record<HoldingId, () => Words>> = {
  account: () => ({
    what: m.privacy_account_what(),
    why: m.privacy_account_why(),
    keeps: m.privacy_account_keeps(),
    seen: m.privacy_account_seen(),
  }),
  second_step: () => ({
    what: m.privacy_second_step_what(),
    why: m.privacy_second_step_why(),
    keeps: m.privacy_second_step_keeps(),
    seen: m.privacy_second_step_seen(),
  }),
  sessions: () => ({
    what: m.privacy_sessions_what(),
    why: m.privacy_sessions_why(),
    keeps: m.privacy_sessions_keeps(),
    seen: m.privacy_sessions_seen(),
  }),
  links: () => ({
    what: m.privacy_links_what(),
    why: m.privacy_links_why(),
    keeps: m.privacy_links_keeps(),
    seen: m.privacy_links_seen(),
  }),
  belonging: () => ({
    what: m.privacy_belonging_what(),
    why: m.privacy_belonging_why(),
    keeps: m.privacy_belonging_keeps(),
    seen: m.privacy_belonging_seen(),
  }),
  invitations: () => ({
    what: m.privacy_invitations_what(),
    why: m.privacy_invitations_why(),
    keeps: m.privacy_invitations_keeps(),
    seen: m.privacy_invitations_seen(),
  }),
  desk: () => ({
    what: m.privacy_desk_what(),
    why: m.privacy_desk_why(),
    keeps: m.privacy_desk_keeps(),
    seen: m.privacy_desk_seen(),
  }),
  drafts: () => ({
    what: m.privacy_drafts_what(),
    why: m.privacy_drafts_why(),
    keeps: m.privacy_drafts_keeps(),
    seen: m.privacy_drafts_seen(),
  }),
  texts: () => ({
    what: m.privacy_texts_what(),
    why: m.privacy_texts_why(),
    keeps: m.privacy_texts_keeps(),
    seen: m.privacy_texts_seen(),
  }),
  conversations: () => ({
    what: m.privacy_conversations_what(),
    why: m.privacy_conversations_why(),
    keeps: m.privacy_conversations_keeps(),
    seen: m.privacy_conversations_seen(),
  }),
  notes: () => ({
    what: m.privacy_notes_what(),
    why: m.privacy_notes_why(),
    keeps: m.privacy_notes_keeps(),
    seen: m.privacy_notes_seen(),
  }),
  callers: () => ({
    what: m.privacy_callers_what(),
    why: m.privacy_callers_why(),
    keeps: m.privacy_callers_keeps(),
    seen: m.privacy_callers_seen(),
  }),
  contacts: () => ({
    what: m.privacy_contacts_what(),
    why: m.privacy_contacts_why(),
    keeps: m.privacy_contacts_keeps(),
    seen: m.privacy_contacts_seen(),
  }),
  work: () => ({
    what: m.privacy_work_what(),
    why: m.privacy_work_why(),
    keeps: m.privacy_work_keeps(),
    seen: m.privacy_work_seen(),
  }),
  calendar: () => ({
    what: m.privacy_calendar_what(),
    why: m.privacy_calendar_why(),
    keeps: m.privacy_calendar_keeps(),
    seen: m.privacy_calendar_seen(),
  }),
  saved_searches: () => ({
    what: m.privacy_saved_searches_what(),
    why: m.privacy_saved_searches_why(),
    keeps: m.privacy_saved_searches_keeps(),
    seen: m.privacy_saved_searches_seen(),
  }),
  mails: () => ({
    what: m.privacy_mails_what(),
    why: m.privacy_mails_why(),
    keeps: m.privacy_mails_keeps(),
    seen: m.privacy_mails_seen(),
  }),
  notifications: () => ({
    what: m.privacy_notifications_what(),
    why: m.privacy_notifications_why(),
    keeps: m.privacy_notifications_keeps(),
    seen: m.privacy_notifications_seen(),
  }),
  audit: () => ({
    what: m.privacy_audit_what(),
    why: m.privacy_audit_why(),
    keeps: m.privacy_audit_keeps(),
    seen: m.privacy_audit_seen(),
  }),
  tries: () => ({
    what: m.privacy_tries_what(),
    why: m.privacy_tries_why(),
    keeps: m.privacy_tries_keeps(),
    seen: m.privacy_tries_seen(),
  }),
}

const GROUNDS: Readonly<Record<Ground, () => string>> = {
  agreement: m.privacy_ground_agreement,
  interest: m.privacy_ground_interest,
  consent: m.privacy_ground_consent,
}

export function holdingWords(id: HoldingId): Words {
  return WORDS[id]()
}

export function groundWord(ground: Ground): string {
  return GROUNDS[ground]()
}
