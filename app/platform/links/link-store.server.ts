/** The rows of signed links: what makes a link work once. Used in the transaction of what it is for. */
import type { Tx } from '~/platform/db/client.server'
import { nameActing } from '~/platform/http/request-context.server'
import type { LinkPurpose } from './links.server'

export type LinkStore = ReturnType<typeof makeLinkStore>

export type KeptLink = {
  /** Hash of the token. */
  readonly id: string
  readonly purpose: LinkPurpose
  /** Whose it is. */
  readonly subjectId: string
  readonly payload: Readonly<Record<string, string>>
  readonly expiresAt: Date
}

/** What such a link is for is an account. */
const OF_USER = new Set<LinkPurpose>(['verify-email', 'reset-password'])

type Opened = Pick<KeptLink, 'subjectId' | 'payload'>

export function makeLinkStore(tx: Pick<Tx, 'oneUseLink'>) {
  return {
    /** Keeping the same link twice keeps one. */
    async keep(link: KeptLink): Promise<void> {
      await tx.oneUseLink.createMany({ data: [link], skipDuplicates: true })
    },

    /** @returns what an unused link is for, without using it: for the page that shows what it would do. */
    async look(purpose: LinkPurpose, id: string, now: Date): Promise<Opened | null> {
      const row = await tx.oneUseLink.findFirst({
        where: { id, purpose, usedAt: null, expiresAt: { gt: now } },
        select: { subjectId: true, payload: true },
      })
      return row && { subjectId: row.subjectId, payload: row.payload as KeptLink['payload'] }
    },

    /** Uses the link up. Of several at once one gets it. @returns `null` when it is unknown, used or expired. */
    async use(purpose: LinkPurpose, id: string, now: Date): Promise<Opened | null> {
      const [row] = await tx.oneUseLink.updateManyAndReturn({
        where: { id, purpose, usedAt: null, expiresAt: { gt: now } },
        data: { usedAt: now },
        select: { subjectId: true, payload: true },
      })
      if (!row) return null
      const payload = row.payload as KeptLink['payload']
      nameActing({ kind: 'link', userId: payload.userId ?? (OF_USER.has(purpose) ? row.subjectId : null) })
      return { subjectId: row.subjectId, payload }
    },

    /** Older links for the same open nothing any more. */
    async withdraw(purpose: LinkPurpose, subjectId: string, now: Date): Promise<void> {
      await tx.oneUseLink.updateMany({ where: { purpose, subjectId, usedAt: null }, data: { usedAt: now } })
    },
  }
}
