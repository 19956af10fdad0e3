/** Where somebody goes on to who has signed in and did not come from anywhere. */
import type { Audience } from './account'

export type Belongings = {
  readonly hasSchool: boolean
  readonly hasOrganisation: boolean
  readonly coordinates: boolean
  readonly isAdministrator: boolean
  /** What somebody said to come for at sign-up; `null`: nobody asked. */
  readonly audience: Audience | null
}

/** @returns where the work of this person lies; for who belongs nowhere yet the first step towards it. */
export function landingOf(
  who: Belongings,
): 'board' | 'desk' | 'newOrganisation' | 'accountSchool' | 'account' {
  if (who.coordinates || who.isAdministrator) return 'board'
  if (who.hasSchool || who.hasOrganisation) return 'desk'
  if (who.audience === 'company') return 'newOrganisation'
  return who.audience === 'school' ? 'accountSchool' : 'account'
}
