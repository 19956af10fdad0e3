/** How somebody signs in, and what guards it. */
import type { SignedInActor } from '~/authorisation/actor'
import { notFound } from '~/kernel/errors'
import type { Db } from '~/platform/db/client.server'

export type SecurityPage = {
  readonly email: string
  readonly hasPassword: boolean
  /** Since when codes are asked; `null`: they are not. */
  readonly twoStepSince: Date | null
  readonly recoveryCodesLeft: number
  /** How many. */
  readonly passkeys: number
  /** Who coordinates or administers cannot do without. */
  readonly mustTwoStep: boolean
}

/** At most four statements. */
export async function securityPage(
  db: Pick<Db, 'user' | 'recoveryCode' | 'passkey'>,
  actor: SignedInActor,
): Promise<SecurityPage> {
  const user = await db.user.findUnique({
    where: { id: actor.userId },
    select: { email: true, passwordHash: true, totpSecret: { select: { confirmedAt: true } } },
  })
  if (!user) throw notFound('page.not-found')
  return {
    email: user.email,
    hasPassword: user.passwordHash !== null,
    twoStepSince: user.totpSecret?.confirmedAt ?? null,
    recoveryCodesLeft: await db.recoveryCode.count({ where: { userId: actor.userId, usedAt: null } }),
    passkeys: await db.passkey.count({ where: { userId: actor.userId } }),
    mustTwoStep: actor.regions.size > 0 || actor.isAdministrator,
  }
}
