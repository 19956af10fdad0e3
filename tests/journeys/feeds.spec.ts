/** A company has its offers read from its own address: looked at once, then again with a change and one that vanished. */
import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '../setup/cast'

const item = (externalRef: string, title: string) => ({
  externalRef,
  kind: 'guest-lesson',
  title,
  summary: 'Leerlingen lassen een naad.',
  description: 'Eerst kijken, dan zelf doen.',
  topics: ['Robots bouwen en besturen'],
  years: 'vmbo 3-4',
  location: 'at-company',
  durationMinutes: 90,
  sessionsPerYear: 8,
})

test('offers at an own address: read, looked at, changed and vanished', async ({
  page,
  axe,
  fitsTheScreen,
  cast,
  become,
}) => {
  test.setTimeout(150_000)
  let offers = [item('A-1', 'Lassen'), item('A-2', 'Solderen')]
  const server = http.createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ offers }))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/aanbod.json`
  const company = await cast.company('Lasserij De Toorts', { title: 'Een open dag', places: 4 })
  await become(company.member)
  const main = page.getByRole('main')
  /** What the worker does shows on the next look. */
  const shows = (text: string | RegExp) =>
    expect(async () => {
      await page.reload()
      await expect(main).toContainText(text, { timeout: 1_000 })
    }).toPass({ timeout: 45_000 })
  const stateOf = async (externalRef: string) =>
    (await cast.db.offer.findFirst({ where: { organisationId: company.organisationId, externalRef } }))?.state

  await page.goto('/my/organisation/feeds')
  await main.getByLabel('Webadres').fill(address)
  await main.getByRole('button', { name: 'Voeg toe' }).click()
  await shows('Wacht op jullie ja')
  await axe()
  await fitsTheScreen()
  expect(await stateOf('A-1')).toBeUndefined()
  await main.getByRole('link', { name: 'Bekijk en zeg ja' }).click()
  await expect(main).toContainText('Dit is automatisch opgehaald.')
  await main.getByRole('radio', { name: /^Meteen online/ }).check()
  await main.getByRole('button', { name: 'Laad alles in' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Het is ingeladen', { timeout: 45_000 })
  expect([await stateOf('A-1'), await stateOf('A-2')]).toEqual(['published', 'published'])

  offers = [item('A-1', 'Lassen met een robot')]
  await page.goto('/my/organisation/feeds')
  await main.getByRole('button', { name: 'Nu lezen' }).click()
  await shows('De laatste keer: 0 nieuw, 1 gewijzigd, 0 fout.')
  expect(await stateOf('A-2')).toBe('paused')
  await page.goto('/my/organisation')
  await expect(main).toContainText('Lassen met een robot')
  server.closeAllConnections()
  server.close()
})
