/** What was made becomes lesson material of one of the companies: a draft with the chosen files. */
import { randomUUID } from 'node:crypto'
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { OfferId, OrganisationId } from '~/kernel/ids'
import type { Transact } from '~/platform/db/client.server'
import { FILE_LIMITS } from '../../media/domain/offer-file'
import { filesFull } from '../../media/errors'
import type { MediaStore } from '../../media/store.server'
import type { OfferContent } from '../../offers/domain/offer'
import { createIn, type OfferStores } from '../../offers/use-cases/create-offer.server'
import { obstacleToPublishing, present } from '../domain/project'
import { isShared } from '../domain/project-file'
import { cannotPublish, fileNotClean, noFilesChosen, projectNotFound } from '../errors'
import { projectEvent } from '../events'
import type { ProjectFileStore } from '../file-store.server'
import type { AskedFor } from '../store.server'
import { type ChangeProjectNeeds, type ProjectStores, projectOfActor } from './project-of-actor.server'

export type DraftResultNeeds = Pick<ChangeProjectNeeds, 'clock'> & {
  readonly transact: Transact<
    ProjectStores &
      Omit<OfferStores, 'media'> & { readonly media: MediaStore; readonly projectFiles: ProjectFileStore }
  >
  readonly scanFile: unknown
}

export type DraftResult = {
  readonly id: string
  /** The company whose offer it becomes. */
  readonly organisationId: string
  readonly title: string
  readonly summary: string
  readonly description: string
  /** Of the files that go along, 1–10. */
  readonly versionIds: readonly string[]
}

/**
 * Every member that takes part now has agreed to the licence and is named with it. The company looks at the draft and
 * publishes it as any other offer.
 * @throws AppError 401, 403; 404 for a company that is not the actor's or takes no part; conflict when not all agreed,
 * or a file may not be given; invalid without files.
 */
export async function draftResult(
  needs: DraftResultNeeds,
  actor: Actor,
  input: DraftResult,
): Promise<OfferId> {
  const now = needs.clock.now()
  return needs.transact(async (stores) => {
    const { project, by } = await projectOfActor(stores, actor, input.id)
    const owner = present(project.members).find((one) => one.organisationId === input.organisationId)
    if (!owner?.organisationId) throw projectNotFound()
    const organisationId: OrganisationId = owner.organisationId
    allow(actor, 'offer.create', { organisationId })
    const obstacle = obstacleToPublishing(project)
    if (obstacle) throw cannotPublish(obstacle)
    const chosen = [...new Set(input.versionIds)]
    if (chosen.length === 0) throw noFilesChosen()
    if (chosen.length > FILE_LIMITS.count) throw filesFull()
    const versions = await stores.projectFiles.versions(project.id, chosen)
    if (versions.length < chosen.length) throw projectNotFound()
    if (!versions.every(({ scan }) => isShared(scan, needs.scanFile !== null))) throw fileNotClean()
    const content = contentOf(input, project.goal, await stores.projects.askedFor(project.id))
    const draft = { organisationId, content, publish: false, submissionKey: project.id }
    const { id: offerId } = await createIn(stores, draft, now)
    for (const { name, type, bytes, key, scan } of versions)
      await stores.media.addFile(offerId, { id: randomUUID(), name, type, bytes, key, scan }, now)
    await stores.projects.saveResult(project.id, offerId)
    await stores.outbox.append(projectEvent('ProjectResultDrafted', project.id, by.member.id))
    return offerId
  })
}

function contentOf(
  { title, summary, description }: DraftResult,
  goal: string,
  { topicIds, levels }: AskedFor,
): OfferContent {
  return {
    ...{ kind: 'lesson-material', location: 'download', title, summary, description },
    ...{ goal: goal || null, preparation: null, followUp: null, topicIds, levels },
    ...{
      subjectIds: [],
      curriculumGoalIds: [],
      profileIds: [],
      networkIds: [],
      reach: { kind: 'everywhere' },
    },
    ...{ branchId: null, postcode: null, groupSizeMax: null, durationMinutes: null, costCents: 0 },
    ...{ languages: ['nl'], accessNotes: null, girlsFocus: false, programme: null, materialUrl: null },
    ...{ contactName: null, contactEmail: null, sessionsPerYear: null, weekdays: [] },
  }
}
