/** What a row would do: a new offer, a changed one, nothing, or nothing yet because something in it is wrong. */
import type { Gap } from '~/features/offers/domain/gaps'
import type { Offer, OfferContent } from '~/features/offers/domain/offer'
import * as m from '~/paraglide/messages'
import type { ColumnMapping, LoadField } from './load-field'
import { LOAD_FIELDS, NEEDED_FIELDS } from './load-field'
import type { LoadWords } from './load-words'
import { type CellProblem, type FormValues, readCells } from './read-cells'

/** Longest number of its own that a company gives an offer. */
const REF_MAX = 100

export type Outcome = 'new' | 'changed' | 'same' | 'wrong'
/** Before and after as the form of an offer has them; lists by their ids, with ` | ` between. */
export type Change = { readonly field: string; readonly before: string; readonly after: string }
export type Judged = {
  /** Empty where the row has none. */
  readonly externalRef: string
  readonly title: string
  readonly outcome: Outcome
  readonly problems: readonly CellProblem[]
  /** What it lacks before schools may see it: it can be loaded, as a draft. */
  readonly gaps: readonly Gap[]
  /** `null` when wrong. */
  readonly content: OfferContent | null
  readonly changes: readonly Change[]
}

/** The rules of an offer, which belong to another slice. */
export type OfferRules = {
  fieldsOf(content: OfferContent): Readonly<Record<string, string | string[]>>
  parse(
    values: FormValues,
  ):
    | { readonly ok: true; readonly content: OfferContent }
    | { readonly ok: false; readonly problems: readonly { readonly field: string; readonly text: string }[] }
  gaps(content: OfferContent): readonly Gap[]
  gapText(gap: Gap): string
  gapField(gap: Gap): string
}

export type JudgeRow = {
  readonly cells: readonly string[]
  readonly mapping: ColumnMapping
  readonly words: LoadWords
  readonly rules: OfferRules
  /** The offer that has this number now and is not archived. */
  readonly existing: Pick<Offer, 'content' | 'state'> | null
  readonly knowsPostcode: (pc4: string) => boolean
  /** The row above that has the same number. */
  readonly doubleOf: number | null
}

export function refOf(cells: readonly string[], { externalRef }: ColumnMapping): string {
  return externalRef === undefined ? '' : (cells[externalRef] ?? '').trim()
}

/** Texts are in the language of whoever asks. */
export function judgeRow(row: JudgeRow): Judged {
  const { cells, mapping, words, rules, existing } = row
  const externalRef = refOf(cells, mapping)
  const read = readCells(cells, mapping, words)
  const problems: CellProblem[] = [...problemsOfRef(externalRef, row.doubleOf), ...read.problems]
  if (read.values.branch !== undefined && read.values.postcode)
    problems.push({ field: 'branch', text: m.loads_problem_branch_and_postcode() })
  const unread = new Set(read.problems.map(({ field }) => field as string))
  const values = valuesOf(read.values, existing && rules.fieldsOf(existing.content))
  // What is needed and empty is said once, in the words of this table.
  for (const field of NEEDED_FIELDS)
    if (field !== 'externalRef' && !unread.has(field) && isEmpty(values[field])) {
      problems.push({ field, text: m.loads_problem_needed() })
      unread.add(field)
    }
  const parsed = rules.parse(withoutEmpty({ ...values, ...stand(values, unread) }))
  if (!parsed.ok)
    for (const { field, text } of parsed.problems)
      if (!unread.has(field)) problems.push({ field: fieldOfForm(field), text })
  const content = parsed.ok ? parsed.content : null
  if (content?.postcode && !row.knowsPostcode(content.postcode.slice(0, 4)))
    problems.push({ field: 'postcode', text: m.error_offer_postcode_unknown({ given: content.postcode }) })
  const gaps = content ? rules.gaps(content) : []
  const isSeen = existing !== null && existing.state !== 'draft'
  // A gap that schools live with already is not this table's to mend.
  const before = isSeen ? rules.gaps(existing.content) : []
  if (isSeen)
    for (const gap of gaps)
      if (!before.includes(gap) && !unread.has(rules.gapField(gap)))
        problems.push({ field: fieldOfForm(rules.gapField(gap)), text: rules.gapText(gap) })
  const title = content?.title ?? (typeof values.title === 'string' ? values.title.slice(0, 200) : '')
  if (problems.length > 0 || content === null)
    return { externalRef, title, outcome: 'wrong', problems, gaps: [], content: null, changes: [] }
  const changes = existing ? changesOf(rules.fieldsOf(existing.content), rules.fieldsOf(content)) : []
  const outcome = existing === null ? 'new' : changes.length > 0 ? 'changed' : 'same'
  return { externalRef, title, outcome, problems, gaps: isSeen ? [] : gaps, content, changes }
}

