/** How somebody signs in, and what guards it. */
import type { SignedInActor } from '~/authorisation/actor'
import { notFound } from '~/kernel/errors'
import type { Oidc } from '~/platform/auth/oidc.server'
import type { Db } from '~/platform/db/client.server'

export type SecurityPage = {
  readonly email: string
  readonly hasPassword: boolean
  /** Since when codes are asked; `null`: they are not. */
  readonly twoStepSince: Date | null
  readonly recoveryCodesLeft: number
  /** How many. */
  readonly passkeys: number
  /** Other sign-in services, joined ones apart from those that are not. */
  readonly joined: readonly { readonly id: string; readonly name: string }[]
  readonly services: readonly { readonly id: string; readonly name: string }[]
  /** Who coordinates or administers cannot do without. */
  readonly mustTwoStep: boolean
}

type Needs = {
  readonly db: Pick<Db, 'user' | 'recoveryCode' | 'passkey' | 'oidcIdentity'>
  readonly oidc: Pick<Oidc, 'providers'>
}

/** At most five statements. */
export async function securityPage({ db, oidc }: Needs, actor: SignedInActor): Promise<SecurityPage> {
  const user = await db.user.findUnique({
    where: { id: actor.userId },
    select: { email: true, passwordHash: true, totpSecret: { select: { confirmedAt: true } } },
  })
  const identities = await db.oidcIdentity.findMany({
    where: { userId: actor.userId, confirmedAt: { not: null } },
    select: { id: true, provider: true },
    orderBy: { confirmedAt: 'asc' },
  })
  const nameOf = (id: string) => oidc.providers.find((one) => one.id === id)?.name ?? id
  if (!user) throw notFound('page.not-found')
  return {
    email: user.email,
    hasPassword: user.passwordHash !== null,
    twoStepSince: user.totpSecret?.confirmedAt ?? null,
    recoveryCodesLeft: await db.recoveryCode.count({ where: { userId: actor.userId, usedAt: null } }),
    passkeys: await db.passkey.count({ where: { userId: actor.userId } }),
    joined: identities.map(({ id, provider }) => ({ id, name: nameOf(provider) })),
    services: oidc.providers.filter(({ id }) => identities.every(({ provider }) => provider !== id)),
    mustTwoStep: actor.regions.size > 0 || actor.isAdministrator,
  }
}
