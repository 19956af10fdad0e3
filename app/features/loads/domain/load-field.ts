/** What a column of a table can be: the fields of an offer, and the company's own number. */
import { fold } from '~/kernel/fold'
import * as m from '~/paraglide/messages'

/** In the order of the template. Names are those of the form of an offer, so that its rules know them. */
export const LOAD_FIELDS = [
  'externalRef',
  'kind',
  'title',
  'summary',
  'goal',
  'description',
  'preparation',
  'followUp',
  'topics',
  'years',
  'tracks',
  'location',
  'travelRadiusKm',
  'regions',
  'municipalities',
  'branch',
  'postcode',
  'durationMinutes',
  'groupSizeMax',
  'sessionsPerYear',
  'weekdays',
  'cost',
  'languages',
  'subjects',
  'goals',
  'profiles',
  'networks',
  'accessNotes',
  'girlsFocus',
  'programme',
  'materialUrl',
  'contactName',
  'contactEmail',
] as const
export type LoadField = (typeof LOAD_FIELDS)[number]

/** Without these a row cannot become an offer. */
export const NEEDED_FIELDS = [
  'externalRef',
  'kind',
  'title',
  'location',
] as const satisfies readonly LoadField[]

/** Index of the column that holds a field, from 0. A field without a column is left as it is. */
export type ColumnMapping = Readonly<Partial<Record<LoadField, number>>>

export function isLoadField(text: string): text is LoadField {
  return (LOAD_FIELDS as readonly string[]).includes(text)
}

type Word = (inputs?: Record<string, never>, options?: { locale?: 'nl' | 'en' }) => string

/** The head of the column in the template. */
export const fieldWord: Readonly<Record<LoadField, Word>> = {
  externalRef: m.loads_field_external_ref,
  kind: m.loads_field_kind,
  title: m.loads_field_title,
  summary: m.loads_field_summary,
  goal: m.loads_field_goal,
  description: m.loads_field_description,
  preparation: m.loads_field_preparation,
  followUp: m.loads_field_follow_up,
  topics: m.loads_field_topics,
  years: m.loads_field_years,
  tracks: m.loads_field_tracks,
  location: m.loads_field_location,
  travelRadiusKm: m.loads_field_travel_radius_km,
  regions: m.loads_field_regions,
  municipalities: m.loads_field_municipalities,
  branch: m.loads_field_branch,
  postcode: m.loads_field_postcode,
  durationMinutes: m.loads_field_duration_minutes,
  groupSizeMax: m.loads_field_group_size_max,
  sessionsPerYear: m.loads_field_sessions_per_year,
  weekdays: m.loads_field_weekdays,
  cost: m.loads_field_cost,
  languages: m.loads_field_languages,
  subjects: m.loads_field_subjects,
  goals: m.loads_field_goals,
  profiles: m.loads_field_profiles,
  networks: m.loads_field_networks,
  accessNotes: m.loads_field_access_notes,
  girlsFocus: m.loads_field_girls_focus,
  programme: m.loads_field_programme,
  materialUrl: m.loads_field_material_url,
  contactName: m.loads_field_contact_name,
  contactEmail: m.loads_field_contact_email,
}

