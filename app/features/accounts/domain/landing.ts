/** Where somebody goes on to who has signed in and did not come from anywhere. */
export type Belongings = {
  readonly hasSchool: boolean
  readonly hasOrganisation: boolean
  readonly coordinates: boolean
  readonly isAdministrator: boolean
}

/** @returns where the work of this person lies; the own account for who belongs nowhere yet: there the first step stands. */
export function landingOf(who: Belongings): 'board' | 'requests' | 'inbox' | 'account' {
  if (who.coordinates || who.isAdministrator) return 'board'
  if (who.hasSchool) return 'requests'
  return who.hasOrganisation ? 'inbox' : 'account'
}
