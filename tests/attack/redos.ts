/** Texts that make careless regular expressions run for ever, beside harmless texts of the same length in the same run. */
import { isBroken, makeTally, type Target } from './attack'

const LENGTH = 50_000
const BOMBS: readonly (readonly [string, string])[] = [
  ['blanks', `${' '.repeat(LENGTH)}x`],
  ['a', `${'a'.repeat(LENGTH)}!`],
  ['dots', `a@${'a.'.repeat(LENGTH / 2)}`],
  ['digits', `${'1'.repeat(LENGTH)}x`],
  ['dashes', `${'-'.repeat(LENGTH)}x`],
  ['quotes', `${'"'.repeat(LENGTH)}x`],
  ['brackets', '('.repeat(LENGTH)],
  ['weeks', 'week 1, '.repeat(LENGTH / 8)],
  ['months', 'januari of februari '.repeat(LENGTH / 20)],
  ['lines', '\n'.repeat(LENGTH)],
  ['addresses', 'http://a.'.repeat(LENGTH / 9)],
  ['tags', '<a '.repeat(LENGTH / 3)],
]
/** Longer than this for one form is a page that others wait for. */
const LONGEST_MS = 3_000

export async function redos(target: Target) {
  const tally = makeTally()
  const school = await target.as('school')
  const forms: readonly (readonly [string, (text: string) => Readonly<Record<string, string>>])[] = [
    ['/sign-in', (text) => ({ email: text, password: text })],
    ['/sign-up', (text) => ({ email: text, password: text, name: text, audience: 'school' })],
    ['/forgot-password', (text) => ({ email: text })],
    ['/saved-searches/new', (text) => ({ email: text, query: `q=${text}` })],
    ['/account', (text) => ({ intent: 'details', name: text, locale: text })],
    ['/requests/new', (text) => ({ text, period: text, title: text, goal: text })],
  ]
  for (const [path, fields] of forms)
    for (const [name, bomb] of BOMBS) {
      const startedAt = performance.now()
      const answer = await school.post(path, fields(bomb))
      const ms = performance.now() - startedAt
      tally.check(
        ms < LONGEST_MS && !isBroken(answer.status),
        `POST ${path} ${name}: ${answer.status}, ${ms} ms`,
      )
    }
  for (const path of [
    '/offers?q=',
    '/offers?place=',
    '/schools?q=',
    '/requests/new?period=',
    '/requests/new?text=',
  ])
    for (const [name, bomb] of BOMBS) {
      const startedAt = performance.now()
      const answer = await school.get(path + encodeURIComponent(bomb.slice(0, 4_000)))
      const ms = performance.now() - startedAt
      tally.check(
        ms < LONGEST_MS && !isBroken(answer.status),
        `GET ${path} ${name}: ${answer.status}, ${ms} ms`,
      )
    }
  return tally.result()
}
