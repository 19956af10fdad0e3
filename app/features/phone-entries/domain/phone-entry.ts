/** What is kept of a call: what a coordinator entered or changed for somebody else. */
import type { CalendarDate } from '~/kernel/calendar'

export type PhoneEntryKind = 'entered' | 'changed'

/** Who rang, where nobody of the school has an account. */
export type Contact = { readonly name: string; readonly email: string }

/** As the pages of the school, the company and the board show the last one. */
export type PhoneEntry = {
  readonly kind: PhoneEntryKind
  /** `null`: an account that is gone. */
  readonly byName: string | null
  readonly on: CalendarDate
}

/** As the mail to a company tells of it. */
export type EnteredOffer = {
  readonly organisationId: string
  readonly organisationName: string
  readonly title: string
  readonly summary: string
  readonly isDraft: boolean
  /** Of the form, for a company without an account. */
  readonly contactEmail: string | null
}

/** Days that the link in the mail to who rang stays open. */
export const LINK_DAYS = 30

/** Schools and companies that the page of calls shows of each. */
export const FOUND_MAX = 12
