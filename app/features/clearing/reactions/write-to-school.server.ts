/** Mails about held places. Each loads how the hold stands now: what was answered meanwhile is not written about. */
import { SYSTEM } from '~/authorisation/actor'
import { paths } from '~/components/paths'
import { addDays, type Clock } from '~/kernel/calendar'
import type { DomainEvent } from '~/kernel/events'
import type { Db, Transact } from '~/platform/db/client.server'
import type { LinkStore } from '~/platform/links/link-store.server'
import type { Links } from '~/platform/links/links.server'
import type { Mailer } from '~/platform/mail/mailer.server'
import type { HeldPlace } from '../domain/held-place'
import { holdExpiredMail } from '../emails/hold-expired.server'
import { type HoldMail, holdOfferedMail } from '../emails/hold-offered.server'
import { heldPlace } from '../queries/held-place.server'
import { type HoldReader, holdReaders } from '../queries/hold-readers.server'

type Needs = {
  readonly db: Pick<Db, '$queryRaw'>
  readonly transact: Transact<{ readonly links: LinkStore }>
  readonly links: Links
  readonly mailer: Mailer
  readonly clock: Clock
  readonly env: { readonly ORIGIN: string }
}
type About = Pick<DomainEvent, 'subjectId'>

/** HoldOffered: the place with a link that answers. */
export async function mailHoldOffered(needs: Needs, event: About): Promise<void> {
  await mailOpenHold(needs, event, 'offered')
}

/** HoldExpiresSoon: the same place once more, and that tomorrow is the last day. */
export async function mailHoldExpiresSoon(needs: Needs, event: About): Promise<void> {
  await mailOpenHold(needs, event, 'expires-soon')
}

async function mailOpenHold(needs: Needs, event: About, occasion: HoldMail['occasion']): Promise<void> {
  const held = await heldPlace(needs, SYSTEM, event.subjectId)
  if (held.state !== 'offered' || held.isLate) return
  for (const reader of await holdReaders(needs.db, held.id)) {
    const token = await answerLink(needs, held, reader)
    await needs.mailer.send({
      reason: `hold-${occasion} ${held.id} ${reader.userId}`,
      template: `hold-${occasion}`,
      page: paths.hold(held.id),
      to: reader.email,
      locale: reader.locale,
      content: holdOfferedMail({
        locale: reader.locale,
        held,
        answerUrl: needs.env.ORIGIN + paths.answerHold(token),
        offerUrl: needs.env.ORIGIN + paths.offer(held.offer.slug),
        occasion,
      }),
    })
  }
}

/** One link per hold and reader: both mails carry the same one, and it opens nothing after the last day. */
async function answerLink({ links, transact }: Needs, held: HeldPlace, reader: HoldReader): Promise<string> {
  const expiresAt = new Date(`${addDays(held.expiresOn, 1)}T00:00:00Z`)
  const { token, id } = links.sign({
    purpose: 'answer-hold',
    key: `hold ${held.id} ${reader.userId}`,
    expiresAt,
  })
  const payload = { holdId: held.id }
  await transact((stores) =>
    stores.links.keep({ id, purpose: 'answer-hold', subjectId: reader.userId, payload, expiresAt }),
  )
  return token
}

/** HoldUnused: when nobody answered, or the company said no; a school that said no or withdrew knows it. */
export async function mailHoldExpired(needs: Needs, event: About): Promise<void> {
  const held = await heldPlace(needs, SYSTEM, event.subjectId)
  if (held.state !== 'expired' && held.state !== 'declined') return
  for (const reader of await holdReaders(needs.db, held.id)) {
    await needs.mailer.send({
      reason: `hold-${held.state} ${held.id} ${reader.userId}`,
      template: `hold-${held.state}`,
      to: reader.email,
      locale: reader.locale,
      content: holdExpiredMail({
        locale: reader.locale,
        held,
        requestUrl: needs.env.ORIGIN + paths.request(held.request.id),
      }),
    })
  }
}
