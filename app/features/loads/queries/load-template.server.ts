/** The empty table that a company fills in: heads, one row that shows how, and a sheet that explains. */
import type { Clock } from '~/kernel/calendar'
import * as m from '~/paraglide/messages'
import type { Db } from '~/platform/db/client.server'
import { exampleRow } from '../domain/field-help'
import { type LoadColumn, loadColumns } from './load-columns.server'

type Reads = Pick<Db, 'topic' | 'vocabularyTerm' | 'curriculumGoal' | 'region' | 'municipality'>
type SheetOfTexts = {
  readonly name: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly widths: readonly number[]
}

/** @returns the sheet to fill in and the one that explains, in the reader's language. Five statements. */
export async function loadTemplate(
  needs: { readonly db: Reads; readonly clock: Clock },
  locale: 'nl' | 'en',
): Promise<{ readonly offers: SheetOfTexts; readonly help: SheetOfTexts }> {
  const columns = await loadColumns(needs, locale)
  const topics = columns.find(({ field }) => field === 'topics')?.words ?? []
  const example = exampleRow(topics[0] ?? '')
  return {
    offers: {
      name: m.loads_sheet_offers(),
      heads: columns.map(({ head }) => head),
      rows: [columns.map(({ field }) => example[field] ?? '')],
      widths: columns.map(({ head }) => Math.max(14, head.length + 4)),
    },
    help: {
      name: m.loads_sheet_help(),
      heads: [
        m.loads_columns_column(),
        m.loads_columns_needed(),
        m.loads_columns_help(),
        m.loads_columns_words(),
      ],
      rows: columns.map(({ head, needed, help, words }) => [head, NEEDED[needed](), help, words.join('; ')]),
      widths: [24, 14, 60, 90],
    },
  }
}

const NEEDED: Readonly<Record<LoadColumn['needed'], () => string>> = {
  yes: m.loads_columns_yes,
  publish: m.loads_columns_publish,
  no: m.loads_columns_no,
}
