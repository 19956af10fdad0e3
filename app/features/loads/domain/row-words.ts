/** What is said of a row when its turn came and it could not be done, or not be undone: in both languages. */
import * as m from '~/paraglide/messages'

export type KeptReason = 'gone' | 'in-use' | 'changed-since'
type InLocale = <T>(locale: 'nl' | 'en', work: () => T) => T
type BothTexts = { readonly nl: string; readonly en: string }

const KEPT: Readonly<Record<KeptReason, () => string>> = {
  gone: m.loads_kept_gone,
  'in-use': m.loads_kept_in_use,
  'changed-since': m.loads_kept_changed_since,
}

const both = (inLocale: InLocale, say: () => string): BothTexts => ({
  nl: inLocale('nl', say),
  en: inLocale('en', say),
})

export function keptBecause(inLocale: InLocale, reason: KeptReason): BothTexts {
  return both(inLocale, KEPT[reason])
}

/** @param error of the places: more are promised than the row says. */
export function refusedNow(
  inLocale: InLocale,
  error: { readonly code: string; readonly params: Readonly<Record<string, string | number>> },
): BothTexts {
  const taken = Number(error.params.taken ?? 0)
  return both(inLocale, () =>
    error.code === 'capacity.below-taken' ? m.error_capacity_below_taken({ taken }) : m.loads_kept_gone(),
  )
}
