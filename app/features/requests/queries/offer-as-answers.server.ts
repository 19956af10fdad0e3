/** A request that begins at an offer: its kind, topics and levels are the first answers. */
import type { LevelYears } from '~/kernel/education'
import type { Db } from '~/platform/db/client.server'
import { REQUEST_FIELDS } from '../domain/request-form'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * One statement where an offer is named and nothing is answered yet, else none.
 * @param params of the address; `offer` is the id of the offer.
 * @returns the answers: those of the address, or those of the offer where there are none.
 */
export async function offerAsAnswers(
  db: Pick<Db, 'offer'>,
  params: URLSearchParams,
): Promise<Iterable<readonly [string, string]>> {
  const id = params.get('offer')
  const answered = [...params.keys()].some((name) => REQUEST_FIELDS.some((field) => field === name))
  if (id === null || answered || !UUID.test(id)) return params
  const offer = await db.offer.findFirst({
    where: { id, state: 'published', organisation: { verification: 'verified' } },
    select: { kind: true, topicIds: true, levels: true },
  })
  if (!offer) return params
  const levels = offer.levels as unknown as readonly LevelYears[]
  return [
    ...params,
    ['kind', offer.kind.replace('_', '-')],
    ...offer.topicIds.slice(0, 3).map((topic) => ['topic', topic] as const),
    // Of several levels the teacher chooses: a request is for one.
    ...(levels.length === 1
      ? levels.flatMap(({ level, years }) => years.map((year) => ['year', `${level}-${year}`] as const))
      : []),
  ]
}
