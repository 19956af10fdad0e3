import type { ChoiceMove } from './change-choices'
import type { RoundSettings } from './round-settings'
import type { NewRoundStep } from './round-steps'

/** What a coordinator does to a preview; `again` only looks once more. */
export type RoundChange =
  | {
      readonly kind: 'choice'
      readonly move: ChoiceMove
      readonly groupIds: readonly string[]
      readonly offerId: string
    }
  /** Closed offers stay what they are. */
  | { readonly kind: 'settings'; readonly settings: Omit<RoundSettings, 'closedOffers'> }
  /** An offer that this round gives to nobody, or to whom it fits again. */
  | { readonly kind: 'close-offer' | 'open-offer'; readonly offerId: string }
  | { readonly kind: 'again' }

/** @returns the settings of the round after the change. */
export function settingsAfter(before: RoundSettings, change: RoundChange): RoundSettings {
  const { closedOffers } = before
  switch (change.kind) {
    case 'settings':
      return { ...change.settings, closedOffers }
    case 'close-offer':
      return { ...before, closedOffers: [...new Set([...closedOffers, change.offerId])].sort() }
    case 'open-offer':
      return { ...before, closedOffers: closedOffers.filter((offerId) => offerId !== change.offerId) }
    default:
      return before
  }
}

/** @returns the change as a step of the round's history. */
export function stepOf(change: RoundChange, settings: RoundSettings): Pick<NewRoundStep, 'what' | 'details'> {
  switch (change.kind) {
    case 'choice':
      return { what: change.move, details: { groupIds: change.groupIds, offerId: change.offerId } }
    case 'settings':
      return { what: 'settings', details: { settings } }
    case 'close-offer':
    case 'open-offer':
      return { what: change.kind, details: { offerId: change.offerId } }
    case 'again':
      return { what: 'again', details: {} }
  }
}
