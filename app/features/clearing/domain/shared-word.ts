/** What is said of the others in a shared place, on the page and in the mail: how many, never who. */
import * as m from '~/paraglide/messages'
import type { HeldPlace } from './held-place'

export function sharedWord({ groups, aboutPupils }: NonNullable<HeldPlace['shared']>): string {
  return m.clearing_shared_with({ count: groups, pupils: aboutPupils })
}
