import { describe, expect, test } from 'vitest'
import { synonymTable } from './synonyms'
import { indexTerms, termsOfOffer, textFits } from './text-fit'

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

  test('words that were given count for the one who asks with them, and for nobody else', () => {
    const fits = indexTerms([robots, bread].map(termsOfOffer))
    const given = synonymTable([
      { term: 'grijpkraan', means: ['robotarm'], bothWays: false },
      { term: 'blikkerij', means: ['deeg kneden'], bothWays: false },
    ])
    const placesFor = (title: string, ...more: [typeof given] | []) =>
      fits({ title, text: '' }, ...more).map(({ place }) => place)
    expect(placesFor('Een grijpkraan')).toEqual([])
    expect(placesFor('Een grijpkraan', given)).toEqual([0])
    // All words of what is meant, not one of them.
    expect(placesFor('De blikkerij', given)).toEqual([1])
    const [first] = fits({ title: 'Een grijpkraan', text: '' }, given)
    expect(first?.fit).toBeGreaterThan(0)
    expect(first?.fit).toBeLessThanOrEqual(1)
    // A word that an offer has itself counts no less for it.
    const own = (synonyms?: typeof given) => fits({ title: 'Robotarm', text: '' }, synonyms)[0]?.fit
    expect(own(given)).toBe(own())
  })
})
