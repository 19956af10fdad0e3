/** Under which licence the result comes before schools: one member chooses, each agrees. */
import type { Actor } from '~/authorisation/actor'
import type { Licence } from '~/kernel/licence'
import { otherLicence } from '../errors'
import { projectEvent } from '../events'
import { type ChangeProjectNeeds, openProjectOfActor } from './project-of-actor.server'

/**
 * Who chooses agrees; the others are asked anew. To choose the same again changes nothing.
 * @throws AppError 401, 403, 404; conflict when it is over.
 */
export async function chooseLicence(
  needs: ChangeProjectNeeds,
  actor: Actor,
  { id, licence }: { readonly id: string; readonly licence: Licence },
): Promise<void> {
  await needs.transact(async (stores) => {
    const { project, by } = await openProjectOfActor(stores, actor, id)
    if (project.licence === licence) return
    const round = project.licenceRound + 1
    await stores.projects.saveLicence(project.id, licence)
    await stores.projects.saveAgreement(by.member.id, round)
    await stores.outbox.append(projectEvent('ProjectLicenceChosen', project.id, by.member.id, { round }))
  })
}

/** @param round that the page showed. @throws AppError 401, 403, 404; conflict when another was chosen, or it is over. */
export async function agreeLicence(
  needs: ChangeProjectNeeds,
  actor: Actor,
  { id, round }: { readonly id: string; readonly round: number },
): Promise<void> {
  await needs.transact(async (stores) => {
    const { project, by } = await openProjectOfActor(stores, actor, id)
    if (project.licence === null || project.licenceRound !== round) throw otherLicence()
    if (by.member.agreedRound === round) return
    await stores.projects.saveAgreement(by.member.id, round)
    await stores.outbox.append(projectEvent('ProjectLicenceAgreed', project.id, by.member.id, { round }))
  })
}
