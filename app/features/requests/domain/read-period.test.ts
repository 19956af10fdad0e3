import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPeriod } from './read-period'

const TODAY = '2026-11-24'
const HOLIDAYS = [
  { type: 'herfstvakantie', from: '2026-10-10', until: '2026-10-18' },
  { type: 'kerstvakantie', from: '2026-12-19', until: '2027-01-03' },
  { type: 'voorjaarsvakantie', from: '2027-02-20', until: '2027-02-28' },
  { type: 'meivakantie', from: '2027-04-24', until: '2027-05-02' },
  { type: 'zomervakantie', from: '2027-07-10', until: '2027-08-22' },
]
const read = (text: string) => {
  const span = readPeriod(text, TODAY, HOLIDAYS)
  return span && `${span.from} ${span.until}`
}

test.each([
  ['maart', '2027-03-01 2027-03-31'],
  ['november', '2026-11-24 2026-11-30'],
  ['september-oktober', '2027-09-01 2027-10-31'],
  ['oktober-december', '2026-11-24 2026-12-31'],
  ['november-maart', '2026-11-24 2027-03-31'],
  ['december-februari', '2026-12-01 2027-02-28'],
  ['september t/m maart', '2026-11-24 2027-03-31'],
  ['mei/juni', '2027-05-01 2027-06-30'],
  ['maart of april', '2027-03-01 2027-04-30'],
  ['half mei', '2027-05-10 2027-05-20'],
  ['eind januari', '2027-01-20 2027-01-31'],
  ['17 maart', '2027-03-17 2027-03-17'],
  ['17 november', '2027-11-17 2027-11-17'],
  ['17-3-2027', '2027-03-17 2027-03-17'],
  ['2027-02-01 - 2027-02-12', '2027-02-01 2027-02-12'],
  ['week 6', '2027-02-08 2027-02-12'],
  ['week 6 of week 7', '2027-02-08 2027-02-19'],
  ['vóór de meivakantie', '2026-11-24 2027-04-23'],
  ['voor de zomer', '2026-11-24 2027-07-09'],
  ['oktober tot kerst', '2026-11-24 2026-12-18'],
  ['na de kerst', '2027-01-04 2027-07-31'],
  ['vanaf januari', '2027-01-01 2027-07-31'],
  ['vanaf nu', '2026-11-24 2027-07-31'],
  ['hele schooljaar', '2026-11-24 2027-07-31'],
  ['dit schooljaar nog', '2026-11-24 2027-07-31'],
  ['doorlopend', '2026-11-24 2027-07-31'],
  ['zo snel mogelijk', '2026-11-24 2027-07-31'],
  ['najaar', '2026-11-24 2026-11-30'],
  ['voorjaar', '2027-03-01 2027-05-31'],
  ['projectweek in april', '2027-04-01 2027-04-30'],
  ['March to May', '2027-03-01 2027-05-31'],
  ['before the summer holidays', '2026-11-24 2027-07-09'],
  ['early February', '2027-02-01 2027-02-10'],
])('%s is %s', (text, expected) => {
  expect(read(text)).toBe(expected)
})

test.each(['wanneer het past', 'in overleg', '', 'week 99', '45 maartjes', '31-2-2027', '17 maart 2020'])(
  '%j restricts nothing',
  (text) => {
    expect(read(text)).toBeNull()
  },
)

test('most of what the demo teachers wrote is understood', () => {
  const lines = readFileSync('prisma/seed/data/demo/requests.jsonl', 'utf8').trim().split('\n')
  const periods = lines.map((line) => (JSON.parse(line) as { period: string }).period)
  const unread = periods.filter((period) => read(period) === null)
  expect(new Set(unread)).toEqual(new Set(['wanneer het past', 'week van de mediawijsheid of later']))
})

test('whatever is typed, days come in order and none has passed', () => {
  const words = fc.constantFrom(
    'week',
    '6',
    'maart',
    'tot',
    'kerst',
    'vanaf',
    '17',
    '-',
    'half',
    'na',
    'voor',
    'mei',
    '2027',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(words).map((list) => list.join(' ')),
      ),
      (text) => {
        const span = readPeriod(text, TODAY, HOLIDAYS)
        if (span) expect(TODAY <= span.from && span.from <= span.until).toBe(true)
      },
    ),
    { numRuns: 3000 },
  )
})
