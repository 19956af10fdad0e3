/** What the finder's queries ask of the program. */
import type { PlaceAnswer } from '~/features/finder/domain/place-answer'
import type { Clock } from '~/kernel/calendar'
import type { Db } from '~/platform/db/client.server'
import type { Understood } from '~search/dutch/understand'
import type { SearchPort } from '~search/port'

export type FinderNeeds = {
  readonly db: Pick<Db, 'topic' | 'schoolBranch' | '$queryRaw'>
  readonly clock: Clock
  readonly search: Pick<SearchPort, 'engine' | 'search' | 'mapPoints' | 'explain'>
  readonly where: { resolve(text: string): Promise<PlaceAnswer> }
  /** `plain`: what is not to be understood; `places`: whether names of places are. */
  readonly readQuestion: (
    text: string,
    how: { readonly plain: readonly string[]; readonly places: boolean },
  ) => Promise<Understood>
}
