import type { OfferDocument } from './document'

/** An engine beside PostgreSQL. Each call returns when the change is searchable, or throws. */
export type SecondEngine = {
  write(documents: readonly OfferDocument[], removedIds: readonly string[]): Promise<void>
  /** Begins a new index beside the one that answers. */
  beginRebuild(): Promise<{
    add(documents: readonly OfferDocument[]): Promise<void>
    /** Puts it in the place of the old one. */
    finish(): Promise<void>
    /** Leaves the old one as it is. */
    abandon(): Promise<void>
  }>
}
