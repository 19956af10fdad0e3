import { describe, expect, test } from 'vitest'
import { textFits } from './text-fit'

const offer = (title: string, summary = '', description = '') => ({ title, summary, description })
const robots = offer('Lasrobots programmeren', 'Je laat een robotarm een naad lassen.')
const bread = offer('Brood bakken', 'Deeg kneden in de bakkerij.')

describe('text fit', () => {
  test('is higher for the offer that is about what is asked', () => {
    const [fits = 0, other = 0] = textFits({ title: 'Iets met robots', text: 'Liefst lassen.' }, [
      robots,
      bread,
    ])
    expect(fits).toBeGreaterThan(0.3)
    expect(other).toBe(0)
  })

  test('sees a compound by its parts', () => {
    const [fits = 0] = textFits({ title: 'Een lasrobot', text: '' }, [robots, bread])
    expect(fits).toBeGreaterThan(0)
  })

  test('words of kinds and words that say nothing fit nothing', () => {
    expect(
      textFits({ title: 'Gastles voor ons', text: 'graag iets leuks' }, [offer('Gastles voor jullie')]),
    ).toEqual([0])
  })

  test('lies between 0 and 1 and needs no offers', () => {
    expect(textFits({ title: 'Robots', text: '' }, [])).toEqual([])
    const [same = 0] = textFits({ title: robots.title, text: robots.summary }, [robots, bread])
    expect(same).toBe(1)
  })
})
