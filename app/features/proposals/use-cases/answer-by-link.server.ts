/** An answer from a mail, without signing in: the link says who answers and what. */
import { type SignedInActor, SYSTEM } from '~/authorisation/actor'
import type { OrganisationId, UserId } from '~/kernel/ids'
import type { Transact } from '~/platform/db/client.server'
import type { LinkStore } from '~/platform/links/link-store.server'
import type { Links } from '~/platform/links/links.server'
import { type Consider, daysOf, type No, type Pass, type Yes } from '../domain/given-answer'
import { linkIsSpent } from '../errors'
import { type AcceptProposalNeeds, acceptProposal } from './accept-proposal.server'
import {
  type AnswerProposalNeeds,
  considerProposal,
  declineProposal,
  passProposal,
} from './answer-proposal.server'
import { type QuestionDaysNeeds, questionDays } from './question-days.server'

type StoresOf<Needs> = Needs extends { readonly transact: Transact<infer Stores> } ? Stores : never
type Stores = StoresOf<AcceptProposalNeeds> & StoresOf<AnswerProposalNeeds> & { readonly links: LinkStore }

export type AnswerByLinkNeeds = Omit<AcceptProposalNeeds, 'transact'> & {
  readonly transact: Transact<Stores>
  readonly links: Pick<Links, 'read'>
} & QuestionDaysNeeds

export type AnswerByLink = Yes | No | Consider | Pass

/**
 * Yes, no and handing it to a colleague use the link up, in the same transaction as the answer: an answer that is refused leaves the link as it was.
 * To think about it is no answer and leaves it too. After an answer no link for this proposal opens anything, whoever of
 * the company got it.
 * @throws AppError gone for a link that is used, too late, or not of ours, and for one of somebody who no longer works
 * there; what the answer throws.
 */
export async function answerByLink(
  needs: AnswerByLinkNeeds,
  token: unknown,
  answer: AnswerByLink,
): Promise<{ readonly proposalId: string }> {
  const now = needs.clock.now()
  const id = needs.links.read('answer-proposal', token, now)
  if (id === null) throw linkIsSpent()
  if (answer.kind === 'accept' && !answer.isSure) {
    const link = await needs.transact(({ links }) => links.look('answer-proposal', id, now))
    if (!link) throw linkIsSpent()
    await questionDays(needs, SYSTEM, link.subjectId, daysOf(answer))
  }
  return needs.transact(async (stores) => {
    const link =
      answer.kind === 'consider'
        ? await stores.links.look('answer-proposal', id, now)
        : await stores.links.use('answer-proposal', id, now)
    if (!link) throw linkIsSpent()
    const { subjectId: proposalId, payload } = link
    const actor = await holderOf(stores, proposalId, payload.userId)
    const within = { ...needs, transact: ((work) => work(stores)) as Transact<Stores> }
    if (answer.kind === 'consider') await considerProposal(within, actor, proposalId)
    else if (answer.kind === 'pass') await passProposal(within, actor, { id: proposalId, toId: answer.toId })
    else if (answer.kind === 'decline') await declineProposal(within, actor, { ...answer, id: proposalId })
    else await acceptProposal(within, actor, { ...answer, id: proposalId })
    if (answer.kind !== 'consider') await stores.links.withdraw('answer-proposal', proposalId, now)
    return { proposalId }
  })
}

/** Whoever the mail was written to, if they still work at the company that was asked. */
async function holderOf(
  { proposals }: Stores,
  proposalId: string,
  userId: string | undefined,
): Promise<SignedInActor> {
  const proposal = await proposals.read(proposalId)
  const role = proposal && userId ? await proposals.roleAt(proposal.organisationId, userId) : null
  if (!proposal || !role) throw linkIsSpent()
  return {
    kind: 'user',
    userId: userId as UserId,
    emailVerified: true,
    schools: new Map(),
    organisations: new Map<OrganisationId, typeof role>([[proposal.organisationId, role]]),
    regions: new Set(),
    isAdministrator: false,
  }
}
