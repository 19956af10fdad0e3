/**
 * Small groups of different requests that share one class-place: who may, and where. A session holds a number of pupils,
 * so this is bin packing and no flow any more; `solve-shared.ts` says what is done about it.
 */
import type { Packed } from './instance'

/** A row that agrees to share. */
export type Sharer = {
  readonly pupils: number
  /** Rows share only with rows of the same number: the same level, say. */
  readonly alike: number
  /** Rows of one request do not share with each other. */
  readonly request: number
}

export type Sharing = {
  /** Per row; `null`: it keeps a place to itself. */
  readonly sharers: readonly (Sharer | null)[]
  /** Per column the pupils that one session of it holds; `null`: its places are not shared. */
  readonly sizes: readonly (number | null)[]
}

/** Two rows or more that have one class-place together. */
export type SharedPlace = { readonly column: number; readonly rows: readonly number[] }

/** @returns whether these rows may have one place of the column together. O(rows²), rows of one place. */
export function maySit({ sharers, sizes }: Sharing, column: number, rows: readonly number[]): boolean {
  if (rows.length < 2) return true
  const size = sizes[column] ?? null
  if (size === null) return false
  let pupils = 0
  for (const [i, row] of rows.entries()) {
    const sharer = sharers[row]
    if (!sharer) return false
    pupils += sharer.pupils
    for (const other of rows.slice(0, i)) {
      const { alike, request } = sharers[other] as Sharer
      if (alike !== sharer.alike || request === sharer.request) return false
    }
  }
  return pupils <= size
}

/** @returns the node and every pool around it. */
export function chainOf({ parent }: Pick<Packed, 'parent'>, column: number): readonly number[] {
  const chain: number[] = []
  for (let node = column; node !== -1; node = parent?.[node] ?? -1) chain.push(node)
  return chain
}
