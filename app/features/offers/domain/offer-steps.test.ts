import { expect, test } from 'vitest'
import { gapField } from './gap-words'
import { GAPS } from './gaps'
import { gapsByStep, nextStep, STEP_FIELDS, STEP_OF_GAP } from './offer-steps'

test('each field stands in one step, and each gap is mended in the step of its field', () => {
  const all = Object.values(STEP_FIELDS).flat()
  expect(new Set(all).size).toBe(all.length)
  for (const gap of GAPS) expect(STEP_FIELDS[STEP_OF_GAP[gap]]).toContain(gapField[gap])
})

test('gaps are counted at their steps, and a step leads to the next', () => {
  expect(gapsByStep(['summary', 'years', 'topics'])).toMatchObject({ what: 1, who: 2, where: 0, publish: 0 })
  expect([nextStep('what'), nextStep('practical'), nextStep('publish')]).toEqual(['who', 'media', 'publish'])
})
