/** Levels and years as people write them: `groep 7/8`, `havo 4`, `4havo`, `klas 2`, `vmbo kader`, `brugklas`. */
import { isYearOf, LEVEL_YEARS, type Level, type VmboTrack } from '~/kernel/education'
import { levelKey } from '../level-keys'
import { table } from './table'

const SECONDARY = ['pro', 'vmbo', 'havo', 'vwo'] as const
const NAMES = table<Level>({
  po: 'po',
  basisschool: 'po',
  basisscholen: 'po',
  basisonderwijs: 'po',
  pro: 'pro',
  praktijkonderwijs: 'pro',
  praktijkschool: 'pro',
  vmbo: 'vmbo',
  mavo: 'vmbo',
  havo: 'havo',
  vwo: 'vwo',
  atheneum: 'vwo',
  gymnasium: 'vwo',
})
const TRACKS = table<VmboTrack>({
  basis: 'bb',
  bb: 'bb',
  kader: 'kb',
  kb: 'kb',
  gl: 'gl',
  gemengd: 'gl',
  tl: 'tl',
  t: 'tl',
  theoretisch: 'tl',
})
const ORDINALS = ['eerste', 'tweede', 'derde', 'vierde', 'vijfde', 'zesde', 'zevende', 'achtste']
const UPPER: Readonly<Partial<Record<Level, readonly number[]>>> = {
  vmbo: [3, 4],
  havo: [4, 5],
  vwo: [4, 5, 6],
}
const LOWER: Readonly<Partial<Record<Level, readonly number[]>>> = {
  vmbo: [1, 2],
  havo: [1, 2, 3],
  vwo: [1, 2, 3],
}

export type LevelAt = {
  /** As the index has them; any of them fits. Empty: a word of levels that limits nothing. */
  readonly keys: readonly string[]
  /** How many words it takes. */
  readonly length: number
}

/** @param words folded. @returns the level that is named from word `i` on. */
export function levelAt(words: readonly string[], i: number): LevelAt | null {
  return groupAt(words, i) ?? namedAt(words, i) ?? classAt(words, i)
}

/** Primary school: groups, and words for its youngest. */
function groupAt(words: readonly string[], i: number): LevelAt | null {
  const word = words[i] ?? ''
  if (word === 'groep' || word === 'groepen' || word === 'grade') {
    const years = yearsFrom(words, i + 1).filter((year) => isYearOf('po', year))
    return years.length > 0 ? found(['po'], years, 1 + reach(words, i + 1)) : null
  }
  const joined = /^groep([1-8])$/.exec(word)
  if (joined) return found(['po'], [Number(joined[1])], 1)
  if (/^kleuters?$/.test(word)) return found(['po'], [1, 2], 1)
  if (/^(basisschool|primary)$/.test(word) && words[i + 1] === 'school') return found(['po'], [], 2)
  return null
}

/** A level by name, with what follows or goes before: `vmbo kader 3`, `4 havo`, `havo4`, `bovenbouw vwo`. */
function namedAt(words: readonly string[], i: number): LevelAt | null {
  const word = words[i] ?? ''
  const joined = /^([1-6])?(vmbo|mavo|havo|vwo|h|v)([1-6])?$/.exec(word)
  if (joined && (joined[1] || joined[3])) {
    const level =
      joined[2] === 'h' ? 'havo' : joined[2] === 'v' ? 'vwo' : (NAMES[joined[2] as string] as Level)
    return found(
      [level],
      [Number(joined[1] ?? joined[3])].filter((year) => isYearOf(level, year)),
      1,
    )
  }
  if (word === 'bovenbouw' || word === 'onderbouw') {
    const level = NAMES[words[i + 1] ?? '']
    const years = level && (word === 'bovenbouw' ? UPPER : LOWER)[level]
    return level && years ? found([level], years, 2) : { keys: [], length: 1 }
  }
  const before = yearOf(word)
  const levelBehind = NAMES[words[i + 1] ?? '']
  if (before !== null && levelBehind && isYearOf(levelBehind, before))
    return found([levelBehind], [before], 2)
  const level = NAMES[word]
  if (!level) return null
  const track = level === 'vmbo' ? (word === 'mavo' ? 'tl' : TRACKS[words[i + 1] ?? '']) : undefined
  const named = i + (track && word !== 'mavo' ? 2 : 1)
  const half =
    words[named] === 'bovenbouw' ? UPPER[level] : words[named] === 'onderbouw' ? LOWER[level] : undefined
  const years = half ?? yearsFrom(words, named).filter((year) => isYearOf(level, year))
  const length = named - i + (half ? 1 : years.length > 0 ? reach(words, named) : 0)
  return found([level], years, length, track)
}

/** A class of secondary school: `klas 2`, `tweede klas havo`, `brugklas`. */
function classAt(words: readonly string[], i: number): LevelAt | null {
  const word = words[i] ?? ''
  if (/^(brugklas|brugklassen|brugklassers?)$/.test(word)) return found(['vmbo', 'havo', 'vwo'], [1], 1)
  if (/^(vo|middelbare|secondary)$/.test(word)) {
    return found(SECONDARY, [], words[i + 1] === 'school' ? 2 : 1)
  }
  const ordinal = ORDINALS.indexOf(word) + 1
  const isClass = (text: string | undefined) =>
    /^(klas|klassen|klassers?|leerjaar|jaar|class|year)$/.test(text ?? '')
  const year =
    ordinal > 0 && isClass(words[i + 1]) ? ordinal : isClass(word) ? yearOf(words[i + 1] ?? '') : null
  if (year === null || year > 6) return null
  const level = NAMES[words[i + 2] ?? '']
  if (level && isYearOf(level, year)) return found([level], [year], 3)
  return found(
    SECONDARY.filter((each) => isYearOf(each, year)),
    [year],
    2,
  )
}

function yearOf(text: string): number | null {
  return /^[1-8]$/.test(text) ? Number(text) : null
}

/** How many words from `i` on are years, `en` and `tot` between them included. */
function reach(words: readonly string[], i: number): number {
  let end = i
  while (yearOf(words[end] ?? '') !== null) {
    const joint = /^(en|t|tm|tot|of)$/.test(words[end + 1] ?? '') && yearOf(words[end + 2] ?? '') !== null
    end += joint ? 2 : 1
  }
  return end - i
}

function yearsFrom(words: readonly string[], i: number): readonly number[] {
  const named = words.slice(i, i + reach(words, i))
  const years = named.map(yearOf).filter((year) => year !== null)
  const [first = 0, last = 0] = [years[0], years.at(-1)]
  const span = named.some((word) => /^(t|tm|tot)$/.test(word))
  return span ? LEVEL_YEARS.po.filter((year) => year >= first && year <= last) : years
}

function found(
  levels: readonly Level[],
  years: readonly number[],
  length: number,
  track?: VmboTrack,
): LevelAt {
  const keys = levels.flatMap((level) =>
    years.length === 0 ? [levelKey({ level, track })] : years.map((year) => levelKey({ level, year, track })),
  )
  return { keys: [...new Set(keys)], length }
}
