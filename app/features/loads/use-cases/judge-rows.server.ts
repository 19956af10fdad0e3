/** Judges rows by what the program knows now: its words, its postcodes, the offers that the company has. */
import { cellName } from '~/kernel/cell-name'
import type { OrganisationId } from '~/kernel/ids'
import type { OfferBulkStore } from '../../offers/bulk-store.server'
import type { Offer } from '../../offers/domain/offer'
import { type Judged, judgeRow, refOf } from '../domain/judge-row'
import type { SavedProblem } from '../domain/load'
import type { ColumnMapping } from '../domain/load-field'
import { type LoadWords, wordsOf } from '../domain/load-words'
import type { LoadReader, PlaceOfPostcode } from '../reader.server'
import { offerRules } from './offer-rules.server'

/** Makes every text of `work` in this language. */
export type InLocale = <T>(locale: 'nl' | 'en', work: () => T) => T

export type JudgeStores = {
  readonly bulkOffers: OfferBulkStore
  readonly loadReader: LoadReader
}

type Row = { readonly number: number; readonly cells: readonly string[] }
export type JudgedRow = Judged & {
  readonly number: number
  readonly existing: Offer | null
  readonly saved: readonly SavedProblem[]
}

export type JudgedRows = {
  readonly rows: readonly JudgedRow[]
  readonly places: ReadonlyMap<string, PlaceOfPostcode>
}

type Asked = {
  readonly organisationId: OrganisationId
  readonly mapping: ColumnMapping
  readonly rows: readonly Row[]
  readonly words: LoadWords
  /** Row that had a number first, by number; filled as rows go by. */
  readonly seen: Map<string, number>
}

export async function readWords(
  loadReader: LoadReader,
  organisationId: OrganisationId,
  now: Date,
): Promise<LoadWords> {
  const terms = await loadReader.terms(now)
  return wordsOf(terms, await loadReader.branches(organisationId))
}

/** Two statements, however many rows. */
export async function judgeRows(
  { bulkOffers, loadReader }: JudgeStores,
  inLocale: InLocale,
  { organisationId, mapping, rows, words, seen }: Asked,
): Promise<JudgedRows> {
  const refs = [...new Set(rows.map(({ cells }) => refOf(cells, mapping)))].filter((ref) => ref !== '')
  const existing = await bulkOffers.byRefs(organisationId, refs)
  const places = await loadReader.places(postcodesOf(rows, mapping, existing))
  const judged = rows.map(({ number, cells }): JudgedRow => {
    const ref = refOf(cells, mapping)
    const doubleOf = seen.get(ref) ?? null
    if (ref !== '' && doubleOf === null) seen.set(ref, number)
    const offer = existing.get(ref) ?? null
    const asked = {
      cells,
      mapping,
      words,
      rules: offerRules,
      existing: offer,
      knowsPostcode: (pc4: string) => places.has(pc4),
      doubleOf: doubleOf === number ? null : doubleOf,
    }
    const nl = inLocale('nl', () => textsOf(judgeRow(asked)))
    if (nl.texts.length === 0) return { ...nl.judged, number, existing: offer, saved: [] }
    const en = inLocale('en', () => textsOf(judgeRow(asked)))
    const saved = nl.texts.map((text, i) => ({
      field: text.field,
      cell: cellOf(text.field, mapping, number),
      nl: text.text,
      en: en.texts[i]?.text ?? text.text,
      ...(text.isRemark ? { isRemark: true as const } : {}),
    }))
    return { ...nl.judged, number, existing: offer, saved }
  })
  return { rows: judged, places }
}

/** What is said of a row: what is wrong, or what it lacks before schools may see it. */
function textsOf(judged: Judged) {
  const texts = [
    ...judged.problems.map((problem) => ({ ...problem, isRemark: false })),
    ...judged.gaps.map((gap) => ({
      field: offerRules.gapField(gap),
      text: offerRules.gapText(gap),
      isRemark: true,
    })),
  ]
  return { judged, texts }
}

function cellOf(field: string | null, mapping: ColumnMapping, row: number): string | null {
  const column = field === null ? undefined : (mapping as Record<string, number | undefined>)[field]
  return column === undefined ? null : cellName(column, row)
}

function postcodesOf(
  rows: readonly Row[],
  { postcode }: ColumnMapping,
  existing: ReadonlyMap<string, Offer>,
): readonly string[] {
  const typed = postcode === undefined ? [] : rows.map(({ cells }) => cells[postcode] ?? '')
  const known = [...existing.values()].map(({ content }) => content.postcode ?? '')
  return [...new Set([...typed, ...known].map((text) => text.trim().slice(0, 4)))].filter((pc4) =>
    /^[1-9]\d{3}$/.test(pc4),
  )
}
