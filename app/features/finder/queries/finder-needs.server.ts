/** What the finder's queries ask of the program. */
import type { PlaceAnswer } from '~/features/finder/domain/place-answer'
import type { Clock } from '~/kernel/calendar'
import type { Db } from '~/platform/db/client.server'
import type { SearchPort } from '~search/port'

export type FinderNeeds = {
  readonly db: Pick<Db, 'topic' | 'schoolBranch' | '$queryRaw'>
  readonly clock: Clock
  readonly search: Pick<SearchPort, 'engine' | 'search' | 'mapPoints'>
  readonly places: { resolve(text: string): Promise<PlaceAnswer> }
}
