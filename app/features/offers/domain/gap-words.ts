/** What is missing before schools may see an offer: the field that mends it, and how the reader is told. */
import * as m from '~/paraglide/messages'
import type { Gap } from './gaps'

export const gapField = {
  summary: 'summary',
  description: 'description',
  topics: 'topics',
  years: 'years',
  duration: 'durationMinutes',
  languages: 'languages',
  sessions: 'sessionsPerYear',
  material: 'materialUrl',
} as const satisfies Record<Gap, string>

export const gapText: Readonly<Record<Gap, () => string>> = {
  summary: m.error_offer_gap_summary,
  description: m.error_offer_gap_description,
  topics: m.error_offer_gap_topics,
  years: m.error_offer_gap_years,
  duration: m.error_offer_gap_duration,
  languages: m.error_offer_gap_languages,
  sessions: m.error_offer_gap_sessions,
  material: m.error_offer_gap_material,
}
