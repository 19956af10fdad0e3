/** From the cells of a row to the fields of the form of an offer: words become what they stand for. */
import type { CalendarDate } from '~/kernel/calendar'
import { VMBO_TRACKS } from '~/kernel/education'
import { fold } from '~/kernel/fold'
import * as m from '~/paraglide/messages'
import type { ColumnMapping, LoadField } from './load-field'
import {
  DAY_WORDS,
  KIND_WORDS,
  LANGUAGE_WORDS,
  LOCATION_WORDS,
  type LoadWords,
  readWords,
  readYears,
  readYesNo,
  TERM_FIELDS,
  TRACK_WORDS,
} from './load-words'

/** Values as the form of an offer takes them; what is absent was not told. */
export type FormValues = Readonly<Record<string, unknown>>
/** In the language of whoever asks. `field` `null`: about the row as a whole. */
export type CellProblem = { readonly field: LoadField | null; readonly text: string }
export type ReadCells = { readonly values: FormValues; readonly problems: readonly CellProblem[] }

type Read = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly text: string }
const good = (value: unknown): Read => ({ ok: true, value })
const bad = (text: string): Read => ({ ok: false, text })

/** @returns the values of the columns that are mapped, and what could not be understood, cell by cell. O(cells). */
export function readCells(cells: readonly string[], mapping: ColumnMapping, words: LoadWords): ReadCells {
  const values: Record<string, unknown> = {}
  const problems: CellProblem[] = []
  for (const [name, column] of Object.entries(mapping)) {
    const field = name as LoadField
    if (field === 'externalRef') continue
    const read = readCell(field, cells[column] ?? '', words)
    if (read.ok) values[field] = read.value
    else problems.push({ field, text: read.text })
  }
  return { values, problems }
}

function readCell(field: LoadField, text: string, words: LoadWords): Read {
  if ((TERM_FIELDS as readonly string[]).includes(field)) {
    const known = words[field as (typeof TERM_FIELDS)[number]]
    return listOf(text, (word) => known.get(word))
  }
  switch (field) {
    case 'kind':
      return choiceOf(text, KIND_WORDS, m.loads_problem_kind)
    case 'location':
      return choiceOf(text, LOCATION_WORDS, m.loads_problem_location)
    case 'branch':
      return branchOf(text, words.branch)
    case 'years':
      return yearsOf(text)
    case 'tracks': {
      const read = listOf(text, (word) => TRACK_WORDS[word])
      return read.ok ? good(VMBO_TRACKS.filter((track) => (read.value as string[]).includes(track))) : read
    }
    case 'weekdays':
      return listOf(text, (word) => DAY_WORDS[word])
    case 'languages':
      return listOf(text, (word) => LANGUAGE_WORDS[word])
    case 'girlsFocus': {
      const yes = text === '' ? false : readYesNo(text)
      return yes === null ? bad(m.loads_problem_yes_no({ given: short(text) })) : good(yes)
    }
    case 'durationMinutes':
    case 'travelRadiusKm':
    case 'groupSizeMax':
    case 'sessionsPerYear':
      return numberOf(text)
    default:
      return good(text)
  }
}

/** A spreadsheet makes a number of a branch number and drops the noughts that it begins with. */
function branchOf(text: string, branches: LoadWords['branch']): Read {
  if (text === '') return good(undefined)
  const id = branches.get(fold(text)) ?? branches.get(text.replace(/[\s.]/g, '').padStart(12, '0'))
  return id === undefined ? bad(m.loads_problem_branch({ given: short(text) })) : good(id)
}

const short = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

function choiceOf(
  text: string,
  words: Readonly<Record<string, string>>,
  say: (inputs: { given: string }) => string,
): Read {
  const value = Object.hasOwn(words, fold(text)) ? words[fold(text)] : undefined
  if (text === '') return good(undefined)
  return value === undefined ? bad(say({ given: short(text) })) : good(value)
}

function listOf<Value>(text: string, known: (word: string) => Value | undefined): Read {
  const read = readWords(text, known)
  return read.ok ? good([...read.values]) : bad(m.loads_problem_word({ given: short(read.given) }))
}

function yearsOf(text: string): Read {
  // A spreadsheet that finds "3-4" in a cell likes to make the third of April of it.
  if (readDay(text) !== null) return bad(m.loads_problem_became_day({ given: text }))
  const read = readYears(text)
  if (read.ok) return good(read.keys)
  return bad(
    read.reason === 'no-year'
      ? m.loads_problem_no_year({ given: read.given })
      : m.loads_problem_year({ given: short(read.given) }),
  )
}

const COUNT =
  /^(\d{1,7})(?:[.,]0+)?\s*(?:min|minuten|minutes|km|kilometer|leerlingen|pupils|groepen|groups)?\.?$/i
const HOURS = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*(?:uur|uren|u|hours?|h)\.?$/i

/** `90`, `90 minuten`, `1,5 uur` as minutes. What is no number is left to the form, which says so. */
function numberOf(text: string): Read {
  if (text === '') return good(undefined)
  const count = COUNT.exec(text)
  if (count) return good(Number(count[1]))
  const [, hours, part = '0'] = HOURS.exec(text) ?? []
  if (hours !== undefined) return good(Math.round(Number(`${hours}.${part}`) * 60))
  if (readDay(text) !== null) return bad(m.loads_problem_became_day({ given: text }))
  return bad(m.loads_problem_number({ given: short(text) }))
}

/** @returns the day of `2027-01-31`, `31-1-2027`, `31/01/2027` or `31 januari 2027`; `null` for all else. */
export function readDay(text: string): CalendarDate | null {
  const folded = fold(text)
  const [, y, mo, d] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(folded) ?? []
  if (y && mo && d) return dayOf(Number(y), Number(mo), Number(d))
  const [, day, month, year] = /^(\d{1,2})[-/. ]([a-z]+|\d{1,2})[-/. ](\d{4})$/.exec(folded) ?? []
  if (!day || !month || !year) return null
  const named = MONTHS.findIndex((names) => names.includes(month)) + 1
  return dayOf(Number(year), /^\d+$/.test(month) ? Number(month) : named, Number(day))
}

const MONTHS = [
  ['januari', 'jan', 'january'],
  ['februari', 'feb', 'february'],
  ['maart', 'mrt', 'march', 'mar'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'jun', 'june'],
  ['juli', 'jul', 'july'],
  ['augustus', 'aug', 'august'],
  ['september', 'sep', 'sept'],
  ['oktober', 'okt', 'october', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
]

function dayOf(year: number, month: number, day: number): CalendarDate | null {
  const at = new Date(Date.UTC(year, month - 1, day))
  const isReal = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day
  return isReal ? at.toISOString().slice(0, 10) : null
}
