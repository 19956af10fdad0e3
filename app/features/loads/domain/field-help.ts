/** What a column of the template is for, and the one row that shows how: it is never loaded. */
import { fold } from '~/kernel/fold'
import * as m from '~/paraglide/messages'
import type { LoadField } from './load-field'

export const fieldHelp: Readonly<Record<LoadField, () => string>> = {
  externalRef: m.loads_help_external_ref,
  kind: m.loads_help_kind,
  title: m.loads_help_title,
  summary: m.loads_help_summary,
  goal: m.loads_help_goal,
  description: m.loads_help_description,
  preparation: m.loads_help_preparation,
  followUp: m.loads_help_follow_up,
  topics: m.loads_help_topics,
  years: m.loads_help_years,
  tracks: m.loads_help_tracks,
  location: m.loads_help_location,
  travelRadiusKm: m.loads_help_travel_radius_km,
  regions: m.loads_help_regions,
  municipalities: m.loads_help_municipalities,
  branch: m.loads_help_branch,
  postcode: m.loads_help_postcode,
  durationMinutes: m.loads_help_duration_minutes,
  groupSizeMax: m.loads_help_group_size_max,
  sessionsPerYear: m.loads_help_sessions_per_year,
  weekdays: m.loads_help_weekdays,
  cost: m.loads_help_cost,
  languages: m.loads_help_languages,
  subjects: m.loads_help_subjects,
  goals: m.loads_help_goals,
  profiles: m.loads_help_profiles,
  networks: m.loads_help_networks,
  accessNotes: m.loads_help_access_notes,
  girlsFocus: m.loads_help_girls_focus,
  programme: m.loads_help_programme,
  materialUrl: m.loads_help_material_url,
  contactName: m.loads_help_contact_name,
  contactEmail: m.loads_help_contact_email,
}

/** @param topic a word of the list of topics. */
export function exampleRow(topic: string): Readonly<Partial<Record<LoadField, string>>> {
  return {
    externalRef: m.loads_example_ref(),
    kind: m.loads_example_kind(),
    title: m.loads_example_title(),
    summary: m.loads_example_summary(),
    description: m.loads_example_description(),
    topics: topic,
    years: m.loads_example_years(),
    location: m.loads_example_location(),
    travelRadiusKm: '35',
    durationMinutes: '90',
    groupSizeMax: '30',
    sessionsPerYear: '8',
    weekdays: m.loads_example_days(),
    cost: '12,50',
    languages: m.loads_example_language(),
    girlsFocus: m.loads_example_yes(),
    contactName: m.loads_example_contact(),
    contactEmail: 'sanne@bedrijf.example',
  }
}

const EXAMPLES = new Set(['voorbeeld', 'example'])

/** @returns whether the row with this number is the one that the template came with. */
export const isExample = (ref: string) => EXAMPLES.has(fold(ref))
