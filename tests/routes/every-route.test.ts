import { describe, expect, test } from 'vitest'
import { PAGES } from '../setup/pages'
import { routeModules } from '../setup/route-modules'
import { NOT_YOURS } from './not-yours'
import { QUERY_BUDGET } from './query-budget'

const routes = routeModules()

describe('every route', () => {
  test('has a line in the table of query budgets, and every line has a route', () => {
    expect(Object.keys(QUERY_BUDGET).sort()).toEqual(routes.map((route) => route.id).sort())
  })

  test('that changes something has an attempt of a stranger or a reason, and every line has such a route', () => {
    const changing = routes.filter((route) => route.hasAction).map((route) => route.id)
    expect(Object.keys(NOT_YOURS).sort()).toEqual(changing.sort())
  })

  test('that shows a page is swept, and everything that is swept is a page', () => {
    const pages = routes
      .filter((route) => route.isPage && !route.id.startsWith('dev.'))
      .map((route) => route.id)
    expect([...new Set(PAGES.map((page) => page.route))].sort()).toEqual(pages.sort())
  })
})
