/** What a company can do with a request that waits for it, from its inbox. */
import type { Actor } from '~/authorisation/actor'
import { daysOf, type GivenAnswer } from '../domain/given-answer'
import { type AcceptProposalNeeds, acceptProposal } from './accept-proposal.server'
import {
  type AnswerProposalNeeds,
  considerProposal,
  declineProposal,
  passProposal,
  viewProposal,
} from './answer-proposal.server'
import { type QuestionDaysNeeds, questionDays } from './question-days.server'

/** @throws AppError what the answer itself throws; invalid `proposal.days-doubtful` for a day to think about. */
export async function giveAnswer(
  needs: AcceptProposalNeeds & AnswerProposalNeeds & QuestionDaysNeeds,
  actor: Actor,
  id: string,
  answer: GivenAnswer,
): Promise<void> {
  switch (answer.kind) {
    case 'accept':
      if (!answer.isSure) await questionDays(needs, actor, id, daysOf(answer))
      await acceptProposal(needs, actor, { ...answer, id })
      return
    case 'decline':
      return declineProposal(needs, actor, { ...answer, id })
    case 'consider':
      return considerProposal(needs, actor, id)
    case 'view':
      return viewProposal(needs, actor, id)
    case 'pass':
      await passProposal(needs, actor, { id, toId: answer.toId })
  }
}
