/** Looking through somebody's eyes: to help, for a reason that is written down, and not for long. */

export const IMPERSONATION = { minutes: 30, reasonMin: 5, reasonMax: 200 } as const

export type ImpersonationRefusal = 'self' | 'administrator' | 'gone' | 'already'

/**
 * @param whom `null`: there is no such account (any more), or it is blocked or erased.
 * @returns why not, `null` when it may begin.
 */
export function refusalToLook(
  administratorId: string,
  whom: { readonly id: string; readonly isAdministrator: boolean } | null,
  isLookingAlready: boolean,
): ImpersonationRefusal | null {
  if (isLookingAlready) return 'already'
  if (!whom) return 'gone'
  if (whom.id === administratorId) return 'self'
  return whom.isAdministrator ? 'administrator' : null
}
