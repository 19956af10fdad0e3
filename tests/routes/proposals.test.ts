/** The inbox of a company and the link of a mail: whose it is, what a look does, and that an answer counts once. */
import { describe, expect, test } from 'vitest'
import { makeLinks } from '~/platform/links/links.server'
import { makeOffer } from '../factories/offer'
import { makeOrganisation } from '../factories/organisation'
import { makeProposal } from '../factories/proposal'
import { makeSchoolBranch } from '../factories/school-branch'
import { makeMember } from '../factories/user'
import { testApp } from '../setup/app'

const app = await testApp({ with: 'geography' })
const { db } = app.database
const links = makeLinks('a secret of tests, long enough to be one')
const soon = new Date(Date.now() + 5 * 86_400_000)

/** A company with two places left, asked for its lesson. */
async function asked(
  over: { readonly groups?: number; readonly dueOn?: Date; readonly places?: number } = {},
) {
  const organisation = await makeOrganisation(db, { municipalityCode: 'GM0141' })
  const member = await makeMember(db, organisation.id)
  const offer = await makeOffer(db, { organisationId: organisation.id })
  const year = (first: number) => ({
    offerId: offer.id,
    startsOn: new Date(`${first}-08-01`),
    endsOn: new Date(`${first + 1}-07-31`),
    places: over.places ?? 2,
  })
  await db.capacitySlot.createMany({ data: [2025, 2026, 2027].map(year) })
  const branch = await makeSchoolBranch(db, { municipalityCode: 'GM0141' })
  const { places: _, ...facts } = over
  const proposal = await makeProposal(db, { branchId: branch.id, offerId: offer.id, ...facts })
  return { organisation, member, offer, branch, proposal, path: `/inbox/${proposal.id}` }
}

/** A working day of the running school year, some weeks ahead, as text. */
function someDay(weeks = 3): string {
  const at = new Date(Date.now() + weeks * 7 * 86_400_000)
  while (at.getUTCDay() !== 4) at.setUTCDate(at.getUTCDate() + 1)
  return at.toISOString().slice(0, 10)
}
const yes = (date: string) => ({
  intent: 'yes',
  'groups[0].date': date,
  'groups[0].time': '10:00',
  sure: 'on',
})

async function linkOf({ proposal, member }: Awaited<ReturnType<typeof asked>>, expiresAt = soon) {
  const key = `${proposal.id} ${member.id}`
  const { token, id } = links.sign({ purpose: 'answer-proposal', key, expiresAt })
  const row = {
    id,
    purpose: 'answer-proposal',
    subjectId: proposal.id,
    payload: { userId: member.id },
    expiresAt,
  }
  await db.oneUseLink.create({ data: row })
  return `/answer/proposal?token=${token}`
}

const stateOf = async (id: string) => (await db.proposal.findUniqueOrThrow({ where: { id } })).state

describe('the inbox', () => {
  test('asks a visitor to sign in and comes back', async () => {
    const { status, location } = await app.client().get('/inbox')
    expect([status, location]).toEqual([302, '/sign-in?to=%2Finbox'])
  })

  test('tells somebody of no company where to begin', async () => {
    const teacher = await app.signIn(await makeMember(db, (await makeOrganisation(db)).id))
    expect((await teacher.get('/inbox')).status).toBe(200)
  })

  test('shows what waits, and looking changes nothing', async () => {
    const { member, proposal, path } = await asked()
    const client = await app.signIn(member)
    const list = await client.get('/inbox')
    expect(list.text).toContain('1 vraag wacht op antwoord')
    expect(list.text).toContain(path)
    const page = await client.get(`${path}?answer=yes`)
    expect(page.status).toBe(200)
    expect(page.text).toContain('Onze derde klas wil weten')
    expect(await db.proposal.findUnique({ where: { id: proposal.id } })).toEqual(proposal)
    await client.post(path, { intent: 'view' })
    expect(await stateOf(proposal.id)).toBe('viewed')
  })

  test('is not there for another company', async () => {
    const { path } = await asked()
    const stranger = await app.signIn((await asked()).member)
    expect((await stranger.get(path)).status).toBe(404)
    expect((await stranger.get('/inbox/unknown')).status).toBe(404)
  })

  test('a yes on a day books once; a second one hears it', async () => {
    const { member, proposal, path } = await asked()
    const client = await app.signIn(member)
    const day = someDay()
    expect((await client.post(path, yes(day))).location).toBe(path)
    const again = await client.post(path, yes(day))
    expect(again.status).toBe(409)
    expect(again.text).not.toContain('Maak de afspraak')
    expect(await stateOf(proposal.id)).toBe('accepted')
    expect(await db.booking.count({ where: { proposalId: proposal.id } })).toBe(1)
  })

  test('more groups than places: a clear word, nothing half-done, what was typed stays', async () => {
    const { member, proposal, path } = await asked({ groups: 2, places: 1 })
    const client = await app.signIn(member)
    const day = someDay()
    const answer = await client.post(path, { ...yes(day), 'groups[1].date': day })
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('geen plek meer vrij')
    expect(answer.text).toContain(`value="${day}"`)
    expect(await stateOf(proposal.id)).toBe('sent')
    expect(
      await db.placeClaim.count({ where: { slot: { offer: { proposals: { some: { id: proposal.id } } } } } }),
    ).toBe(0)
  })

  test('a day against which something speaks is asked for once more', async () => {
    const { member, proposal, path } = await asked()
    const client = await app.signIn(member)
    const saturday = new Date(new Date(someDay()).getTime() + 2 * 86_400_000).toISOString().slice(0, 10)
    const { sure: _, ...unsure } = yes(saturday)
    const answer = await client.post(path, unsure)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('name="sure"')
    expect(await stateOf(proposal.id)).toBe('sent')
    expect((await client.post(path, yes(saturday))).status).toBe(302)
  })

  test.each([
    [{ intent: 'yes' }, 'Kies voor minstens één groep een dag'],
    [{ intent: 'yes', 'groups[0].date': '2027-02-31' }, 'Kies een dag die bestaat'],
    [{ intent: 'no' }, 'Kies waarom het niet kan'],
    [{ intent: 'no', reason: 'no-time', text: 'x'.repeat(1001) }, 'Dit is te lang'],
    [{ intent: 'later', count: '0' }, 'minstens 1'],
    [{ intent: 'pass', toId: 'nobody' }, 'Kies een collega'],
  ])('%j is said to be wrong', async (fields, words) => {
    const { member, proposal, path } = await asked()
    await makeMember(
      db,
      (await db.organisationMembership.findFirstOrThrow({ where: { userId: member.id } })).organisationId,
    )
    const answer = await (await app.signIn(member)).post(path, fields)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(words)
    expect(await stateOf(proposal.id)).toBe('sent')
  })

  test('too late is too late, also before the clock has said so', async () => {
    const { member, path } = await asked({ dueOn: new Date(Date.now() - 3 * 86_400_000) })
    const answer = await (await app.signIn(member)).post(path, yes(someDay()))
    expect(answer.status).toBe(409)
  })

  test('passed to a colleague it waits for them', async () => {
    const { member, proposal, path, organisation } = await asked()
    const colleague = await makeMember(db, organisation.id)
    const client = await app.signIn(member)
    expect((await client.post(path, { intent: 'pass', toId: colleague.id })).status).toBe(302)
    expect(await stateOf(proposal.id)).toBe('passed')
    const next = await db.proposal.findFirstOrThrow({
      where: { requestId: proposal.requestId, state: 'sent' },
    })
    expect(next).toMatchObject({
      addressedToId: colleague.id,
      dueOn: proposal.dueOn,
      sentAt: proposal.sentAt,
    })
  })
})

