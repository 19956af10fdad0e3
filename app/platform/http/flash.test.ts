import { expect, test } from 'vitest'
import { newsOf, redirectWithNews, takeNewsAway } from './flash.server'

const next = (setCookie: string | null) =>
  new Request('http://schakel.example/', {
    headers: { Cookie: `lang=nl; ${setCookie?.split(';')[0]}; theme=dark` },
  })

test('the next page gets the sentence, whatever is in it', () => {
  for (const text of ['Bewaard.', 'Één café, 3 × 25; <b>“ja”</b>', 'é'.repeat(300)]) {
    const response = redirectWithNews('/my/organisation', text)
    expect(response.headers.get('Location')).toBe('/my/organisation')
    expect(newsOf(next(response.headers.get('Set-Cookie')))).toBe(text)
  }
})

test('a long text is cut, other cookies are kept', () => {
  const response = redirectWithNews('/', 'x'.repeat(5000), { 'Set-Cookie': 'session=1' })
  const [session, flash] = response.headers.getSetCookie()
  expect(session).toBe('session=1')
  expect(newsOf(next(flash ?? null))).toBe('x'.repeat(300))
})

test('no news is no news', () => {
  expect(newsOf(new Request('http://schakel.example/'))).toBeNull()
  expect(newsOf(next('flash=<script>'))).toBeNull()
  expect(newsOf(next(takeNewsAway()))).toBeNull()
})
