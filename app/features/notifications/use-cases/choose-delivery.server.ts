/** How a user wants the mails: per kind, and when not. By the account, or by the link of a mail. */
import type { SignedInActor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Clock } from '~/kernel/calendar'
import type { UserId } from '~/kernel/ids'
import type { Transact } from '~/platform/db/client.server'
import type { LinkStore } from '~/platform/links/link-store.server'
import type { Links } from '~/platform/links/links.server'
import type { MailTroubles } from '~/platform/mail/mail-troubles.server'
import { canBeOff, type Delivery, deliveryOf, factsOf, isKind, KINDS, type Kind } from '../domain/kinds'
import type { QuietHours } from '../domain/quiet-hours'
import { stopLinkGone } from '../errors'
import type { NotificationStore } from '../store.server'

type Stores = {
  readonly notifications: NotificationStore
  readonly mailTroubles: MailTroubles
  readonly links: LinkStore
}
export type ChooseDeliveryNeeds = { readonly transact: Transact<Stores> }

/** What the table does not let one choose is left as it was. */
export async function chooseDelivery(
  { transact }: ChooseDeliveryNeeds,
  actor: SignedInActor,
  input: { readonly chosen: Readonly<Partial<Record<Kind, Delivery>>>; readonly quiet: QuietHours },
): Promise<void> {
  const { userId } = actor
  const chosen = (Object.entries(input.chosen) as [Kind, Delivery][]).filter(([kind, delivery]) =>
    factsOf(kind).choices.includes(delivery),
  )
  await transact(async ({ notifications }) => {
    allow(actor, 'account.edit', { userId })
    await notifications.choose(userId, new Map(chosen))
    await notifications.keepQuiet(userId, input.quiet)
  })
}

/** The owner of the address says that mails arrive again; if not, the next one says so. */
export async function forgetMailTrouble(
  { transact }: ChooseDeliveryNeeds,
  actor: SignedInActor,
): Promise<void> {
  await transact(async ({ notifications, mailTroubles }) => {
    allow(actor, 'account.edit', { userId: actor.userId })
    await mailTroubles.forget(await notifications.emailOf(actor.userId))
  })
}

export type StopByLinkNeeds = ChooseDeliveryNeeds & {
  readonly links: Pick<Links, 'read'>
  readonly clock: Clock
}

/**
 * Ends the mails of the kind that the link names; the link of a digest ends all that come in digests. In the page they are
 * told as before. The link is not used up: ending again does no harm, and mail programs try twice.
 * @throws AppError 410 `notification.link-gone`.
 */
export async function stopByLink(needs: StopByLinkNeeds, token: string): Promise<void> {
  const now = needs.clock.now()
  const id = needs.links.read('stop-notifications', token, now)
  if (id === null) throw stopLinkGone()
  await needs.transact(async ({ notifications, links }) => {
    const link = await links.look('stop-notifications', id, now)
    const reader = link && (await notifications.byId(link.subjectId))
    if (!link || !reader) throw stopLinkGone()
    const kinds = endedBy(link.payload.kind, reader.chosen)
    await notifications.choose(link.subjectId as UserId, new Map(kinds.map((kind) => [kind, 'off'])))
  })
}

function endedBy(named: string | undefined, chosen: ReadonlyMap<Kind, Delivery>): readonly Kind[] {
  if (isKind(named)) return canBeOff(named) ? [named] : []
  return (Object.keys(KINDS) as Kind[]).filter((kind) => {
    const delivery = deliveryOf(kind, chosen.get(kind))
    return canBeOff(kind) && (delivery === 'daily' || delivery === 'weekly')
  })
}
