/** The topics by their place in the tree, some eighty. One statement. */
import type { Db } from '~/platform/db/client.server'

export type TopicName = {
  readonly id: string
  readonly parentId: string | null
  readonly nl: string
  readonly en: string | null
}

export async function topicNames(db: Pick<Db, 'topic'>): Promise<readonly TopicName[]> {
  return db.topic.findMany({
    select: { id: true, parentId: true, nl: true, en: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
}
