/** A stranger with a verified address and a company of their own tries what belongs to somebody else. */
import { expect, test } from 'vitest'
import { makeBooking } from '../factories/booking'
import { makeFeed } from '../factories/feed'
import { makeHold } from '../factories/hold'
import { makeLoad } from '../factories/load'
import { makeOffer } from '../factories/offer'
import { makeOrganisation } from '../factories/organisation'
import { makeProject } from '../factories/project'
import { makeProposal } from '../factories/proposal'
import { makeSavedSearch } from '../factories/saved-search'
import { makeSchoolBranch } from '../factories/school-branch'
import { makeMember, makeTeacher } from '../factories/user'
import { testApp } from '../setup/app'
import { routeModules } from '../setup/route-modules'
import { fieldsOf, isAttempt, NOT_YOURS } from './not-yours'

/** Pages with a name in their address that anybody may read. */
const PUBLIC = new Set([
  '$',
  'offers.$slug',
  'organisations.$slug',
  'schools.$id',
  'downloads.$id',
  'dev.mail.$id',
])

/** @returns the address of a page with somebody else's id in it. */
function addressOf(route: string, id: string): string {
  const segments = (route.match(/(?:\[[^\]]*\]|[^.])+/g) ?? []).filter((segment) => !segment.startsWith('_'))
  const words = segments.map((segment) => segment.replace(/_$/, '').replace(/[[\]]/g, ''))
  return `/${words.map((word) => (word === '$step' ? 'what' : word.startsWith('$') ? id : word)).join('/')}`
}

// One server, some thirty posts one after another: a busy machine gets its time.
test('every page and every attempt of a stranger answers 404 and changes nothing', {
  timeout: 90_000,
}, async () => {
  const app = await testApp()
  const { db } = app.database
  const theirs = await makeOrganisation(db)
  const owner = await makeMember(db, theirs.id)
  const notification = await db.notification.create({
    data: {
      ...{ userId: owner.id, kind: 'message', reason: 'x', title: 'x', preview: '', locale: 'nl' },
      delivery: 'now',
    },
  })
  const offer = await makeOffer(db, { organisationId: theirs.id })
  const draftMaterial = await makeOffer(db, {
    organisationId: theirs.id,
    state: 'draft',
    kind: 'lesson_material',
    location: 'download',
    materialUrl: 'https://metaal.example/werkblad.pdf',
  })
  const branch = await makeSchoolBranch(db)
  const { holdId, roundId } = await makeHold(db, { branchId: branch.id, offerId: offer.id })
  const request = await db.supportRequest.findFirstOrThrow({ where: { branchId: branch.id } })
  const proposal = await makeProposal(db, { branchId: branch.id, offerId: offer.id })
  const { id: conversationId } = await db.conversation.create({
    data: {
      ...{ id: crypto.randomUUID(), requestId: proposal.requestId, organisationId: theirs.id },
      ...{ branchId: branch.id, createdAt: new Date() },
    },
  })
  const teacher = await makeTeacher(db, branch.id)
  const booking = await makeBooking(db, { offerId: offer.id, branchId: branch.id })
  const project = await makeProject(db, {
    bookingId: booking.id,
    branchId: branch.id,
    organisationId: theirs.id,
  })
  const savedSearch = await makeSavedSearch(db, teacher.email)
  const load = await makeLoad(db, { organisationId: theirs.id })
  const feed = await makeFeed(db, { organisationId: theirs.id })
  const session = await db.session.create({
    data: { id: 'a'.repeat(64), userId: teacher.id, expiresAt: new Date(Date.now() + 3_600_000) },
  })
  const draft = await db.requestDraft.create({
    data: {
      ...{ id: crypto.randomUUID(), userId: teacher.id, answers: { kind: ['event'] }, step: 'who' },
      ...{ createdAt: new Date(), updatedAt: new Date() },
    },
  })
  const passkey = await db.passkey.create({
    data: {
      userId: teacher.id,
      credentialId: 'theirs',
      publicKey: new Uint8Array(1),
      counter: 0,
      name: 'Laptop',
    },
  })
  const identity = await db.oidcIdentity.create({
    data: { userId: teacher.id, provider: 'surf', subject: 'theirs', confirmedAt: new Date() },
  })
  const own = await makeOrganisation(db)
  const stranger = await app.signIn(await makeMember(db, own.id))
  const foreign = {
    organisationId: theirs.id,
    organisationSlug: theirs.slug,
    ownerId: owner.id,
    notificationId: notification.id,
    offerId: offer.id,
    offerSlug: offer.slug,
    draftMaterialId: draftMaterial.id,
    branchId: branch.id,
    requestId: request.id,
    draftId: draft.id,
    holdId,
    roundId,
    proposalId: proposal.id,
    conversationId,
    teacherId: teacher.id,
    bookingId: booking.id,
    projectId: project.id,
    savedSearchId: savedSearch.id,
    loadId: load.id,
    feedId: feed.id,
    sessionId: session.id,
    passkeyId: passkey.id,
    identityId: identity.id,
  }
  const ids = [request.id, offer.id, proposal.id, booking.id, holdId, roundId, load.id, teacher.id, load.id]
  for (const { id: route, pattern, isPage } of routeModules()) {
    if (!isPage || PUBLIC.has(route) || !route.includes('$')) continue
    for (const id of new Set(ids)) {
      const path = addressOf(route, id)
      expect(pattern.test(path), `${route} is answered at ${path}`).toBe(true)
      expect.soft((await stranger.get(path)).status, `${route} of ${id}`).toBe(404)
    }
  }
  for (const [route, line] of Object.entries(NOT_YOURS)) {
    if (!isAttempt(line)) continue
    const answer = await stranger.post(line.path(foreign), fieldsOf(line, foreign))
    expect.soft(answer.status, route).toBe(404)
    expect.soft(await db.outboxEvent.count(), route).toBe(0)
    expect.soft(await db.offerDownload.count(), route).toBe(0)
    expect.soft(await db.offer.findUnique({ where: { id: offer.id } }), route).toEqual(offer)
    expect.soft(await db.supportRequest.findUnique({ where: { id: request.id } }), route).toEqual(request)
    expect.soft(await db.requestDraft.findMany(), route).toEqual([draft])
    expect.soft(await db.proposal.findUnique({ where: { id: proposal.id } }), route).toEqual(proposal)
    expect.soft(await db.organisation.findUnique({ where: { id: theirs.id } }), route).toEqual(theirs)
    expect.soft(await db.organisationMembership.count({ where: { userId: owner.id } }), route).toBe(1)
    expect.soft(await db.schoolMembership.count({ where: { userId: teacher.id } }), route).toBe(1)
    expect.soft(await db.booking.findUnique({ where: { id: booking.id } }), route).toEqual(booking)
    expect.soft(await db.project.findUnique({ where: { id: project.id } }), route).toEqual(project)
    expect.soft(await db.conversationMessage.count(), route).toBe(0)
    expect.soft(await db.offerLoad.findMany(), route).toEqual([load])
    expect.soft(await db.offerFeed.findMany(), route).toEqual([feed])
    expect.soft(await db.notification.findMany(), route).toEqual([notification])
    expect
      .soft(await db.savedSearch.findUnique({ where: { id: savedSearch.id } }), route)
      .toEqual(savedSearch)
  }
})
