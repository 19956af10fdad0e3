import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changedFields, changesBetween, contentOfKept, textChanges } from './content-changes'
import type { OfferContent } from './offer'

const CONTENT: OfferContent = {
  kind: 'guest-lesson',
  title: 'Lasrobots in de klas',
  summary: 'Leerlingen lassen.',
  goal: null,
  description: 'Kijken.\n\nDoen.\nOpruimen.',
  preparation: null,
  followUp: null,
  topicIds: ['ict', 'robotica'],
  levels: [{ level: 'vmbo', years: [3, 4], tracks: ['kb'] }],
  subjectIds: ['natuurkunde'],
  curriculumGoalIds: [],
  profileIds: [],
  networkIds: [],
  location: 'at-school',
  reach: { kind: 'radius', km: 25 },
  branchId: null,
  postcode: null,
  groupSizeMax: null,
  durationMinutes: 90,
  costCents: 0,
  languages: ['nl'],
  accessNotes: null,
  girlsFocus: false,
  programme: null,
  materialUrl: null,
  contactName: null,
  contactEmail: null,
  sessionsPerYear: 8,
  weekdays: [],
}

test('what comes back from the database with its keys in another order is the same', () => {
  const levels = [{ years: [3, 4], tracks: ['kb'], level: 'vmbo' }] as unknown as OfferContent['levels']
  expect(changedFields(CONTENT, { ...CONTENT, levels, reach: { km: 25, kind: 'radius' } })).toEqual([])
})

test('changed fields come in the order of the form; another main topic is a change', () => {
  const after = { ...CONTENT, costCents: 1250, topicIds: ['robotica', 'ict'], title: 'Lassen' }
  expect(changedFields(CONTENT, after)).toEqual(['title', 'topicIds', 'costCents'])
})

test('another order of subjects is no change', () => {
  const subjectIds = ['natuurkunde', 'techniek']
  const after = { ...CONTENT, subjectIds: ['techniek', 'natuurkunde'] }
  expect(changedFields({ ...CONTENT, subjectIds }, after)).toEqual([])
})

test('of lists it says what is gone and what is new, of texts paragraph by paragraph', () => {
  const after = { ...CONTENT, subjectIds: ['techniek'], description: 'Kijken.\nZelf doen.\nOpruimen.' }
  expect(changesBetween(CONTENT, after)).toEqual([
    {
      kind: 'text',
      field: 'description',
      parts: [
        { kind: 'same', text: 'Kijken.' },
        { kind: 'gone', text: 'Doen.' },
        { kind: 'new', text: 'Zelf doen.' },
        { kind: 'same', text: 'Opruimen.' },
      ],
    },
    { kind: 'list', field: 'subjectIds', gone: ['natuurkunde'], added: ['techniek'] },
  ])
})

test('both texts can be read from the difference', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 })
    .map((lines) => lines.join('\n'))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const found = textChanges(before, after)
      const without = (kind: string) => found.filter((part) => part.kind !== kind).map((part) => part.text)
      expect(without('new').join('\n')).toBe(before)
      expect(without('gone').join('\n')).toBe(after)
      if (before === after) expect(found.every(({ kind }) => kind === 'same')).toBe(true)
    }),
  )
})

test('a text of very many paragraphs counts as written anew', () => {
  const many = Array.from({ length: 300 }, (_, line) => `regel ${line}`).join('\n')
  expect(textChanges(many, `${many}\nslot`).filter(({ kind }) => kind === 'same')).toEqual([])
})

test('what was kept before a field existed leaves that field as it is, and fields of the past are dropped', () => {
  const { programme: _, ...rest } = { ...CONTENT, title: 'Vroeger' }
  const now = { ...CONTENT, programme: 'Techniekweek' }
  expect(contentOfKept({ ...rest, colour: 'red' }, now)).toEqual({ ...now, title: 'Vroeger' })
})
