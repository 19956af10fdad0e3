/** A stranger with a verified address and a company of their own tries what belongs to somebody else. */
import { describe, expect, test } from 'vitest'
import { makeOffer } from '../factories/offer'
import { makeOrganisation } from '../factories/organisation'
import { makeSchoolBranch } from '../factories/school-branch'
import { makeMember } from '../factories/user'
import { testApp } from '../setup/app'
import { isAttempt, NOT_YOURS } from './not-yours'

describe('not yours', async () => {
  const attempts = Object.entries(NOT_YOURS).flatMap(([route, line]) =>
    isAttempt(line) ? [{ route, ...line }] : [],
  )
  if (attempts.length === 0) {
    test('no route changes what belongs to somebody', () => expect(attempts).toEqual([]))
    return
  }
  const app = await testApp()
  const { db } = app.database
  const theirs = await makeOrganisation(db)
  const offer = await makeOffer(db, { organisationId: theirs.id })
  const branch = await makeSchoolBranch(db)
  const own = await makeOrganisation(db)
  const stranger = await app.signIn(await makeMember(db, own.id))
  const foreign = {
    organisationId: theirs.id,
    organisationSlug: theirs.slug,
    offerId: offer.id,
    offerSlug: offer.slug,
    branchId: branch.id,
  }

  test.each(attempts)('$route answers 404 and changes nothing', async ({ path, fields }) => {
    const answer = await stranger.post(path(foreign), fields)
    expect(answer.status).toBe(404)
    expect(await db.outboxEvent.count()).toBe(0)
    expect(await db.offer.findUnique({ where: { id: offer.id } })).toEqual(offer)
    expect(await db.organisation.findUnique({ where: { id: theirs.id } })).toEqual(theirs)
  })
})
