/** What differs between two contents of an offer: which fields, and how each reads. */
import type { OfferContent } from './offer'

export type ContentField = keyof OfferContent

/** In the order of the form. */
export const CONTENT_FIELDS = [
  'kind',
  'title',
  'summary',
  'goal',
  'description',
  'preparation',
  'followUp',
  'topicIds',
  'levels',
  'subjectIds',
  'profileIds',
  'curriculumGoalIds',
  'networkIds',
  'girlsFocus',
  'location',
  'reach',
  'branchId',
  'postcode',
  'materialUrl',
  'accessNotes',
  'groupSizeMax',
  'durationMinutes',
  'costCents',
  'sessionsPerYear',
  'weekdays',
  'languages',
  'programme',
  'contactName',
  'contactEmail',
] as const satisfies readonly ContentField[]

const TEXTS = ['summary', 'goal', 'description', 'preparation', 'followUp', 'accessNotes'] as const
type TextField = (typeof TEXTS)[number]

/** Lists whose order says nothing; of the topics the first is the main one. */
const LISTS = [
  'subjectIds',
  'profileIds',
  'curriculumGoalIds',
  'networkIds',
  'languages',
  'weekdays',
] as const
type ListField = (typeof LISTS)[number]

export type TextPart = { readonly kind: 'same' | 'gone' | 'new'; readonly text: string }

export type FieldChange =
  /** Paragraph by paragraph. */
  | { readonly kind: 'text'; readonly field: TextField; readonly parts: readonly TextPart[] }
  | {
      readonly kind: 'list'
      readonly field: ListField
      readonly gone: readonly string[]
      readonly added: readonly string[]
    }
  | {
      readonly kind: 'value'
      readonly field: Exclude<ContentField, TextField | ListField>
      readonly before: OfferContent
      readonly after: OfferContent
    }

/** @returns the fields that say something else, in the order of the form. Another order in `LISTS` says nothing else. */
export function changedFields(before: OfferContent, after: OfferContent): readonly ContentField[] {
  return CONTENT_FIELDS.filter((field) =>
    isOneOf(LISTS, field)
      ? !isSame([...before[field]].sort(), [...after[field]].sort())
      : !isSame(before[field], after[field]),
  )
}

/** @returns how each of them reads. */
export function changesBetween(before: OfferContent, after: OfferContent): readonly FieldChange[] {
  return changedFields(before, after).map((field): FieldChange => {
    if (isOneOf(TEXTS, field))
      return { kind: 'text', field, parts: textChanges(before[field] ?? '', after[field] ?? '') }
    if (isOneOf(LISTS, field)) {
      const [was, is] = [before[field].map(String), after[field].map(String)]
      const gone = was.filter((id) => !is.includes(id))
      return { kind: 'list', field, gone, added: is.filter((id) => !was.includes(id)) }
    }
    return { kind: 'value', field, before, after }
  })
}

/** Beyond so many pairs of paragraphs a text counts as written anew: the work grows with their number. */
const MOST_PAIRS = 40_000

/**
 * The longest common run of paragraphs stays, the others are gone or new: gone ones first. O(paragraphs of one × of the
 * other), at most `MOST_PAIRS`. Empty lines do not count.
 */
export function textChanges(before: string, after: string): readonly TextPart[] {
  const [was, is] = [paragraphs(before), paragraphs(after)]
  if (was.length * is.length > MOST_PAIRS) return [...parts('gone', was), ...parts('new', is)]
  const common = commonFrom(was, is)
  const found: TextPart[] = []
  let [i, j] = [0, 0]
  while (i < was.length || j < is.length) {
    const [old, fresh] = [was[i], is[j]]
    if (old !== undefined && old === fresh) {
      found.push({ kind: 'same', text: old })
      i++
      j++
    } else if (old !== undefined && (fresh === undefined || at(common, i + 1, j) >= at(common, i, j + 1))) {
      found.push({ kind: 'gone', text: old })
      i++
    } else {
      found.push({ kind: 'new', text: fresh ?? '' })
      j++
    }
  }
  return found
}

/** @returns at `[i][j]` how many paragraphs from there on are common. */
function commonFrom(was: readonly string[], is: readonly string[]): readonly (readonly number[])[] {
  const common = Array.from({ length: was.length + 1 }, () => new Array<number>(is.length + 1).fill(0))
  for (let i = was.length - 1; i >= 0; i--)
    for (let j = is.length - 1; j >= 0; j--) {
      const row = common[i]
      if (!row) continue
      row[j] =
        was[i] === is[j] ? at(common, i + 1, j + 1) + 1 : Math.max(at(common, i + 1, j), at(common, i, j + 1))
    }
  return common
}

const at = (table: readonly (readonly number[])[], i: number, j: number) => table[i]?.[j] ?? 0
const parts = (kind: TextPart['kind'], texts: readonly string[]) => texts.map((text) => ({ kind, text }))
const paragraphs = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

function isOneOf<Word extends string>(words: readonly Word[], word: string): word is Word {
  return words.some((one) => one === word)
}

/**
 * @returns what was kept, by the fields of today: one that did not exist then stays as it is now. Who was at a postcode
 * before there were branches was at none.
 */
export function contentOfKept(kept: unknown, now: OfferContent): OfferContent {
  const former = typeof kept === 'object' && kept !== null ? Object.entries(kept) : []
  return { ...now, branchId: null, ...Object.fromEntries(former.filter(([field]) => field in now)) }
}

/** Lists in their order; of objects the order of the keys says nothing, because JSON in the database has its own. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))]
  return (
    left.length === right.size &&
    left.every(([key, value]) => right.has(key) && isSame(value, right.get(key)))
  )
}
