import { describe, expect, test } from 'vitest'
import { type Claim, prioritiesOf, USUAL_SETTINGS } from './round-settings'

const claim = (over: Partial<Claim>): Claim => ({
  waitingWeeks: 10,
  neverHelped: false,
  pupils: 25,
  regionId: 'AM01',
  ...over,
})

describe('the priorities of a round', () => {
  test('are the weeks and the head start, in the steps that were set', () => {
    const claims = [claim({}), claim({ waitingWeeks: 12 }), claim({ waitingWeeks: 1, neverHelped: true })]
    expect(prioritiesOf(claims, USUAL_SETTINGS)).toEqual([10, 12, 14])
    expect(prioritiesOf(claims, { ...USUAL_SETTINGS, headStart: 0 })).toEqual([10, 12, 1])
    expect(prioritiesOf(claims, { ...USUAL_SETTINGS, waitingStep: 4 })).toEqual([2, 3, 3])
    expect(prioritiesOf(claims, { ...USUAL_SETTINGS, waitingStep: 0 })).toEqual([0, 0, 13])
  })

  test('go to the largest groups where pupils go first, and stay as they are elsewhere', () => {
    const claims = [
      claim({ waitingWeeks: 20, pupils: 12 }),
      claim({ waitingWeeks: 5, pupils: 30 }),
      claim({ waitingWeeks: 9, pupils: 30 }),
      claim({ waitingWeeks: 2, pupils: 99, regionId: 'AM02' }),
    ]
    const pupilsFirst = ['AM01']
    expect(prioritiesOf(claims, { ...USUAL_SETTINGS, pupilsFirst })).toEqual([5, 9, 20, 2])
  })
})
