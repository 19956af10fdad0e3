/** Codes by an app: off, being set up with its picture, or on. */
import type { SignedInActor } from '~/authorisation/actor'
import { notFound } from '~/kernel/errors'
import type { Sealer } from '~/platform/auth/sealer.server'
import type { QrPicture, Totp } from '~/platform/auth/totp.server'
import type { Db } from '~/platform/db/client.server'

export type TwoStepPage = {
  readonly state: 'off' | 'setting-up' | 'on'
  /** While it is being set up: for who cannot point an app at a picture, and the picture. */
  readonly secret: string | null
  readonly address: string | null
  readonly picture: QrPicture | null
  readonly recoveryCodesLeft: number
  readonly mustTwoStep: boolean
}

type Needs = {
  readonly db: Pick<Db, 'user' | 'recoveryCode'>
  readonly sealer: Sealer
  readonly totp: Totp
}

/** At most three statements. */
export async function twoStepPage(
  { db, sealer, totp }: Needs,
  { userId, regions, isAdministrator }: SignedInActor,
): Promise<TwoStepPage> {
  const user = await db.user.findUnique({
    where: { id: userId },
    select: { email: true, totpSecret: { select: { sealed: true, keyId: true, confirmedAt: true } } },
  })
  if (!user) throw notFound('page.not-found')
  const kept = user.totpSecret
  const secret = kept && !kept.confirmedAt ? sealer.open(kept, `totp:${userId}`) : null
  const address = secret === null ? null : totp.addressOf(secret, user.email)
  return {
    state: kept === null ? 'off' : kept.confirmedAt ? 'on' : 'setting-up',
    secret: secret?.replace(/(.{4})(?=.)/g, '$1 ') ?? null,
    address,
    picture: address === null ? null : totp.pictureOf(address),
    recoveryCodesLeft: await db.recoveryCode.count({ where: { userId, usedAt: null } }),
    mustTwoStep: regions.size > 0 || isAdministrator,
  }
}
