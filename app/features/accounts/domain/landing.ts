/** Where somebody goes on to who has signed in and did not come from anywhere. */
export type Belongings = {
  readonly hasSchool: boolean
  readonly hasOrganisation: boolean
  readonly coordinates: boolean
  readonly isAdministrator: boolean
}

/** @returns the own account for who belongs nowhere yet: there the first step stands. */
export function landingOf(who: Belongings): 'home' | 'account' {
  return who.hasSchool || who.hasOrganisation || who.coordinates || who.isAdministrator ? 'home' : 'account'
}
