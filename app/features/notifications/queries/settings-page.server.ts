/** How somebody wants their mails, and whether they arrive. */
import type { SignedInActor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Clock } from '~/kernel/calendar'
import type { Db, Transact } from '~/platform/db/client.server'
import type { LinkStore } from '~/platform/links/link-store.server'
import type { Links } from '~/platform/links/links.server'
import { type Delivery, deliveryOf, isKind, type Kind, kindsFor } from '../domain/kinds'
import { stopLinkGone } from '../errors'

export type SettingsPage = {
  readonly email: string
  readonly kinds: readonly { readonly kind: Kind; readonly delivery: Delivery }[]
  readonly from: string
  readonly until: string
  readonly weekends: boolean
  /** `null`: mails arrive, as far as is known. */
  readonly trouble: { readonly cause: string; readonly mails: number; readonly since: string } | null
}

/** Two statements. */
export async function settingsPage(
  { db }: { readonly db: Pick<Db, '$queryRaw' | 'notificationChoice'> },
  actor: SignedInActor,
): Promise<SettingsPage> {
  const { userId } = actor
  allow(actor, 'account.edit', { userId })
  const [choices, [row]] = await Promise.all([
    db.notificationChoice.findMany({ where: { userId }, select: { kind: true, delivery: true } }),
    db.$queryRaw<
      {
        email: string
        from: string | null
        until: string | null
        weekends: boolean | null
        cause: string | null
        mails: number | null
        since: Date | null
      }[]
    >`
      SELECT u.email::text, q.from_time AS "from", q.until_time AS "until", q.weekends, t.cause::text, t.mails, t.since
      FROM app_user u LEFT JOIN quiet_hours q ON q.user_id = u.id
      LEFT JOIN mail_trouble t ON t.address_hash = encode(sha256(convert_to(lower(u.email::text), 'UTF8')), 'hex')
      WHERE u.id = ${userId}::uuid`,
  ])
  if (!row) throw new Error('who is signed in has an account')
  const chosen = new Map(choices.map(({ kind, delivery }) => [kind, delivery]))
  const belongs = {
    school: actor.schools.size > 0,
    company: actor.organisations.size > 0,
    region: actor.regions.size > 0 || actor.isAdministrator,
  }
  return {
    email: row.email,
    kinds: kindsFor(belongs).map((kind) => ({ kind, delivery: deliveryOf(kind, chosen.get(kind)) })),
    from: row.from ?? '',
    until: row.until ?? '',
    weekends: row.weekends ?? false,
    trouble:
      row.cause === null
        ? null
        : { cause: row.cause, mails: row.mails ?? 1, since: row.since?.toISOString() ?? '' },
  }
}

/** @returns the kind that the link of a mail ends; `null` for all digests. @throws AppError 410. */
export async function kindOfStopLink(
  needs: {
    readonly links: Pick<Links, 'read'>
    readonly transact: Transact<{ readonly links: LinkStore }>
    readonly clock: Clock
  },
  token: string,
): Promise<{ readonly kind: Kind | null }> {
  const now = needs.clock.now()
  const id = needs.links.read('stop-notifications', token, now)
  const link = id && (await needs.transact(({ links }) => links.look('stop-notifications', id, now)))
  if (!link) throw stopLinkGone()
  return { kind: isKind(link.payload.kind) ? link.payload.kind : null }
}
