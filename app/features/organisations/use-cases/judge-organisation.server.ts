/** A coordinator of the region, or an administrator, verifies an organisation or refuses it. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Clock } from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import type { Transact } from '~/platform/db/client.server'
import { decideVerdict, type Verdict, type Verification } from '../domain/verification'
import { decidedMeanwhile, organisationNotFound } from '../errors'
import { organisationRefused, organisationVerified } from '../events'
import type { OrganisationStore } from '../store.server'

export type JudgeOrganisationNeeds = {
  readonly transact: Transact<{ readonly organisations: OrganisationStore; readonly outbox: Outbox }>
  readonly clock: Clock
}

export type JudgeOrganisation = {
  readonly id: string
  /** What the page showed. */
  readonly seen: Verification
  readonly verdict: Verdict
}

/**
 * @throws AppError 404 for an organisation outside the actor's regions; conflict `organisation.is-…` when a colleague
 * decided otherwise meanwhile.
 */
export async function judgeOrganisation(
  needs: JudgeOrganisationNeeds,
  actor: Actor,
  { id, seen, verdict }: JudgeOrganisation,
): Promise<void> {
  const now = needs.clock.now()
  await needs.transact(async ({ organisations, outbox }) => {
    const organisation = await organisations.lock(id, now)
    if (!organisation) throw organisationNotFound()
    allow(actor, 'organisation.verify', { regionIds: organisation.regionIds })
    const decision = decideVerdict(organisation.verification, seen, verdict)
    if (!decision.ok) throw decidedMeanwhile(decision.is)
    if (!decision.isNew) return
    const reason = verdict.kind === 'refuse' ? verdict.reason : null
    await organisations.saveVerdict(organisation.id, decision.verification, reason, now)
    const told = decision.verification === 'verified' ? organisationVerified : organisationRefused
    await outbox.append(told(organisation.id))
  })
}
