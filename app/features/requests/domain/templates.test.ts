import { expect, test } from 'vitest'
import { VMBO_TRACKS } from '~/kernel/education'
import taxonomy from '../../../../prisma/seed/data/taxonomy.json'
import { requestAnswers } from '../schemas'
import { schoolLevels } from './school-levels'
import { TEMPLATES } from './template-list'
import { answersOfTemplate, beginsNow, templatesFor } from './templates'

const topics = new Set(
  taxonomy.topics.flatMap(({ id, children }) => [id, ...children.map((child) => child.id)]),
)

test.each(TEMPLATES.map((template) => [template.id, template] as const))(
  'the template %s fills in a request that can be posted',
  (_, template) => {
    const { level, years, tracks } = template
    for (const locale of ['nl', 'en'] as const) {
      const { groups, groupSize, title, text, ...lists } = answersOfTemplate(
        template,
        { level, years, tracks },
        locale,
      )
      const single = { groups: groups?.[0], groupSize: groupSize?.[0], title: title?.[0], text: text?.[0] }
      expect(requestAnswers.safeParse({ ...lists, ...single, day: [], language: [] }).error).toBeUndefined()
    }
    // Developing together is a request by itself.
    if (template.kinds.includes('co-development')) expect(template.kinds).toHaveLength(1)
    expect(template.topicIds.filter((id) => !topics.has(id))).toEqual([])
  },
)

test('every class has three to five to begin with, under a name of its own', () => {
  const all = templatesFor([
    ...schoolLevels(['bo']),
    { level: 'vmbo', years: [1, 2, 3, 4], tracks: [...VMBO_TRACKS] },
    ...schoolLevels(['pro', 'havo', 'vwo']),
  ])
  expect(all).toHaveLength(8)
  for (const { templates } of all) {
    expect(templates.length).toBeGreaterThanOrEqual(3)
    expect(templates.length).toBeLessThanOrEqual(5)
  }
  expect(new Set(TEMPLATES.map(({ id }) => id)).size).toBe(TEMPLATES.length)
})

test('a school begins with what is for its own classes', () => {
  const bridge = templatesFor(schoolLevels(['vmbo-gt', 'havo']))
  expect(bridge.map(({ level, tracks }) => [level, tracks])).toEqual([
    ['vmbo', ['gl', 'tl']],
    ['havo', []],
  ])
  expect(templatesFor([])).toEqual([])
})

test('there is something to begin with until the first answer', () => {
  expect(beginsNow({ step: 'what', typed: { branch: ['00AH00'] } })).toBe(true)
  expect(beginsNow({ step: 'what', typed: { kind: ['event'] } })).toBe(false)
  expect(beginsNow({ step: 'who', typed: {} })).toBe(false)
})
