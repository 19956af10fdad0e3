/** Branches (vestigingen) of an organisation beside its own place: where its offers can be. */
export const BRANCHES = { max: 50, name: 120, address: 160 } as const

export type BranchFacts = {
  readonly name: string
  /** Street and number; `null`: not told. */
  readonly address: string | null
  /** `7601` or `7601AB`. */
  readonly postcode: string
  /** Twelve digits, of the Chamber of Commerce; `null`: not told. It has no check digit. */
  readonly branchNumber: string | null
}

export type BranchChange =
  | { readonly kind: 'add'; readonly facts: BranchFacts }
  | { readonly kind: 'change'; readonly id: string; readonly facts: BranchFacts }
  | { readonly kind: 'remove'; readonly id: string }
