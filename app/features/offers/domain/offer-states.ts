/** The life of an offer. Only a published one is found; a paused one keeps its bookings and can come back. */
import { afterMove, type StateTable } from '~/kernel/state-machine'

export const OFFER_STATES = ['draft', 'published', 'paused', 'archived'] as const
export type OfferState = (typeof OFFER_STATES)[number]

export const OFFER_MOVES = ['publish', 'pause', 'resume', 'archive'] as const
export type OfferMove = (typeof OFFER_MOVES)[number]

const OFFER_TABLE: StateTable<OfferState, OfferMove> = {
  draft: { publish: 'published', archive: 'archived' },
  published: { pause: 'paused', archive: 'archived' },
  paused: { resume: 'published', archive: 'archived' },
  archived: {},
}

const LEADS_TO: Readonly<Record<OfferMove, OfferState>> = {
  publish: 'published',
  pause: 'paused',
  resume: 'published',
  archive: 'archived',
}

export type MoveDecision =
  /** `isNew` false: it was so already, e.g. a button pressed twice; there is nothing to write or to tell. */
  | { readonly ok: true; readonly state: OfferState; readonly isNew: boolean }
  | { readonly ok: false; readonly from: OfferState }

/** @returns where the move leads, or that the state does not allow it. */
export function decideMove(from: OfferState, move: OfferMove): MoveDecision {
  if (from === LEADS_TO[move]) return { ok: true, state: from, isNew: false }
  const state = afterMove(OFFER_TABLE, from, move)
  return state === null ? { ok: false, from } : { ok: true, state, isNew: true }
}

/** @returns whether its text may be changed: all but an archived one, which stays as schools knew it. */
export function canChange(state: OfferState): boolean {
  return state !== 'archived'
}

/** @returns whether the company can say "this is still right": what schools see, or will see again. */
export function canConfirm(state: OfferState): boolean {
  return state === 'published' || state === 'paused'
}
