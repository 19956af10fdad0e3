import { expect, test } from 'vitest'
import { canonicalPath, readAddress } from './finder-address'
import { EMPTY_STATE, widerRadii } from './finder-state'

const TOPICS = new Set(['robotica', 'robotica.robots'])
const read = (query: string) => readAddress(new URLSearchParams(query), TOPICS)

test('an empty address asks for everything', () => {
  expect(read('')).toEqual({ state: EMPTY_STATE, problems: [] })
  expect(read('q=&kind=&level=&place=&radius=&sort=&view=&page=')).toEqual({
    state: EMPTY_STATE,
    problems: [],
  })
})

test('a radius of -1 is named, and the rest still counts', () => {
  const { state, problems } = read('q=robot&radius=-1&level=vmbo-3')
  expect(problems).toEqual([{ field: 'radius', code: 'radius-invalid', given: '-1', max: 300 }])
  expect(state).toEqual({ ...EMPTY_STATE, text: 'robot', level: { level: 'vmbo', year: 3 } })
})

test.each(['-1', '0', '301', '1e2', '5.5', 'ver', '٣'])('a radius of %s cannot be', (radius) => {
  const { state, problems } = read(`radius=${encodeURIComponent(radius)}`)
  expect(state.radiusKm).toBeNull()
  expect(problems.map(({ code }) => code)).toEqual(['radius-invalid'])
})

test('a year that the level does not have leaves the level, and says how many years there are', () => {
  const { state, problems } = read('level=havo-6')
  expect(state.level).toEqual({ level: 'havo' })
  expect(problems).toEqual([{ field: 'level', code: 'year-unknown', given: '6', level: 'havo', lastYear: 5 }])
})

test.each(['mbo', 'vmbo-3-kb', '3', 'constructor', '__proto__'])('the level %s does not exist', (level) => {
  const { state, problems } = read(`level=${level}`)
  expect(state.level).toBeNull()
  expect(problems).toEqual([{ field: 'level', code: 'level-unknown', given: level }])
})

test('an unknown topic is named beside the known one', () => {
  const { state, problems } = read('topic=robotica&topic=toveren')
  expect(state.topicIds).toEqual(['robotica'])
  expect(problems).toEqual([{ field: 'topic', code: 'topic-unknown', given: 'toveren' }])
})

test('too long a text is not searched for, and is cut where it is shown again', () => {
  const { state, problems } = read(`q=${'a'.repeat(201)}`)
  expect(state.text).toBe('')
  expect(problems).toEqual([{ field: 'q', code: 'text-too-long', given: `${'a'.repeat(39)}…`, max: 200 }])
})

test('what is taken back stands in the order of the text, each once, and only while it is typed', () => {
  expect(
    read('q=Robot, havo 3!&plain=havo 3&plain=robot&plain=ROBOT&plain=vwo&plain=avo&plain=').state.plain,
  ).toEqual(['robot', 'havo 3'])
  expect(read('plain=robot')).toEqual({ state: EMPTY_STATE, problems: [] })
})

test('script in a text is a text', () => {
  expect(read(`q=${encodeURIComponent('<script>alert(1)</script>')}`).state.text).toBe(
    '<script>alert(1)</script>',
  )
})

test('of what may stand once the last counts, as when a button of the form adds its own value', () => {
  expect(read('view=filters&view=auto').state.view).toBe('auto')
})

test('the empty fields of a form sent without JavaScript move to the one spelling, foreign names stay', () => {
  const params = new URLSearchParams('lang=en&radius=&place=&kind=excursion&q=robot&kind=guest-lesson')
  expect(canonicalPath(params, readAddress(params, TOPICS).state)).toBe(
    '/offers?q=robot&kind=guest-lesson&kind=excursion&lang=en',
  )
})

test('the next wider radii come in order, and the widest has none', () => {
  expect(widerRadii(10, 3)).toEqual([15, 25, 40])
  expect(widerRadii(12, 2)).toEqual([15, 25])
  expect(widerRadii(100, 3)).toEqual([])
})
