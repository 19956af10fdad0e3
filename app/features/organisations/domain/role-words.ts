/** The roles of an organisation in words: on the page of colleagues and in mails. */
import type { OrganisationRole } from '~/authorisation/actor'
import * as m from '~/paraglide/messages'

type Locale = 'nl' | 'en'
type Word = (inputs: Record<string, never>, options?: { locale?: Locale }) => string

const WORD: Readonly<Record<OrganisationRole, Word>> = {
  owner: m.organisations_role_owner,
  editor: m.organisations_role_editor,
  viewer: m.organisations_role_viewer,
}
const MAY: Readonly<Record<OrganisationRole, Word>> = {
  owner: m.organisations_role_owner_may,
  editor: m.organisations_role_editor_may,
  viewer: m.organisations_role_viewer_may,
}

/** @param locale where it is not the reader's. */
export function roleWord(role: OrganisationRole, locale?: Locale): string {
  return WORD[role]({}, locale ? { locale } : {})
}

/** What somebody in this role may do. */
export function roleMay(role: OrganisationRole, locale?: Locale): string {
  return MAY[role]({}, locale ? { locale } : {})
}

/** @returns the word as it begins a line. */
export function roleTitle(role: OrganisationRole): string {
  const word = roleWord(role)
  return word.charAt(0).toUpperCase() + word.slice(1)
}
