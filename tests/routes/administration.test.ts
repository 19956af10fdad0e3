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

describe('an administrator', () => {
  test('finds an account without its name in an address, blocks it with a reason, and lets it in again', async () => {
    const person = await makeUser(db, { name: 'Zoekbare Persoon' })
    const theirs = await app.signIn(person)
    const administrator = await app.signIn(await makeUser(db, { isAdministrator: true }))
    const found = await administrator.post('/admin/people?index', { who: 'zoekbare' })
    expect(found.text).toContain(`href="/admin/people/${person.id}"`)
    const path = `/admin/people/${person.id}`
    expect((await administrator.get(path)).text).toContain(person.email)
    expect((await administrator.post(path, { intent: 'block', reason: 'x' })).status).toBe(422)
    expect((await administrator.post(path, { intent: 'block', reason: 'Stuurt reclame' })).location).toBe(
      path,
    )
    expect((await theirs.get('/account')).location).toContain('/sign-in')
    await expect(app.signIn(person)).rejects.toThrow('403')
    expect((await administrator.get('/admin/people')).text).toContain('Stuurt reclame')
    expect((await administrator.post(path, { intent: 'unblock' })).location).toBe(path)
    await app.signIn(person)
    const kinds = await db.auditEntry.findMany({ where: { subjectId: person.id }, select: { kind: true } })
    expect(kinds.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['SignedIn', 'AccountBlocked', 'AccountUnblocked']),
    )
  })

  test('makes somebody coordinator of a region and ends it', async () => {
    const region = await makeRegion(db, { id: 'AM77', name: 'Verre Regio', municipalityCodes: ['GM0777'] })
    const person = await makeUser(db)
    const administrator = await app.signIn(await makeUser(db, { isAdministrator: true }))
    const path = '/admin/coordinators'
    const appoint = { intent: 'appoint', region: region.id, email: person.email }
    expect((await administrator.post(path, { ...appoint, email: 'niemand@schakel.example' })).text).toContain(
      'Er is geen account met dit adres dat is bevestigd.',
    )
    expect((await administrator.post(path, appoint)).location).toBe(path)
    expect((await administrator.get(path)).text).toContain(person.email)
    const dismiss = { intent: 'dismiss', region: region.id, user: person.id }
    expect((await administrator.post(path, dismiss)).location).toBe(path)
    expect((await administrator.post(path, dismiss)).status).toBe(404)
    expect(await db.coordinatorRegion.count({ where: { userId: person.id } })).toBe(0)
  })

  test('looks through somebody’s eyes for a while: logged under the own name, and without changing access', async () => {
    const company = await makeOrganisation(db)
    const owner = await makeMember(db, company.id)
    const me = await makeUser(db, { isAdministrator: true, name: 'Beheerder Bea' })
    const client = await app.signIn(me)
    const path = `/admin/people/${owner.id}`
    await client.post('/admin/switches', { key: 'impersonation', to: 'off' })
    expect((await client.post(path, { intent: 'look', reason: 'Helpt met aanbod' })).status).toBe(409)
    await client.post('/admin/switches', { key: 'impersonation', to: 'on' })
    expect((await client.post(path, { intent: 'look', reason: 'Helpt met aanbod' })).location).toBe('/')
    const page = await client.get('/my/organisation')
    expect(page.text).toContain(`Je kijkt mee met ${owner.name}`)
    expect((await client.get('/admin')).status).toBe(404)
    const edit = { version: String(company.version), name: 'Nieuwe naam', about: 'Metaal.', postcode: '7607' }
    await db.postcodeArea.create({
      data: { pc4: '7607', placeName: 'Almelo', municipalityCode: 'GM0141', lat: 52.36, lng: 6.66 },
    })
    expect((await client.post(`/my/organisation/edit?of=${company.id}`, edit)).status).toBe(302)
    const colleague = {
      intent: 'invite',
      organisation: company.id,
      email: 'x@schakel.example',
      role: 'editor',
    }
    expect((await client.post('/my/organisation/colleagues', colleague)).status).toBe(403)
    expect((await client.post('/account', { intent: 'details', name: 'Ander', locale: 'nl' })).status).toBe(
      403,
    )
    expect((await client.get('/account/data.zip')).status).toBe(403)
    expect((await client.post('/admin/looking', {})).location).toBe('/admin/people')
    expect((await client.get('/admin')).status).toBe(200)
    const log = await db.auditEntry.findMany({ where: { actorId: me.id }, orderBy: { id: 'asc' } })
    expect(log.filter(({ kind }) => kind !== 'SwitchSet').map((e) => [e.kind, e.asUserId])).toEqual([
      ['SignedIn', null],
      ['ImpersonationBegun', null],
      ['OrganisationChanged', owner.id],
      ['ImpersonationEnded', owner.id],
    ])
    expect((await client.get(`/admin/audit?by=${me.id}`)).text).toContain(
      `Door Beheerder Bea, die meekeek met ${owner.name}`,
    )
  })

  test('switches new accounts off and on; reads companies, words and switches', async () => {
    const administrator = await app.signIn(await makeUser(db, { isAdministrator: true }))
    await administrator.post('/admin/switches', { key: 'sign-up', to: 'off' })
    const refused = await app.client().submit('/sign-up', {
      name: 'Nieuw',
      email: 'nieuw@schakel.example',
      password: 'een heel lang wachtwoord van de toets',
      audience: 'school',
    })
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('Nieuwe accounts maken kan nu even niet.')
    await administrator.post('/admin/switches', { key: 'sign-up', to: 'on' })
    await makeOrganisation(db, { name: 'Vindbaar BV' })
    expect((await administrator.get('/admin/companies?q=vindb')).text).toContain('Vindbaar BV')
    expect((await administrator.get('/admin/vocabularies')).status).toBe(200)
    expect((await administrator.get('/admin/switches')).text).toContain('Nieuwe accounts')
  })
})
