import { describe, expect, test } from 'vitest'
import { PAGES } from '../setup/pages'
import { routeModules } from '../setup/route-modules'
import { NOT_YOURS } from './not-yours'
import { QUERY_BUDGET } from './query-budget'

const routes = routeModules()

/** Swept in a story of their own: the parts in both themes, a mail when there is one, a table that is loaded. */
const ELSEWHERE = ['dev.components', 'dev.mail.$id', 'my.organisation_.loads.$id']

describe('every route', () => {
  test('has a line in the table of query budgets, and every line has a route', () => {
    expect(Object.keys(QUERY_BUDGET).sort()).toEqual(routes.map((route) => route.id).sort())
  })

  test('that changes something has an attempt of a stranger or a reason, and every line has such a route', () => {
    const changing = routes.filter((route) => route.hasAction).map((route) => route.id)
    expect(Object.keys(NOT_YOURS).sort()).toEqual(changing.sort())
  })

  test('that shows a page is swept, and everything that is swept is a page', () => {
    const pages = routes.filter(({ id, isPage }) => isPage && !ELSEWHERE.includes(id)).map(({ id }) => id)
    expect([...new Set(PAGES.map((page) => page.route))].sort()).toEqual(pages.sort())
  })
})
