/** The answers with one wish made wider. */
import type { OfferKind } from '~/kernel/education'
import type { Help } from '../../matchmaking/domain/what-helps'
import type { TypedRequest } from './request-form'

/** Developing together is a request by itself. */
const KINDS: readonly OfferKind[] = ['guest-lesson', 'excursion', 'lesson-material', 'event']
const OF_PERIOD = ['period', 'periodOf', 'periodShown', 'from', 'until']

export function widened(typed: TypedRequest, { change, to }: Pick<Help, 'change' | 'to'>): TypedRequest {
  switch (change) {
    case 'further':
      return to === null ? without(typed, ['km']) : { ...typed, km: [String(to)] }
    case 'other-kind':
      return { ...typed, kind: KINDS }
    case 'other-period':
      return without(typed, OF_PERIOD)
    case 'other-day':
      return without(typed, ['day'])
    case 'smaller-group':
      return { ...typed, groupSize: [String(to ?? 1)] }
  }
}

function without(typed: TypedRequest, names: readonly string[]): TypedRequest {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !names.includes(name)))
}