/** What companies call these columns in tables of their own, folded. */
const SYNONYMS: Readonly<Partial<Record<LoadField, readonly string[]>>> = {
  externalRef: [
    'nummer',
    'nr',
    'id',
    'code',
    'referentie',
    'ref',
    'number',
    'reference',
    'artikelnummer',
    'sku',
    'identifier',
  ],
  kind: ['type', 'soort', 'kind', 'categorie', 'category', 'soort activiteit'],
  title: ['naam', 'name', 'titel', 'title', 'activiteit', 'activity'],
  summary: [
    'samenvatting',
    'korte omschrijving',
    'summary',
    'short description',
    'intro',
    'in het kort',
    'abstract',
  ],
  goal: ['doel', 'leerdoel', 'goal', 'aim'],
  description: ['omschrijving', 'beschrijving', 'description', 'programma van de les', 'wat doen leerlingen'],
  preparation: ['voorbereiding', 'preparation'],
  followUp: ['vervolg', 'nabereiding', 'follow-up', 'follow up'],
  topics: ['onderwerp', 'thema', "thema's", 'topic', 'topics', 'onderwerpen', 'theme', 'keywords'],
  years: [
    'niveau',
    'doelgroep',
    'leerjaar',
    'leerjaren',
    'klas',
    'klassen',
    'groep',
    'level',
    'levels',
    'years',
    'year',
    'educationallevel',
  ],
  tracks: ['leerweg', 'leerwegen', 'tracks', 'track'],
  location: ['locatie', 'plaats', 'waar', 'location', 'where', 'place'],
  travelRadiusKm: ['reisafstand', 'straal', 'afstand', 'km', 'radius', 'distance', 'radius km'],
  regions: ['regio', "regio's", 'region', 'regions', 'werkgebied'],
  municipalities: ['gemeente', 'gemeenten', 'municipality', 'municipalities'],
  branch: ['vestiging', 'vestigingsnummer', 'filiaal', 'branch', 'branch number', 'establishment'],
  postcode: ['postcode', 'postal code', 'zip', 'postalcode'],
  durationMinutes: ['duur', 'minuten', 'duration', 'minutes', 'tijdsduur', 'lengte', 'timerequired'],
  groupSizeMax: [
    'groepsgrootte',
    'max leerlingen',
    'maximum aantal leerlingen',
    'group size',
    'pupils',
    'maximumattendeecapacity',
  ],
  sessionsPerYear: [
    'groepen per jaar',
    'aantal per jaar',
    'capaciteit',
    'sessions',
    'capacity',
    'groups per year',
  ],
  weekdays: ['dagen', 'weekdagen', 'days', 'weekdays'],
  cost: ['prijs', 'kosten', 'price', 'cost', 'costs', 'bedrag'],
  languages: ['taal', 'talen', 'language', 'languages', 'inlanguage'],
  subjects: ['vak', 'vakken', 'subject', 'subjects'],
  goals: ['kerndoel', 'kerndoelen', 'curriculum goals'],
  profiles: ['profiel', 'profielen', 'profile', 'profiles'],
  networks: ['netwerk', 'netwerken', 'network', 'networks'],
  accessNotes: ['toegankelijkheid', 'access', 'accessibility'],
  girlsFocus: ['meisjes', 'voor meisjes', 'girls'],
  programme: ['programma', 'programme', 'program'],
  materialUrl: ['link', 'url', 'webadres', 'website', 'materiaal', 'material', 'download'],
  contactName: ['contactpersoon', 'contact', 'contact name', 'contact person'],
  contactEmail: ['e-mail', 'email', 'mail', 'e-mailadres', 'contact e-mail', 'contact email'],
}

const BOTH = ['nl', 'en'] as const

/** The head as it is compared: without marks for what is needed and without units in brackets. */
const foldHead = (head: string) => fold(head.replace(/\(.*?\)|\*/g, ' ').replace(/[_:]+/g, ' '))

/**
 * @param remembered what the company said of these heads before, by folded head; `''`: it does not use the column.
 * @returns for each field the first column that is called so. What the company said goes before what a name suggests.
 */
export function guessColumns(
  heads: readonly string[],
  remembered: Readonly<Record<string, string>>,
): ColumnMapping {
  const known = new Map<string, LoadField>()
  for (const field of LOAD_FIELDS)
    for (const name of [
      field,
      ...BOTH.map((locale) => fieldWord[field]({}, { locale })),
      ...(SYNONYMS[field] ?? []),
    ])
      if (!known.has(foldHead(name))) known.set(foldHead(name), field)
  const mapping: Partial<Record<LoadField, number>> = {}
  const folded = heads.map(foldHead)
  folded.forEach((head, column) => {
    const said = remembered[head]
    if (said !== undefined && isLoadField(said)) mapping[said] ??= column
  })
  folded.forEach((head, column) => {
    const field = known.get(head)
    if (field && remembered[head] === undefined && !Object.values(mapping).includes(column))
      mapping[field] ??= column
  })
  return mapping
}

/** @returns what to remember of this table: every head that has a name, with its field or `''`. */
export function rememberColumns(heads: readonly string[], mapping: ColumnMapping): Record<string, string> {
  const fieldOf = new Map(Object.entries(mapping).map(([field, column]) => [column, field]))
  return Object.fromEntries(
    heads.flatMap((head, column) =>
      foldHead(head) === '' ? [] : [[foldHead(head), fieldOf.get(column) ?? '']],
    ),
  )
}
