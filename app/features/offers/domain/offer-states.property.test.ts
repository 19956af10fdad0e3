import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  canChange,
  canConfirm,
  decideMove,
  OFFER_MOVES,
  type OfferMove,
  type OfferState,
} from './offer-states'

/** What the words of the product say, written down a second time and independently of the table. */
type Model = { state: OfferState; everPublished: boolean }
type Real = { state: OfferState; written: number }

class Press implements fc.Command<Model, Real> {
  readonly move: OfferMove
  constructor(move: OfferMove) {
    this.move = move
  }
  check = () => true
  toString = () => this.move

  run(model: Model, real: Real): void {
    const before = model.state
    const decision = decideMove(real.state, this.move)
    const allowed =
      (this.move === 'publish' && (before === 'draft' || before === 'published')) ||
      (this.move === 'pause' && (before === 'published' || before === 'paused')) ||
      (this.move === 'resume' && (before === 'paused' || before === 'published')) ||
      this.move === 'archive'
    expect(decision.ok).toBe(allowed)
    if (!decision.ok) {
      expect(decision.from).toBe(before)
      return
    }
    expect(decision.isNew).toBe(decision.state !== before)
    if (this.move === 'pause') model.state = 'paused'
    else if (this.move === 'archive') model.state = 'archived'
    else model.state = 'published'
    model.everPublished ||= model.state === 'published'
    real.state = decision.state
    real.written += decision.isNew ? 1 : 0
    expect(real.state).toBe(model.state)
    // A draft is left once and for all, and what is paused was to be seen before.
    if (model.everPublished) expect(real.state).not.toBe('draft')
    if (real.state === 'paused') expect(model.everPublished).toBe(true)
  }
}

test('whatever is pressed in whatever order, an offer is where the words of the product say', () => {
  const presses = OFFER_MOVES.map((move) => fc.constant(new Press(move)))
  fc.assert(
    fc.property(fc.commands(presses, { maxCommands: 40 }), (commands) => {
      fc.modelRun(
        () => ({
          model: { state: 'draft', everPublished: false } as Model,
          real: { state: 'draft', written: 0 } as Real,
        }),
        commands,
      )
    }),
  )
})

test('pressing the same button twice writes once', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<OfferState>('draft', 'published', 'paused', 'archived'),
      fc.constantFrom(...OFFER_MOVES),
      (state, move) => {
        const first = decideMove(state, move)
        if (!first.ok) return
        expect(decideMove(first.state, move)).toEqual({ ok: true, state: first.state, isNew: false })
      },
    ),
  )
})

test('an archived offer stays as it is', () => {
  for (const move of ['publish', 'pause', 'resume'] as const)
    expect(decideMove('archived', move)).toEqual({ ok: false, from: 'archived' })
  expect(canChange('archived')).toBe(false)
  expect(canConfirm('archived')).toBe(false)
})
