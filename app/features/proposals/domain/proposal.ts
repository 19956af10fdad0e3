/** A proposal and what an answer to it may say. */
import type { CalendarDate } from '~/kernel/calendar'
import type { OfferKind } from '~/kernel/education'
import type { BranchId, OfferId, OrganisationId, RegionId } from '~/kernel/ids'
import { isOpenProposal, type ProposalState } from './proposal-states'

declare const brand: unique symbol
export type ProposalId = string & { readonly [brand]: 'ProposalId' }

export type Proposal = {
  readonly id: ProposalId
  readonly requestId: string
  readonly branchId: BranchId
  readonly offerId: OfferId
  readonly offerKind: OfferKind
  readonly organisationId: OrganisationId
  /** Regions of the school. */
  readonly regionIds: readonly RegionId[]
  readonly state: ProposalState
  readonly groupsAsked: number
  /** Last day to answer. */
  readonly dueOn: CalendarDate
  readonly sentAt: Date
  /** The company offered it: its school answers. */
  readonly byCompany: boolean
}

/** @returns its state, `expired` as soon as the last day is over: the clock may close it hours later. */
export function stateOn(proposal: Pick<Proposal, 'state' | 'dueOn'>, today: CalendarDate): ProposalState {
  return isOpenProposal(proposal.state) && proposal.dueOn < today ? 'expired' : proposal.state
}

export const DECLINE_REASONS = [
  'no-time',
  'too-far',
  'group-too-big',
  'other-level',
  'other-topic',
  'period-full',
  'stopped',
  'other',
] as const
export type DeclineReason = (typeof DECLINE_REASONS)[number]

/** Working days that a company has to answer. */
export const ANSWER_DAYS = 10
/** Days within which the same school does not ask the same company about the same topic again. */
export const ASKED_LATELY_DAYS = 7
/** Working days within which a date is agreed when the company offers some to choose from. */
export const AGREE_DAYS = 10
export const MAX_DATE_OPTIONS = 3
/** Characters of the words with an answer. */
export const TEXT_MAX = 1_000

/** One accepted group: a day, or `null` for "to be agreed". */
export type AcceptedGroup = { readonly date: CalendarDate | null; readonly startTime: string | null }

export type AnswerMistake =
  | 'no-groups'
  | 'too-many-groups'
  | 'date-passed'
  | 'date-too-far'
  | 'too-many-options'

/**
 * @param unplaced groups of the request that have no place yet.
 * @returns the first thing that is wrong with an acceptance, `null` when it makes sense.
 */
export function mistakeInAcceptance(
  answer: { readonly groups: readonly AcceptedGroup[]; readonly dateOptions: readonly CalendarDate[] },
  unplaced: number,
  today: CalendarDate,
  lastDay: CalendarDate,
): AnswerMistake | null {
  if (answer.groups.length === 0) return 'no-groups'
  if (answer.groups.length > unplaced) return 'too-many-groups'
  if (answer.dateOptions.length > MAX_DATE_OPTIONS) return 'too-many-options'
  const days = [...answer.groups.map((group) => group.date), ...answer.dateOptions].filter((d) => d !== null)
  if (days.some((day) => day < today)) return 'date-passed'
  if (days.some((day) => day > lastDay)) return 'date-too-far'
  return null
}