describe('the link of a mail', () => {
  test('shows without signing in, and looking twice does nothing', async () => {
    const it = await asked()
    const path = await linkOf(it)
    for (let i = 0; i < 2; i++) expect((await app.client().get(`${path}&answer=yes`)).status).toBe(200)
    expect(await db.proposal.findUnique({ where: { id: it.proposal.id } })).toEqual(it.proposal)
    expect(await db.oneUseLink.count({ where: { subjectId: it.proposal.id, usedAt: null } })).toBe(1)
  })

  test('answers once, and then is gone for everybody of the company', async () => {
    const it = await asked()
    const path = await linkOf(it)
    const other = await linkOf({ ...it, member: await makeMember(db, it.organisation.id) })
    const client = app.client()
    expect((await client.post(path, yes(someDay()))).location).toBe('/answer/proposal?done=accept')
    expect(await stateOf(it.proposal.id)).toBe('accepted')
    expect((await client.get('/answer/proposal?done=accept')).status).toBe(200)
    for (const spent of [path, other]) {
      const page = await client.get(spent)
      expect(page.status).toBe(410)
      expect(page.text).toContain('href="/inbox"')
      expect((await client.post(spent, { intent: 'no', reason: 'other' })).status).toBe(410)
    }
    expect(await db.booking.count({ where: { proposalId: it.proposal.id } })).toBe(1)
  })

  test('an answer that is refused leaves the link as it was; to think about it does too', async () => {
    const it = await asked({ places: 0 })
    const path = await linkOf(it)
    expect((await app.client().post(path, yes(someDay()))).status).toBe(409)
    expect((await app.client().post(path, { intent: 'consider' })).status).toBe(302)
    expect(await stateOf(it.proposal.id)).toBe('considering')
    expect((await app.client().post(path, { intent: 'no', reason: 'period-full' })).status).toBe(302)
    expect(await stateOf(it.proposal.id)).toBe('declined')
  })

  test('hands it to a colleague, once; to nobody else', async () => {
    const it = await asked()
    const colleague = await makeMember(db, it.organisation.id)
    const stranger = await makeMember(db, (await makeOrganisation(db)).id)
    const path = await linkOf(it)
    expect((await app.client().get(`${path}&answer=pass`)).text).toContain(colleague.name)
    expect((await app.client().post(path, { intent: 'pass', toId: stranger.id })).status).toBe(422)
    expect((await app.client().post(path, { intent: 'pass', toId: colleague.id })).location).toBe(
      '/answer/proposal?done=pass',
    )
    expect(await stateOf(it.proposal.id)).toBe('passed')
    expect((await app.client().get('/answer/proposal?done=pass')).status).toBe(200)
    expect((await app.client().post(path, { intent: 'pass', toId: colleague.id })).status).toBe(410)
  })

  test('tampered with, expired, or of somebody who left is gone', async () => {
    const it = await asked()
    const path = await linkOf(it)
    const late = await linkOf(it, new Date(Date.now() - 1_000))
    for (const wrong of [`${path.slice(0, -2)}xx`, late, '/answer/proposal', '/answer/proposal?token=x'])
      expect((await app.client().get(wrong)).status).toBe(410)
    await db.organisationMembership.deleteMany({ where: { userId: it.member.id } })
    expect((await app.client().get(path)).status).toBe(410)
    expect((await app.client().post(path, yes(someDay()))).status).toBe(410)
    expect(await stateOf(it.proposal.id)).toBe('sent')
  })
})
