/** The topic tree, child → parent. One statement, some eighty rows. */
import type { TopicParents } from '~/matching/ranking/topics'
import type { Db, Tx } from '~/platform/db/client.server'

export async function topicParents(db: Pick<Db | Tx, 'topic'>): Promise<TopicParents> {
  const rows = await db.topic.findMany({
    where: { parentId: { not: null } },
    select: { id: true, parentId: true },
  })
  return new Map(rows.map((row) => [row.id, row.parentId as string]))
}
