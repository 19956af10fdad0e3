/**
 * The mails of saved searches. Each reads what is so now: what ended meanwhile is not mailed. Links are made from the
 * event's number, so that a second try carries the same ones.
 */
import { paths } from '~/components/paths'
import type { FinderNeeds } from '~/features/finder/queries/finder-needs.server'
import { matchingOffers } from '~/features/finder/queries/matching-offers.server'
import { type Clock, calendarDateOf } from '~/kernel/calendar'
import type { Db, Transact } from '~/platform/db/client.server'
import { DEFAULT_LOCALE, isLocale, type Locale } from '~/platform/i18n/choose-locale'
import { inLocale } from '~/platform/i18n/in-locale.server'
import type { LinkStore } from '~/platform/links/link-store.server'
import type { LinkPurpose, Links } from '~/platform/links/links.server'
import type { RenderedMail } from '~/platform/mail/letter.server'
import type { Mailer } from '~/platform/mail/mailer.server'
import type { StoredEvent } from '~/platform/outbox/outbox.server'
import { daysAfter, SAVED, SETTLED_MS } from '../domain/saved-search'
import { confirmSearchMail, savedAlreadyMail, searchesFullMail } from '../emails/asked-search.server'
import { type DigestSearch, digestMail } from '../emails/digest.server'
import { renewalMail } from '../emails/renewal.server'
import { newsOf } from '../queries/news.server'
import { readQuestions } from '../queries/saved-searches.server'
import type { SavedSearchStore } from '../store.server'
import { questionWords } from '../ui/question-words'

type Needs = Omit<FinderNeeds, 'db'> & {
  readonly db: FinderNeeds['db'] & Pick<Db, 'savedSearch' | 'searchSubscriber' | '$queryRaw'>
  readonly transact: Transact<{ readonly links: LinkStore; readonly savedSearches: SavedSearchStore }>
  readonly links: Pick<Links, 'sign'>
  readonly mailer: Pick<Mailer, 'send'>
  readonly clock: Clock
  readonly env: { readonly ORIGIN: string }
}

/** A link to end works longer than searches last: mails are kept. */
const END_DAYS = 400

export async function mailSavedSearchAsked(needs: Needs, event: StoredEvent): Promise<void> {
  const search = await needs.db.savedSearch.findUnique({
    where: { id: event.subjectId },
    select: { query: true, locale: true, state: true, subscriber: { select: { id: true, email: true } } },
  })
  if (!search || search.state === 'ended') return
  const locale = localeOf(search.locale)
  const [words = ''] = await inWords(needs.db, locale, [search.query])
  const endUrl = await endUrlOf(needs, event, search.subscriber.id)
  const to = { email: search.subscriber.email, locale, endUrl }
  if (search.state === 'active') {
    const content = savedAlreadyMail({ locale, search: words, endUrl })
    await send(needs, event, to, { template: 'saved-search-already', content })
    return
  }
  const expiresAt = daysAfter(event.occurredAt, SAVED.confirmDays)
  if (expiresAt <= needs.clock.now()) return
  const token = await keepLink(needs, event, {
    purpose: 'confirm-saved-search',
    subjectId: event.subjectId,
    expiresAt,
  })
  const confirmUrl = needs.env.ORIGIN + paths.confirmSavedSearch(token)
  const content = confirmSearchMail({ locale, search: words, endUrl, confirmUrl })
  await send(needs, event, to, { template: 'confirm-saved-search', content })
}

export async function mailSavedSearchesFull(needs: Needs, event: StoredEvent): Promise<void> {
  const known = await subscriberOf(needs.db, event.subjectId, ['asked', 'active'])
  if (!known) return
  const { email, locale } = known
  const endUrl = await endUrlOf(needs, event, event.subjectId)
  const content = searchesFullMail({ locale, endUrl })
  await send(needs, event, { email, locale, endUrl }, { template: 'saved-searches-full', content })
}

