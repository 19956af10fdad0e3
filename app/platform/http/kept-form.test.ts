import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { keepForm, keptForm, takeKeptAway } from './kept-form.server'

const back = (cookie: string) =>
  keptForm(new Request('http://own.invalid/', { headers: { Cookie: `a=1; ${cookie.split(';')[0]}; b=2` } }))

test('what was filled in comes back, several answers of one field too', () => {
  const fields = { kind: ['excursion', 'event'], title: ['Één “vraag”, mét leestekens'] }
  expect(back(keepForm(fields))).toEqual(fields)
})

test('a long text fits, for it is packed; one that cannot be packed is cut and the rest is there', () => {
  const text = 'Onze klas wil zien hoe een lasrobot werkt en wie hem instelt. '.repeat(32)
  expect(back(keepForm({ text: [text] }))).toEqual({ text: [text] })
  const noise = randomBytes(5_000).toString('base64')
  const cookie = keepForm({ title: ['Kort'], text: [noise] })
  expect(cookie.length).toBeLessThan(4_096)
  expect(back(cookie)?.title).toEqual(['Kort'])
})

test.each(['kept-form=', 'kept-form=geen-vorm', 'kept-form=%00', takeKeptAway(), ''])(
  '%j keeps nothing',
  (cookie) => {
    expect(back(cookie)).toBeNull()
  },
)