function problemsOfRef(ref: string, doubleOf: number | null): CellProblem[] {
  if (ref === '') return [{ field: 'externalRef', text: m.loads_problem_no_ref() }]
  if (ref.length > REF_MAX) return [{ field: 'externalRef', text: m.error_form_too_long({ max: REF_MAX }) }]
  return doubleOf === null
    ? []
    : [{ field: 'externalRef', text: m.loads_problem_double({ ref, row: doubleOf }) }]
}

/** An empty text is nothing told, as in a form that is sent. */
function withoutEmpty(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== undefined))
}

const isEmpty = (value: unknown) => value === undefined || value === ''
const NUMBERS = ['travelRadiusKm', 'groupSizeMax', 'durationMinutes', 'sessionsPerYear']
const LISTS = [
  'topics',
  'years',
  'tracks',
  'subjects',
  'goals',
  'profiles',
  'networks',
  'regions',
  'municipalities',
  'languages',
]

/** A column that is there counts, an empty cell too; a field without a column stays as the offer has it. */
function valuesOf(
  read: FormValues,
  before: Readonly<Record<string, string | string[]>> | null,
): Record<string, unknown> {
  const base: Record<string, unknown> = { intent: 'save', languages: before ? [] : ['nl'], weekdays: [] }
  for (const list of LISTS) base[list] ??= []
  for (const [field, value] of Object.entries(before ?? {})) {
    if (NUMBERS.includes(field)) base[field] = value === '' ? undefined : Number(value)
    else if (field === 'weekdays') base[field] = [value].flat().map(Number)
    else if (field === 'girlsFocus') base[field] = value === 'on'
    else base[field] = value
  }
  const values = { ...base, ...read }
  if (!before && Array.isArray(values.languages) && values.languages.length === 0) values.languages = ['nl']
  if ('regions' in read || 'municipalities' in read || 'travelRadiusKm' in read)
    values.reach = reachOf(values)
  if ('branch' in read || 'postcode' in read) values.branch = branchOf(values, read)
  return values
}

/** A branch that is named, else a postcode that is told; an empty cell of the one leaves what the other said before. */
function branchOf(values: Readonly<Record<string, unknown>>, read: FormValues): unknown {
  if (read.branch !== undefined) return read.branch
  if (typeof values.postcode === 'string' && values.postcode !== '') return 'other'
  return 'branch' in read || values.branch === 'other' ? 'main' : values.branch
}

function reachOf(values: Readonly<Record<string, unknown>>): string {
  const area = [values.regions, values.municipalities].flat().filter(Boolean)
  if (area.length > 0) return 'regions'
  return typeof values.travelRadiusKm === 'number' ? 'radius' : 'everywhere'
}

/** What could not be read gets a stand-in, so that the rules can judge the rest of the row. */
function stand(
  values: Readonly<Record<string, unknown>>,
  unread: ReadonlySet<string>,
): Record<string, unknown> {
  const stands: Record<string, unknown> = {}
  if (unread.has('kind')) stands.kind = 'guest-lesson'
  if (unread.has('location')) stands.location = 'at-school'
  if (unread.has('title')) stands.title = '…'
  if (values.reach === undefined) stands.reach = 'everywhere'
  return stands
}

const fieldOfForm = (field: string): LoadField | null =>
  (LOAD_FIELDS as readonly string[]).includes(field) ? (field as LoadField) : null

function changesOf(
  before: Readonly<Record<string, string | string[]>>,
  after: Readonly<Record<string, string | string[]>>,
): readonly Change[] {
  const text = (value: string | string[] | undefined) => [value ?? ''].flat().sort().join(' | ')
  return Object.keys(after).flatMap((field) => {
    const change = { field, before: text(before[field]), after: text(after[field]) }
    return change.before === change.after ? [] : [change]
  })
}
