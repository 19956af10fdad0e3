import { describe, expect, test } from 'vitest'
import { makeOrganisation } from '../factories/organisation'
import { makeRegion } from '../factories/region'
import { makeCoordinator, makeMember, makeUser } from '../factories/user'
import { testApp } from '../setup/app'

const app = await testApp()
const { db } = app.database

describe('the audit log', () => {
  test('an administrator reads who did what, by person and as a table; a coordinator what is of the region', async () => {
    const region = await makeRegion(db)
    const [here, elsewhere] = [
      await makeOrganisation(db, { verification: 'pending' }),
      await makeOrganisation(db, { municipalityCode: 'GM0363', verification: 'pending', name: 'Verweg' }),
    ]
    const person = await makeCoordinator(db, region.id)
    const coordinator = await app.signIn(person)
    const verify = { intent: 'verify', organisation: here.id, seen: 'pending' }
    expect((await coordinator.post('/board/organisations', verify)).status).toBe(302)
    const administrator = await app.signIn(await makeUser(db, { isAdministrator: true }))
    await administrator.post('/board/organisations', { ...verify, organisation: elsewhere.id })

    const page = await administrator.get('/admin/audit?kind=OrganisationVerified')
    expect(page.text).toContain(`Door ${person.name}`)
    expect(page.text).toContain('Verweg')
    expect((await administrator.get(`/admin/audit?by=${person.id}`)).text).not.toContain('Verweg')
    const table = await administrator.get('/admin/audit.csv?subject=organisation')
    expect(table.headers.get('content-type')).toContain('text/csv')
    expect(table.text).toContain(`Bedrijf goedgekeurd;Door ${person.name};bedrijf;${here.name}`)
    expect((await administrator.get('/admin/audit?kind=TableTaken')).text).toContain('rows: 2')

    const own = await coordinator.get('/board/audit')
    expect(own.text).toContain(here.name)
    expect(own.text).not.toContain('Verweg')
    expect((await coordinator.get('/admin/audit')).status).toBe(404)
    expect((await coordinator.get('/admin/audit.csv')).status).toBe(404)
    const member = await app.signIn(await makeMember(db, here.id))
    for (const path of ['/admin', '/admin/audit', '/board/audit', '/board/audit.csv'])
      expect((await member.get(path)).status, path).toBe(404)
  })
})
