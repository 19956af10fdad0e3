/** The words of the page and of its picture. */
import { formatNumber, formatSchoolYear } from '~/components/format'
import * as m from '~/paraglide/messages'
import type { Impact } from '../domain/impact'
import type { CardWords } from './impact-card'

/** What the figures are called, in the order of page and picture. */
export function figuresOf({ pupils, schools, lessons }: Impact): CardWords['figures'] {
  return [
    { value: formatNumber(pupils), label: m.impact_pupils({ count: pupils }) },
    { value: formatNumber(schools), label: m.impact_schools({ count: schools }) },
    { value: formatNumber(lessons), label: m.impact_lessons({ count: lessons }) },
  ]
}

/** What the picture says. */
export function cardWords(company: string, impact: Impact): CardWords {
  const since = impact.since === null ? '' : formatSchoolYear(impact.since)
  return {
    company,
    title: m.impact_card_title({ since }),
    figures: figuresOf(impact),
    foot: m.impact_card_foot(),
  }
}

/** The same for who does not see it. */
export function cardAlt(company: string, impact: Impact): string {
  const { title, figures } = cardWords(company, impact)
  const told = figures.map(({ value, label }) => `${value} ${label}`).join(', ')
  return m.impact_card_alt({ company, title, figures: told, count: impact.places.length })
}
