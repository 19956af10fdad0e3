/** The administrator gives the finder another word, takes it back, or puts an earlier version back. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Clock } from '~/kernel/calendar'
import { notFound } from '~/kernel/errors'
import type { Outbox } from '~/kernel/events'
import type { Transact } from '~/platform/db/client.server'
import type { SynonymFacts } from '../domain/synonym'
import { synonymMoved } from '../errors'
import { synonymChanged } from '../events'
import type { SynonymStore } from '../store.server'

export type ChangeSynonymNeeds = {
  readonly transact: Transact<{ readonly synonymList: SynonymStore; readonly outbox: Outbox }>
  readonly clock: Clock
}

const whoOf = (actor: Actor) => (actor.kind === 'user' ? actor.userId : null)

/**
 * Counts within a minute.
 * @param input `seen`: the version on the page, 0 for a new term.
 * @throws AppError 401, 404; 409 `synonym.changed-meanwhile`.
 */
export async function changeSynonym(
  needs: ChangeSynonymNeeds,
  actor: Actor,
  input: SynonymFacts & { readonly seen: number },
): Promise<void> {
  allow(actor, 'synonym.change', {})
  const { seen, ...facts } = input
  await needs.transact(async ({ synonymList, outbox }) => {
    if (!(await synonymList.write(facts, seen, whoOf(actor), needs.clock.now()))) throw synonymMoved()
    await outbox.append(synonymChanged(facts.term, facts.state))
  })
}

/** What stood there before becomes the newest version. @throws AppError as above; 404 where nothing stood before. */
export async function putSynonymBack(
  needs: ChangeSynonymNeeds,
  actor: Actor,
  input: { readonly term: string; readonly seen: number },
): Promise<void> {
  allow(actor, 'synonym.change', {})
  await needs.transact(async ({ synonymList, outbox }) => {
    const before = await synonymList.before(input.term, input.seen)
    if (!before) throw notFound('page.not-found')
    if (!(await synonymList.write(before, input.seen, whoOf(actor), needs.clock.now()))) throw synonymMoved()
    await outbox.append(synonymChanged(before.term, before.state))
  })
}
