/** What the link of a mail would answer. Looking at it uses nothing up. */
import { SYSTEM } from '~/authorisation/actor'
import type { Db } from '~/platform/db/client.server'
import type { Links } from '~/platform/links/links.server'
import { linkIsSpent } from '../errors'
import { type Colleague, colleagues } from './colleagues.server'
import { type ProposalPage, type ProposalPageNeeds, proposalPage } from './proposal-page.server'

export type AnswerLinkNeeds = ProposalPageNeeds & {
  readonly db: Pick<Db, '$queryRaw' | 'booking'>
  readonly links: Pick<Links, 'read'>
}

export type AnswerLink = {
  readonly page: ProposalPage
  /** Whom the reader of the mail can hand it to. */
  readonly colleagues: readonly Colleague[]
}

/**
 * Six statements.
 * @throws AppError gone for a link that is used, too late, not of ours, or of somebody who may no longer answer there, and for
 * a request that needs no answer any more.
 */
export async function answerLink(needs: AnswerLinkNeeds, token: unknown): Promise<AnswerLink> {
  const now = needs.clock.now()
  const id = needs.links.read('answer-proposal', token, now)
  if (id === null) throw linkIsSpent()
  const [link] = await needs.db.$queryRaw<{ proposalId: string; holderId: string }[]>`
    SELECT l.subject_id AS "proposalId", m.user_id AS "holderId"
    FROM one_use_link l
    JOIN proposal p ON p.id::text = l.subject_id
    JOIN offer o ON o.id = p.offer_id
    JOIN organisation_membership m ON m.organisation_id = o.organisation_id AND m.user_id::text = l.payload->>'userId'
      AND m.role <> 'viewer'
    WHERE l.id = ${id} AND l.purpose = 'answer-proposal' AND l.used_at IS NULL AND l.expires_at > ${now}`
  if (!link) throw linkIsSpent()
  const page = await proposalPage(needs, SYSTEM, link.proposalId)
  if (!page.isOpen) throw linkIsSpent()
  const others = await colleagues(needs.db, SYSTEM, page.offer.organisationId)
  return { page, colleagues: others.filter((one) => one.id !== link.holderId) }
}
