import * as m from '~/paraglide/messages'
import type { ClosedWhy } from '../domain/closed-days'
import type { PlannedSession } from '../domain/session-plan'

export const closedWord: Readonly<Record<ClosedWhy, () => string>> = {
  blackout: m.capacity_closed_blackout,
  'public-holiday': m.capacity_closed_public_holiday,
  'school-holiday': m.capacity_closed_school_holiday,
}

export const skippedWord: Readonly<Record<NonNullable<PlannedSession['skipped']>, () => string>> = {
  ...closedWord,
  past: m.capacity_skipped_past,
  'too-far': m.capacity_skipped_too_far,
  'there-already': m.capacity_skipped_there,
  twice: m.capacity_skipped_twice,
  cancelled: m.capacity_skipped_cancelled,
}
