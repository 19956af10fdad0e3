/** Saved searches as their owner sees them: on the account page, behind the links of mails, and before one is saved. */
import type { Actor, SignedInActor } from '~/authorisation/actor'
import { readAddress, writeAddress } from '~/features/finder/domain/finder-address'
import type { TopicName } from '~/features/finder/domain/finder-page'
import type { FinderState } from '~/features/finder/domain/finder-state'
import type { Vocabulary } from '~/features/finder/domain/finder-words'
import type { Clock } from '~/kernel/calendar'
import type { Db } from '~/platform/db/client.server'
import type { LinkPurpose, Links } from '~/platform/links/links.server'
import { savedSearchLinkGone } from '../errors'
import { namedWords } from './named-words.server'

/** A question of the finder as it can be said in words. */
export type AskedQuestion = {
  /** The finder's address behind `?`. */
  readonly query: string
  readonly state: FinderState
  /** Those that the question names. */
  readonly topics: readonly TopicName[]
  /** Of the other vocabularies; empty where no question names any. */
  readonly words: Vocabulary
}

export type SavedSearchLine = AskedQuestion & {
  readonly id: string
  readonly isActive: boolean
}

type Read = Pick<Db, 'topic' | '$queryRaw'>

/** One statement, however many are read; one more where they name words of a vocabulary. */
export async function readQuestions(db: Read, queries: readonly string[]): Promise<AskedQuestion[]> {
  const topics = await db.topic.findMany({ select: { id: true, parentId: true, nl: true, en: true } })
  const ids = new Set(topics.map(({ id }) => id))
  const states = queries.map((query) => readAddress(new URLSearchParams(query), ids).state)
  const words = await namedWords(db, states)
  return states.map((state, i) => ({
    query: queries[i] ?? '',
    state,
    topics: topics.filter(({ id }) => state.topicIds.includes(id)),
    words,
  }))
}

export type NewSavedSearch = AskedQuestion & {
  /** Of who is signed in; empty for a visitor. */
  readonly email: string
}

/** What would be saved. At most two statements. */
export async function newSavedSearch(
  { db }: { readonly db: Read & Pick<Db, 'user'> },
  actor: Actor,
  params: URLSearchParams,
): Promise<NewSavedSearch> {
  const user =
    actor.kind === 'user'
      ? await db.user.findUnique({ where: { id: actor.userId }, select: { email: true } })
      : null
  const [question] = await readQuestions(db, [params.toString()])
  if (!question) throw new Error('one question in, one out')
  const state: FinderState = { ...question.state, page: 1, view: 'auto', sort: 'relevance' }
  return { ...question, state, query: writeAddress(state), email: user?.email ?? '' }
}

export type SavedSearchList = {
  readonly email: string
  readonly emailVerified: boolean
  readonly searches: readonly SavedSearchLine[]
  readonly lastsUntil: string | null
}

/** The searches that are mailed to the own address, once it is confirmed. At most three statements. */
export async function ownSavedSearches(
  { db }: { readonly db: Read & Pick<Db, 'user' | 'searchSubscriber'> },
  actor: SignedInActor,
): Promise<SavedSearchList> {
  const user = await db.user.findUniqueOrThrow({ where: { id: actor.userId }, select: { email: true } })
  const known = actor.emailVerified ? await subscriber(db, { email: user.email }) : null
  return {
    email: user.email,
    emailVerified: actor.emailVerified,
    searches: known?.searches ?? [],
    lastsUntil: known?.lastsUntil?.toISOString() ?? null,
  }
}

export type LinkedSearches = { readonly searches: readonly SavedSearchLine[] }

type LinkNeeds = {
  readonly db: Read & Pick<Db, 'oneUseLink' | 'searchSubscriber' | 'savedSearch'>
  readonly links: Pick<Links, 'read'>
  readonly clock: Clock
}

/**
 * What a link of a mail is about, before anybody presses a button: one search to confirm, or all that would go on or end.
 * Empty when they have ended.
 * @throws AppError 410 when the link opens nothing.
 */
export async function searchesOfLink(
  needs: LinkNeeds,
  purpose: Extract<LinkPurpose, 'confirm-saved-search' | 'renew-saved-searches' | 'end-saved-searches'>,
  token: string | null,
): Promise<LinkedSearches> {
  const now = needs.clock.now()
  const id = needs.links.read(purpose, token, now)
  const link =
    id === null ? null : await needs.db.oneUseLink.findFirst({ where: { id, purpose, usedAt: null } })
  if (!link) throw savedSearchLinkGone()
  if (purpose !== 'confirm-saved-search') {
    const known = await subscriber(needs.db, { id: link.subjectId })
    return { searches: known?.searches ?? [] }
  }
  const search = await needs.db.savedSearch.findFirst({
    where: { id: link.subjectId, state: { not: 'ended' } },
    select: { id: true, query: true, state: true },
  })
  if (!search) throw savedSearchLinkGone()
  return { searches: await asLines(needs.db, [search]) }
}

async function subscriber(
  db: Read & Pick<Db, 'searchSubscriber'>,
  where: { readonly id: string } | { readonly email: string },
) {
  const row = await db.searchSubscriber.findUnique({
    where,
    select: {
      lastsUntil: true,
      searches: {
        where: { state: { not: 'ended' } },
        orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
        select: { id: true, query: true, state: true },
      },
    },
  })
  return row && { lastsUntil: row.lastsUntil, searches: await asLines(db, row.searches) }
}

async function asLines(
  db: Read,
  rows: readonly { readonly id: string; readonly query: string; readonly state: string }[],
): Promise<SavedSearchLine[]> {
  const questions = await readQuestions(
    db,
    rows.map(({ query }) => query),
  )
  return rows.flatMap(({ id, state }, i) => {
    const question = questions[i]
    return question ? [{ ...question, id, isActive: state === 'active' }] : []
  })
}
