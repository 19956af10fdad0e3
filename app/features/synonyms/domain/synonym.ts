export const SYNONYM = { termMax: 60, meansMax: 10, kept: 200, proposals: 20, previewed: 5 } as const

export type SynonymState = 'active' | 'rejected'

export type SynonymFacts = {
  /** Folded. */
  readonly term: string
  readonly means: readonly string[]
  readonly bothWays: boolean
  readonly state: SynonymState
  readonly source: 'curated' | 'learned'
}

/** @returns what an administrator types with commas between, in lower case, without doubles. */
export function meaningsOf(typed: string): string[] {
  const all = typed.split(',').map((each) => each.replace(/\s+/g, ' ').trim().toLowerCase())
  return [...new Set(all)].filter((each) => each !== '')
}
