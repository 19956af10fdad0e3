/** A coordinator entered something for a school or company that rang: they read what, and what they can do about it. */
import { SYSTEM } from '~/authorisation/actor'
import { paths } from '~/components/paths'
import type { Clock } from '~/kernel/calendar'
import type { Db, Transact } from '~/platform/db/client.server'
import { inLocale } from '~/platform/i18n/in-locale.server'
import type { LinkStore } from '~/platform/links/link-store.server'
import type { Links } from '~/platform/links/links.server'
import type { Mailer } from '~/platform/mail/mailer.server'
import type { StoredEvent } from '~/platform/outbox/outbox.server'
import { requestPage } from '../../requests/queries/request-page.server'
import { LINK_DAYS } from '../domain/phone-entry'
import { offerEnteredMail } from '../emails/offer-entered.server'
import { requestEnteredMail } from '../emails/request-entered.server'
import { type EntryReader, enteredOffer, entryFacts } from '../queries/entry-facts.server'
import { askedFacts } from '../ui/words'

export type MailEntriesNeeds = {
  readonly db: Pick<Db, '$queryRaw' | 'topic' | 'offer'>
  readonly transact: Transact<{ readonly links: LinkStore }>
  readonly links: Pick<Links, 'sign'>
  readonly mailer: Pick<Mailer, 'send'>
  readonly clock: Clock
  readonly env: { readonly ORIGIN: string }
}

/** RequestEntered: to the staff of the school; where nobody has an account, to who rang. Not when it is over meanwhile. */
export async function mailRequestEntered(needs: MailEntriesNeeds, event: StoredEvent): Promise<void> {
  const entry = await entryFacts(needs.db, String(event.payload.entryId))
  if (!entry) return
  const request = await requestPage(needs.db, SYSTEM, needs.clock.now(), event.subjectId)
  if (!request.isRunning) return
  const { kind, byName, byEmail, contact } = entry
  const people: readonly (EntryReader & { readonly link: string | null })[] = contact
    ? [
        {
          id: request.id,
          email: contact.email,
          locale: 'nl',
          link: needs.env.ORIGIN + paths.enteredRequest(await linkOf(needs, event, request.id)),
        },
      ]
    : entry.readers.map((reader) => ({ ...reader, link: null }))
  for (const { id, email, locale, link } of people)
    await needs.mailer.send({
      reason: `request-entered ${event.id} ${id}`,
      template: 'request-entered',
      to: email,
      locale,
      content: requestEnteredMail({
        ...{ locale, kind, byEmail, link },
        request: {
          id: request.id,
          schoolName: request.schoolName,
          title: request.need.title,
          text: request.need.text,
          facts: inLocale(locale, () => askedFacts(request)),
        },
        origin: needs.env.ORIGIN,
        byName: byName ?? '',
      }),
    })
}

async function linkOf(
  { links, transact, clock }: MailEntriesNeeds,
  event: StoredEvent,
  requestId: string,
): Promise<string> {
  const expiresAt = new Date(event.occurredAt.getTime() + LINK_DAYS * 86_400_000)
  if (expiresAt <= clock.now()) return ''
  const { token, id } = links.sign({
    purpose: 'entered-request',
    key: `entered ${event.id}`,
    expiresAt,
  })
  await transact((stores) =>
    stores.links.keep({
      ...{ id, purpose: 'entered-request', subjectId: requestId, expiresAt },
      payload: { requestId },
    }),
  )
  return token
}

/** OfferEntered: to the leads of the company; where it has none, to the contact of the offer. */
export async function mailOfferEntered(needs: MailEntriesNeeds, event: StoredEvent): Promise<void> {
  const entry = await entryFacts(needs.db, String(event.payload.entryId))
  const offer = await enteredOffer(needs.db, event.subjectId)
  if (!entry || !offer) return
  const { kind, byName, byEmail, readers } = entry
  const people: readonly (EntryReader & { readonly isMember: boolean })[] =
    readers.length > 0
      ? readers.map((reader) => ({ ...reader, isMember: true }))
      : offer.contactEmail
        ? [{ id: event.subjectId, email: offer.contactEmail, locale: 'nl', isMember: false }]
        : []
  for (const { id, email, locale, isMember } of people)
    await needs.mailer.send({
      reason: `offer-entered ${event.id} ${id}`,
      template: 'offer-entered',
      to: email,
      locale,
      content: offerEnteredMail({
        ...{ locale, kind, byEmail, offer, isMember },
        origin: needs.env.ORIGIN,
        byName: byName ?? '',
        offerId: event.subjectId,
      }),
    })
}
