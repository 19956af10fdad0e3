/** Synonyms and all their versions. */
import type { UserId } from '~/kernel/ids'
import type { Tx } from '~/platform/db/client.server'
import type { SynonymFacts } from './domain/synonym'

export type SynonymStore = ReturnType<typeof makeSynonymStore>
type Change = Omit<SynonymFacts, 'source'> & { readonly source?: SynonymFacts['source'] }

export function makeSynonymStore(tx: Tx) {
  return {
    /**
     * Writes the next version. @param seen the version that the change is made from; 0: there is none yet.
     * @returns false when another version stands there by now.
     */
    async write(change: Change, seen: number, by: UserId | null, now: Date): Promise<boolean> {
      const { term, bothWays, state } = change
      const means = [...change.means]
      const facts = { means, bothWays, state, version: seen + 1, updatedAt: now }
      const [row] =
        seen === 0
          ? await tx.searchSynonym.createManyAndReturn({
              data: [{ ...facts, term, source: change.source ?? 'curated' }],
              skipDuplicates: true,
              select: { id: true },
            })
          : await tx.searchSynonym.updateManyAndReturn({
              where: { term, version: seen },
              data: facts,
              select: { id: true },
            })
      if (!row) return false
      await tx.searchSynonymVersion.create({
        data: { synonymId: row.id, version: seen + 1, means, bothWays, state, at: now, byId: by },
      })
      return true
    },

    /** @returns what stood there before this version, `null` when this was the first. */
    async before(term: string, version: number): Promise<Omit<SynonymFacts, 'source'> | null> {
      const row = await tx.searchSynonymVersion.findFirst({
        where: { synonym: { term }, version: version - 1 },
        select: { means: true, bothWays: true, state: true },
      })
      return row && { ...row, term }
    },
  }
}
