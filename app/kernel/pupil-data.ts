/**
 * Whether a text looks as if it says something about one pupil: a name, a date of birth, a number. Schakel keeps nothing of
 * pupils, so whoever typed it is asked, and decides. It errs to both sides: a name alone cannot be told from a teacher's.
 */
import type { CalendarDate } from './calendar'

export type PupilData = 'birth-date' | 'number' | 'name' | 'list-of-names'

/** A pupil is between 3 and 22 years old. */
const AGES = { min: 3, max: 22 } as const

const DATE = /\b(\d{1,2})\s*(?:[-/. ]\s*(\d{1,2})\s*[-/. ]|\s([a-z]{3,9})\.?)\s*((?:19|20)\d{2}|\d{2})\b/gi
const BORN = /\b(geboren|geboortedatum|geb\.?|born|date of birth|d\.?o\.?b\.?)[\s:]/i
const NUMBER =
  /\b(leerling(?:en)?nummers?|bsn|burgerservicenummer|pgn|pupil numbers?|student numbers?)\W{0,4}\d{4,}/i
const WHO =
  '(?:leerlinge?|scholier|pupil|student|jongen|meisje|kind|zoon|dochter|boy|girl|son|daughter|child)'
const CALLED = '(?:\\s*[,:]?\\s*(?:genaamd|heet|die|named|called|is|naam))*'
const NAMED = new RegExp(`\\b${WHO}${CALLED}[\\s,:]+([A-Z][a-zà-ÿ]{2,})`, 'g')
const NAMED_LATER = new RegExp(
  `\\b${WHO}\\b[^.\\n]{0,40}?\\b(?:genaamd|heet|named|called)\\s+([A-Z][a-zà-ÿ]{2,})`,
  'g',
)
/** Begin with a capital, and are nobody. */
const NOBODY = new Set(
  (
    'Havo Vwo Vmbo Praktijkonderwijs Groep Klas Nederlands Engels Techniek Maandag Dinsdag Woensdag Donderdag Vrijdag Januari ' +
    'Februari Maart April Mei Juni Juli Augustus September Oktober November December Van Met Voor Die Dat Wij Onze Het Een ' +
    'The And With For Monday Tuesday Wednesday Thursday Friday Technasium Gymnasium Atheneum Mavo'
  ).split(' '),
)
const PARTICLE = '(?:\\s(?:van|de|der|den|het|ten|ter|te|el|al|bin|ben|von|la|le))*'
const WHOLE_NAME = new RegExp(
  `^[A-Z][a-zà-ÿ'’-]+(?:\\s[A-Z]\\.)*${PARTICLE}\\s[A-Z][a-zà-ÿ'’-]+(?:\\s[A-Z][a-zà-ÿ'’-]+)?$`,
)
/** So many whole names after each other are a class, not the people of a company. */
const NAMES_MIN = 4

/**
 * @param text as it was typed. @param today for how old somebody born on a day would be.
 * @returns what it looks like, the surest first; `null`: nothing of a pupil. Empty text: `null`. O(length).
 */
export function pupilDataIn(text: string, today: CalendarDate): PupilData | null {
  if (hasBirthDate(text, Number(today.slice(0, 4)))) return 'birth-date'
  if (NUMBER.test(text)) return 'number'
  const names = [...text.matchAll(NAMED), ...text.matchAll(NAMED_LATER)].map(([, name = '']) => name)
  if (names.some((name) => !NOBODY.has(name))) return 'name'
  return hasListOfNames(text) ? 'list-of-names' : null
}

function hasBirthDate(text: string, thisYear: number): boolean {
  const saysBorn = BORN.test(text)
  return [...text.matchAll(DATE)].some(([, day, month, word, year = '']) => {
    if (Number(day) < 1 || Number(day) > 31 || (month !== undefined && Number(month) > 12)) return false
    if (word !== undefined && !isMonth(word)) return false
    const short = year.length === 2
    const age = thisYear - (short ? 2000 + Number(year) : Number(year))
    // "12-11-26" is the day of a lesson; two digits are a year of birth only where the text says so.
    return age >= AGES.min && age <= AGES.max && (!short || saysBorn)
  })
}

const MONTHS = [
  'jan',
  'feb',
  'maa',
  'mar',
  'mrt',
  'apr',
  'mei',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'okt',
  'oct',
  'nov',
  'dec',
]
const isMonth = (word: string) => MONTHS.includes(word.slice(0, 3).toLowerCase())

function hasListOfNames(text: string): boolean {
  let row = 0
  for (const part of text.split(/\s*(?:[,;\n•]|\s(?:en|and)\s|^\s*[-*]\s|\d+[.)]\s)\s*/m)) {
    if (part === '' || part === undefined) continue
    row = WHOLE_NAME.test(part.trim()) ? row + 1 : 0
    if (row >= NAMES_MIN) return true
  }
  return false
}
