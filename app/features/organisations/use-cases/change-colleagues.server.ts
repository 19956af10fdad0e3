/** An owner gives a colleague another role, hands the organisation over, or ends somebody's access; anybody may leave. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Clock } from '~/kernel/calendar'
import { AppError } from '~/kernel/errors'
import type { Outbox } from '~/kernel/events'
import type { OrganisationId } from '~/kernel/ids'
import type { Transact } from '~/platform/db/client.server'
import type { ProposalStore } from '../../proposals/store.server'
import type { ColleagueStore } from '../colleague-store.server'
import { type ColleagueChange, decideChange } from '../domain/colleagues'
import { colleagueNotFound, lastOwner, organisationNotFound } from '../errors'
import { colleagueLeft, colleagueRemoved, colleagueRoleChanged } from '../events'

export type ChangeColleaguesNeeds = {
  readonly transact: Transact<{
    readonly colleagues: ColleagueStore
    readonly proposals: Pick<ProposalStore, 'giveBack'>
    readonly outbox: Outbox
  }>
  readonly clock: Clock
}

/**
 * The organisation is locked, so that of two owners who leave at the same moment one stays. Requests that were handed to
 * somebody who goes, or who only reads from now on, are the company's again.
 * @throws AppError 401; 403 for who may not; 404 for another organisation or an unknown colleague; conflict
 * `organisation.last-owner`.
 */
export async function changeColleagues(
  needs: ChangeColleaguesNeeds,
  actor: Actor,
  input: { readonly organisationId: string; readonly change: ColleagueChange },
): Promise<void> {
  if (actor.kind !== 'user') throw new AppError('unauthenticated', 'account.sign-in-first')
  const { change } = input
  const organisationId = input.organisationId as OrganisationId
  const leaves = change.kind === 'remove' && change.userId === actor.userId
  allow(actor, leaves ? 'organisation.leave' : 'organisation.manage-colleagues', { organisationId })
  const now = needs.clock.now()
  await needs.transact(async ({ colleagues, proposals, outbox }) => {
    const people = await colleagues.lock(organisationId)
    if (!people) throw organisationNotFound()
    // What the actor may is asked once more of the rows: the session may be of a moment ago.
    const self = people.find(({ userId }) => userId === actor.userId)
    if (!self) throw organisationNotFound()
    if (!leaves && self.role !== 'owner') throw new AppError('forbidden', 'account.not-allowed')
    const decision = decideChange(people, actor.userId, change)
    if (!decision.ok) throw decision.reason === 'unknown' ? colleagueNotFound() : lastOwner()
    for (const { userId, role } of decision.changes) {
      await colleagues.set(organisationId, userId, role, now)
      if (role === null || role === 'viewer') await proposals.giveBack(organisationId, userId)
      const told = role !== null ? colleagueRoleChanged : leaves ? colleagueLeft : colleagueRemoved
      await outbox.append(told(organisationId, userId))
    }
  })
}
