/** The browser of the tests: it counts what each page asks the database. */
import { expect } from 'vitest'
import { QUERY_BUDGET } from '../routes/query-budget'
import { type Client, makeBrowser } from './browser'
import { routeOf } from './route-modules'

export const makeClient = (origin: string): Client => makeBrowser(origin, checkBudget)

/** The server counts its statements in APP_ENV=test; the table says how many a route may send. */
function checkBudget(path: string, response: Response): void {
  const pathname = new URL(path, 'http://own.invalid').pathname
  const route = routeOf(pathname)
  if (route === undefined) return
  const count = Number(response.headers.get('x-query-count') ?? Number.NaN)
  const budget = QUERY_BUDGET[route]
  expect(budget, `tests/routes/query-budget.ts has no line for ${route}`).toBeDefined()
  expect(count, `statements of ${path} (${route}), budget ${budget}`).toBeLessThanOrEqual(budget ?? 0)
}
