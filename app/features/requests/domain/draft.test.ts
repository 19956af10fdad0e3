import { expect, test } from 'vitest'
import { keptAnswers, stepNamed } from './draft'

test('a draft keeps the answers, and not what belongs to one opening of the form', () => {
  const typed = {
    kind: ['excursion'],
    branch: ['00AH00'],
    submissionKey: ['x'],
    draft: ['y'],
    version: ['3'],
  }
  expect(keptAnswers(typed)).toEqual({ kind: ['excursion'], branch: ['00AH00'] })
})

test('nothing answered is no draft, and who rang is never kept', () => {
  expect(keptAnswers({ branch: ['00AH00'], submissionKey: ['x'] })).toEqual({})
  expect(keptAnswers({ kind: ['event'], contactEmail: ['a@b.nl'] })).toEqual({ kind: ['event'] })
})

test('a step that is none is the first', () => {
  expect([stepNamed('far'), stepNamed('nergens'), stepNamed(null)]).toEqual(['far', 'what', 'what'])
})
