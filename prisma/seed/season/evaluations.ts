/** What both sides say afterwards: most are content, some are not, and not everybody says so. */
import type { EvaluationAnswers } from '~/features/evaluations/domain/evaluation'
import { chanceOf } from './chance'
import { PARAMETERS } from './parameters'

const { evaluation } = PARAMETERS

const WORDS: Readonly<Record<'school' | 'company', Readonly<Record<'good' | 'mixed', readonly string[]>>>> = {
  school: {
    good: [
      'De leerlingen waren de hele tijd bezig. Ze vroegen meteen wanneer jullie terugkomen.',
      'Fijn dat jullie spullen meenamen die ze zelf mochten vastpakken.',
      'Goed verhaal, en op het niveau van de klas. De voorbereiding hielp.',
    ],
    mixed: [
      'Inhoudelijk goed, maar een kwartier uitleg achter elkaar is lang voor deze groep.',
      'Leuke opdracht. Het tweede deel was te veel voor de tijd die er was.',
    ],
  },
  company: {
    good: ['Een leuke klas met goede vragen. Ze waren goed voorbereid.', 'Alles was klaar toen we kwamen.'],
    mixed: ['De groep was groter dan afgesproken. Bel ons de volgende keer even.'],
  },
}

/** @returns what a side says of a lesson; `null`: nothing. The same booking gives the same answer. */
export function evaluationOf(side: 'school' | 'company', bookingId: string): EvaluationAnswers | null {
  const chance = chanceOf('evaluation', side, bookingId)
  if (!chance.is(evaluation.share[side])) return null
  const rating = Number(chance.key(evaluation.ratings))
  const isGood = rating >= 4
  const again = isGood ? (chance.is(0.85) ? 'yes' : 'maybe') : chance.is(0.6) ? 'maybe' : 'no'
  const text = chance.is(evaluation.textShare) ? chance.of(WORDS[side][isGood ? 'good' : 'mixed']) : null
  return side === 'company'
    ? { rating, again, goal: null, fit: null, text }
    : {
        rating,
        again,
        goal: chance.is(0.6) ? (isGood ? 'reached' : 'partly') : null,
        fit: chance.is(0.6) ? chance.key({ right: 8, 'too-hard': isGood ? 0.5 : 3, 'too-easy': 1 }) : null,
        text,
      }
}
