import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { routeModules, routeOf } from './route-modules'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tests-routes-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))

function route(id: string, source = 'export default function Page() {}'): void {
  fs.mkdirSync(path.join(folder, id))
  fs.writeFileSync(path.join(folder, id, 'route.tsx'), source)
}
route('_index')
route('offers._index')
route('offers.$slug')
route('offers.map-points', 'export async function loader() {}')
route(
  'my.organisation_.offers.$id_.edit',
  'export async function action() {}\nexport default function Page() {}',
)
route('sitemap[.]xml', 'export function loader() {}')
route('$')

test.each([
  ['/', '_index'],
  ['/offers', 'offers._index'],
  ['/offers/lasrobot-1234abcd', 'offers.$slug'],
  ['/offers/map-points', 'offers.map-points'],
  ['/my/organisation/offers/12/edit', 'my.organisation_.offers.$id_.edit'],
  ['/sitemap.xml', 'sitemap[.]xml'],
  ['/not/there', '$'],
])('%s is answered by %s', (pathname, id) => {
  expect(routeOf(pathname, routeModules(folder))).toBe(id)
})

test('pages and actions are told apart', () => {
  const known = new Map(routeModules(folder).map((found) => [found.id, found]))
  expect(known.get('offers.map-points')).toMatchObject({ isPage: false, hasAction: false })
  expect(known.get('my.organisation_.offers.$id_.edit')).toMatchObject({ isPage: true, hasAction: true })
})