/** No mail when nothing happened. What was told is remembered after the mail, so that a lost try tells it again. */
export async function mailSavedSearchDigest(needs: Needs, event: StoredEvent): Promise<void> {
  const known = await subscriberOf(needs.db, event.subjectId, ['active'])
  if (!known) return
  const { email, locale, searches } = known
  const until = new Date(event.occurredAt.getTime() - SETTLED_MS)
  const words = await inWords(
    needs.db,
    locale,
    searches.map(({ query }) => query),
  )
  const told: DigestSearch[] = []
  for (const [i, { query, toldUntil }] of searches.entries()) {
    if (toldUntil === null || toldUntil >= until) continue
    const news = await newsOf(needs.db, await matchingOffers(needs, query), { since: toldUntil, until })
    if (news.length === 0) continue
    const finderUrl = `${needs.env.ORIGIN}${paths.finder()}?${query}`
    told.push({
      words: words[i] ?? '',
      finderUrl,
      news: news.map(({ offer, isNew }) => ({
        title: offer.title,
        organisationName: offer.organisationName,
        placeName: offer.placeName,
        url: needs.env.ORIGIN + paths.offer(offer.slug),
        isNew,
      })),
    })
  }
  if (told.length > 0) {
    const endUrl = await endUrlOf(needs, event, event.subjectId)
    const content = digestMail({ locale, searches: told, origin: needs.env.ORIGIN, endUrl })
    await send(needs, event, { email, locale, endUrl }, { template: 'saved-search-digest', content })
  }
  const ids = searches.map(({ id }) => id)
  await needs.transact(({ savedSearches }) => savedSearches.markTold(ids, until))
}

export async function mailSavedSearchRenewal(needs: Needs, event: StoredEvent): Promise<void> {
  const known = await subscriberOf(needs.db, event.subjectId, ['active'])
  // Who said yes to another search meanwhile has nothing to renew.
  if (!known?.lastsUntil || !known.renewalAskedAt || known.lastsUntil <= needs.clock.now()) return
  const { email, locale, searches, lastsUntil } = known
  const token = await keepLink(needs, event, {
    purpose: 'renew-saved-searches',
    subjectId: event.subjectId,
    expiresAt: lastsUntil,
  })
  const endUrl = await endUrlOf(needs, event, event.subjectId)
  const content = renewalMail({
    locale,
    lastDay: calendarDateOf(lastsUntil),
    searches: await inWords(
      needs.db,
      locale,
      searches.map(({ query }) => query),
    ),
    renewUrl: needs.env.ORIGIN + paths.renewSavedSearches(token),
    endUrl,
  })
  await send(needs, event, { email, locale, endUrl }, { template: 'renew-saved-searches', content })
}

const localeOf = (text: string): Locale => (isLocale(text) ? text : DEFAULT_LOCALE)

/** @returns the subscriber with the searches in one of the states; the language is that of the newest. */
async function subscriberOf(db: Needs['db'], id: string, states: ('asked' | 'active')[]) {
  const row = await db.searchSubscriber.findUnique({
    where: { id },
    select: {
      email: true,
      lastsUntil: true,
      renewalAskedAt: true,
      searches: {
        where: { state: { in: states } },
        orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
        select: { id: true, query: true, locale: true, toldUntil: true },
      },
    },
  })
  const newest = row?.searches.at(-1)
  return row && newest ? { ...row, locale: localeOf(newest.locale) } : null
}

async function inWords(db: Needs['db'], locale: Locale, queries: readonly string[]): Promise<string[]> {
  const questions = await readQuestions(db, queries)
  return inLocale(locale, () => questions.map(questionWords))
}

async function endUrlOf(needs: Needs, event: StoredEvent, subscriberId: string): Promise<string> {
  const expiresAt = daysAfter(event.occurredAt, END_DAYS)
  const token = await keepLink(needs, event, {
    purpose: 'end-saved-searches',
    subjectId: subscriberId,
    expiresAt,
  })
  return needs.env.ORIGIN + paths.endSavedSearches(token)
}

async function keepLink(
  { transact, links }: Needs,
  event: StoredEvent,
  link: { readonly purpose: LinkPurpose; readonly subjectId: string; readonly expiresAt: Date },
): Promise<string> {
  const { purpose, subjectId, expiresAt } = link
  const { token, id } = links.sign({ purpose, key: `${event.type} ${event.id}`, expiresAt })
  await transact((stores) => stores.links.keep({ id, purpose, subjectId, payload: {}, expiresAt }))
  return token
}

async function send(
  { mailer }: Needs,
  event: StoredEvent,
  to: { readonly email: string; readonly locale: Locale; readonly endUrl: string },
  mail: { readonly template: string; readonly content: RenderedMail },
): Promise<void> {
  await mailer.send({
    ...mail,
    reason: `${mail.template} ${event.id}`,
    to: to.email,
    locale: to.locale,
    unsubscribeUrl: to.endUrl,
  })
}
