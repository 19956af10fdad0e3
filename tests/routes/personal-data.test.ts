/** What people did here leaves no name and no address in logs, in addresses of pages, or in the index of the finder. */
import { expect, test } from 'vitest'
import { offerDocuments } from '~/features/finder/queries/offer-documents.server'
import { makeLog } from '~/platform/log/log.server'
import { makeOffer } from '../factories/offer'
import { makeOrganisation } from '../factories/organisation'
import { makeSchoolBranch } from '../factories/school-branch'
import { makeMember, makeTeacher } from '../factories/user'
import { testApp } from '../setup/app'

const lines: string[] = []
const app = await testApp({ log: makeLog('trace', 'test', { write: (line) => lines.push(line) }) })
const { db } = app.database

test('logs, addresses and the index name nobody', async () => {
  const [name, email] = ['Wendelmoet Zoutzieder', 'wendelmoet.zoutzieder@school.example']
  const branch = await makeSchoolBranch(db)
  const company = await makeOrganisation(db)
  const offer = await makeOffer(db, {
    organisationId: company.id,
    contactName: name,
    contactEmail: email,
  })
  const teacher = await makeTeacher(db, branch.id, 'lead', { name, email })
  const colleague = await makeMember(db, company.id)
  const addresses: string[] = []
  const look = (answer: { readonly text: string; readonly location: string | null }) => {
    addresses.push(answer.location ?? '')
    // A link that opens a letter is of the reader's own mail program.
    for (const [, address = ''] of answer.text.matchAll(/\b(?:href|src|action)="([^"]*)"/g))
      if (!address.startsWith('mailto:')) addresses.push(address)
  }
  const [theirs, others] = [await app.signIn(teacher), await app.signIn(colleague)]
  for (const path of ['/account', '/account/school', '/account/data', '/requests', '/bookings', '/offers'])
    look(await theirs.get(path))
  look(await theirs.get(`/offers/${offer.slug}-${offer.id.slice(0, 8)}`))
  for (const path of ['/my/organisation', '/my/organisation/colleagues', '/inbox'])
    look(await others.get(path))
  const invite = { intent: 'invite', organisation: company.id, email, role: 'editor' }
  look(await others.post('/my/organisation/colleagues', invite))
  look(await theirs.post('/sign-in', { email, password: 'niet het goede wachtwoord' }))
  look(await theirs.post('/forgot-password', { email }))
  look(await theirs.get(`/sign-in?to=${encodeURIComponent('/account')}`))

  const isPersonal = (text: string) => /wendelmoet|zoutzieder|%40school\.example|@school\.example/i.test(text)
  expect(lines.length).toBeGreaterThan(10)
  expect(lines.filter(isPersonal)).toEqual([])
  expect(addresses.length).toBeGreaterThan(100)
  expect(addresses.filter(isPersonal)).toEqual([])
  const documents = JSON.stringify(await offerDocuments(db, { ids: [offer.id] }, new Date()))
  expect(documents).toContain(offer.title)
  expect(isPersonal(documents)).toBe(false)
  const events = await db.outboxEvent.findMany({ select: { type: true, payload: true } })
  expect(events.length).toBeGreaterThan(0)
  expect(isPersonal(JSON.stringify(events))).toBe(false)
  expect(isPersonal(JSON.stringify(await db.auditEntry.findMany({ select: { details: true } })))).toBe(false)
})
