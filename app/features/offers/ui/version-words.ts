/** Fields of an offer and what stands in them, in the reader's language. */
import {
  formatDays,
  formatDuration,
  formatKm,
  formatLevels,
  formatNumber,
  formatPrice,
} from '~/components/format'
import { kindWord, languageWord, locationWord, trackWord } from '~/features/finder/ui/words'
import * as m from '~/paraglide/messages'
import type { ContentField, FieldChange } from '../domain/content-changes'
import type { OfferContent } from '../domain/offer'
import { serviceArea } from '../domain/reach'

export const FIELD_NAME: Readonly<Record<ContentField, () => string>> = {
  kind: m.loads_field_kind,
  title: m.loads_field_title,
  summary: m.loads_field_summary,
  goal: m.loads_field_goal,
  description: m.loads_field_description,
  preparation: m.loads_field_preparation,
  followUp: m.loads_field_follow_up,
  topicIds: m.loads_field_topics,
  levels: m.loads_field_years,
  subjectIds: m.loads_field_subjects,
  profileIds: m.loads_field_profiles,
  curriculumGoalIds: m.loads_field_goals,
  networkIds: m.loads_field_networks,
  girlsFocus: m.loads_field_girls_focus,
  location: m.loads_field_location,
  reach: m.offers_versions_field_reach,
  branchId: m.loads_field_branch,
  postcode: m.loads_field_postcode,
  materialUrl: m.loads_field_material_url,
  accessNotes: m.loads_field_access_notes,
  groupSizeMax: m.loads_field_group_size_max,
  durationMinutes: m.offers_versions_field_duration,
  costCents: m.offers_versions_field_cost,
  sessionsPerYear: m.loads_field_sessions_per_year,
  weekdays: m.loads_field_weekdays,
  languages: m.loads_field_languages,
  programme: m.loads_field_programme,
  contactName: m.loads_field_contact_name,
  contactEmail: m.loads_field_contact_email,
}

type Names = Readonly<Record<string, string>>

const named = (ids: readonly string[], names: Names) => ids.map((id) => names[id] ?? id)

/** @returns an entry of a list in words. */
export function entryWord(field: Extract<FieldChange, { kind: 'list' }>['field'], id: string, names: Names) {
  if (field === 'languages') return languageWord(id)
  return field === 'weekdays' ? formatDays([Number(id)]) : (names[id] ?? id)
}

/** @returns what stands in the field, in words; '' for nothing. */
export function valueWord(
  field: Extract<FieldChange, { kind: 'value' }>['field'],
  content: OfferContent,
  names: Names,
): string {
  switch (field) {
    case 'kind':
      return kindWord[content.kind]()
    case 'location':
      return locationWord[content.location]()
    case 'topicIds':
      return named(content.topicIds, names).join(', ')
    case 'levels':
      return levelsWord(content)
    case 'reach':
      return reachWord(content, names)
    case 'branchId':
      return content.branchId === null ? '' : (names[content.branchId] ?? '')
    case 'girlsFocus':
      return content.girlsFocus ? m.offers_versions_yes() : m.offers_versions_no()
    case 'durationMinutes':
      return content.durationMinutes === null ? '' : formatDuration(content.durationMinutes)
    case 'costCents':
      return formatPrice(content.costCents)
    case 'groupSizeMax':
      return numberWith(content.groupSizeMax, m.offers_versions_pupils)
    case 'sessionsPerYear':
      return numberWith(content.sessionsPerYear, m.offers_versions_groups)
    default:
      return content[field] ?? ''
  }
}

function numberWith(value: number | null, unit: (given: { readonly count: string }) => string): string {
  return value === null ? '' : unit({ count: formatNumber(value) })
}

function levelsWord({ levels }: OfferContent): string {
  const tracks = levels.flatMap((level) => level.tracks ?? []).map((track) => trackWord[track]())
  const years = formatLevels(levels)
  return tracks.length === 0 ? years : `${years} (${m.offers_versions_tracks({ tracks: tracks.join(', ') })})`
}

function reachWord({ reach }: OfferContent, names: Names): string {
  if (reach.kind === 'radius') return m.offers_versions_radius({ distance: formatKm(reach.km) })
  const { regionIds, municipalityCodes } = serviceArea(reach)
  if (reach.kind === 'regions') return named([...regionIds, ...municipalityCodes], names).join(', ')
  return m.offers_form_reach_everywhere()
}
