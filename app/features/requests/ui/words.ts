/** The desk's vocabulary in the reader's language. */
import { formatLevels } from '~/components/format'
import type { Status } from '~/components/status-badge'
import { kindWord, topicWord } from '~/features/finder/ui/words'
import type { Level, OfferKind, VmboTrack } from '~/kernel/education'
import * as m from '~/paraglide/messages'
import { getLocale } from '~/paraglide/runtime'
import type { ProposalState } from '../../proposals/domain/proposal-states'
import type { WaitingReason } from '../domain/request'
import type { StepName, TopicChoice } from '../domain/request-form'
import type { RequestState } from '../domain/request-state'

export const trackWord: Record<VmboTrack, () => string> = {
  bb: m.requests_track_bb,
  kb: m.requests_track_kb,
  gl: m.requests_track_gl,
  tl: m.requests_track_tl,
}

export const stepWord: Record<StepName, () => string> = {
  what: m.requests_step_what,
  who: m.requests_step_who,
  when: m.requests_step_when,
  far: m.requests_step_far,
  check: m.requests_step_check,
}

export const requestStateWord: Record<RequestState, () => string> = {
  draft: m.requests_state_draft,
  open: m.requests_state_open,
  proposed: m.requests_state_proposed,
  waiting: m.requests_state_waiting,
  booked: m.requests_state_booked,
  done: m.requests_state_done,
  withdrawn: m.requests_state_withdrawn,
  expired: m.requests_state_expired,
}

export const requestStatus: Record<RequestState, Status> = {
  draft: 'open',
  open: 'open',
  proposed: 'asked',
  waiting: 'waiting',
  booked: 'booked',
  done: 'done',
  withdrawn: 'ended',
  expired: 'ended',
}

export const proposalStateWord: Record<ProposalState, () => string> = {
  sent: m.requests_proposal_sent,
  viewed: m.requests_proposal_viewed,
  considering: m.requests_proposal_considering,
  accepted: m.requests_proposal_accepted,
  declined: m.requests_proposal_declined,
  withdrawn: m.requests_proposal_withdrawn,
  expired: m.requests_proposal_expired,
  passed: m.requests_proposal_passed,
}

export const proposalStatus: Record<ProposalState, Status> = {
  sent: 'asked',
  viewed: 'asked',
  considering: 'asked',
  accepted: 'booked',
  declined: 'ended',
  withdrawn: 'ended',
  expired: 'ended',
  passed: 'ended',
}

export const waitingReasonWord: Record<WaitingReason, () => string> = {
  'no-candidate': m.requests_waiting_no_candidate,
  'all-full': m.requests_waiting_all_full,
  declined: m.requests_waiting_declined,
  unanswered: m.requests_waiting_unanswered,
  asked: m.requests_waiting_asked,
}

export const declineReasonWord: Readonly<Record<string, () => string>> = {
  'no-time': m.requests_declined_no_time,
  'too-far': m.requests_declined_too_far,
  'group-too-big': m.requests_declined_group_too_big,
  'other-level': m.requests_declined_other_level,
  'other-topic': m.requests_declined_other_topic,
  'period-full': m.requests_declined_period_full,
  stopped: m.requests_declined_stopped,
  other: m.requests_declined_other,
}

/** @returns "gastles en excursie". */
export function kindsWord(kinds: readonly OfferKind[]): string {
  return listWord(kinds.map((kind) => kindWord[kind]().toLowerCase()))
}

/** @returns names of the topics, in their order. */
export function topicsWord(ids: readonly string[], topics: readonly TopicChoice[]): string {
  return listWord(
    ids.map((id) => {
      const topic = topics.find((one) => one.id === id)
      return topic ? topicWord(topic) : id
    }),
  )
}

/** @returns "vmbo 3–4 (kader)". */
export function classWord(level: Level, years: readonly number[], tracks: readonly VmboTrack[]): string {
  const words = formatLevels([{ level, years }])
  return tracks.length === 0 ? words : `${words} (${tracks.map((track) => trackWord[track]()).join(', ')})`
}

/** @returns "3 × 25 leerlingen". */
export function groupsWord(groups: number, groupSize: number): string {
  return groups === 1
    ? m.requests_one_group({ size: groupSize })
    : m.requests_groups_of({ groups, size: groupSize })
}

export function listWord(words: readonly string[]): string {
  return new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(words)
}

/** @returns "2 van 3 groepen hebben een plek". */
export function placedWord(placed: number, groups: number): string {
  return m.requests_placed({ count: groups, placed, groups })
}
