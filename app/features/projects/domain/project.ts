/** A project of schools and companies, and what may be done with it. */
import type { CalendarDate } from '~/kernel/calendar'
import type { BranchId, OfferId, OrganisationId, UserId } from '~/kernel/ids'
import type { Licence } from '~/kernel/licence'
import type { MemberState, ProjectState } from './project-states'

declare const brand: unique symbol
export type ProjectId = string & { readonly [brand]: 'ProjectId' }

/** Longest texts in characters, largest numbers. */
export const LIMITS = {
  title: 120,
  text: 2000,
  line: 200,
  url: 500,
  members: 20,
  meetings: 60,
  files: 30,
  versions: 30,
  minutes: { least: 5, most: 600 },
} as const

export const STOP_REASONS = ['no-time', 'no-people', 'other-plan', 'no-agreement', 'other'] as const
/** What somebody can say who stops it. */
export type StopReason = (typeof STOP_REASONS)[number]
export type StopCause = StopReason | 'member-left' | 'booking-cancelled'

export type Member = {
  readonly id: string
  /** Of a school; else `null`, and it is a company. */
  readonly branchId: BranchId | null
  readonly organisationId: OrganisationId | null
  readonly state: MemberState
  /** Number of the licence that it agreed to; `null`: to none. */
  readonly agreedRound: number | null
}

export type Project = {
  readonly id: ProjectId
  readonly state: ProjectState
  readonly title: string
  readonly goal: string
  /** What they agreed to make. */
  readonly results: string
  readonly startsOn: CalendarDate | null
  readonly endsOn: CalendarDate | null
  readonly licence: Licence | null
  /** Counts the licences that were chosen. */
  readonly licenceRound: number
  readonly resultOfferId: OfferId | null
  readonly isDemo: boolean
  readonly members: readonly Member[]
}

export type Description = Pick<Project, 'title' | 'goal' | 'results' | 'startsOn' | 'endsOn'>

/** @returns those who take part now. */
export function present<M extends Pick<Member, 'state'>>(members: readonly M[]): readonly M[] {
  return members.filter(({ state }) => state === 'joined')
}

/** @returns the ids that the table of who may do what asks for. */
export function partiesOf(members: readonly Pick<Member, 'branchId' | 'organisationId'>[]) {
  return {
    branchIds: members.flatMap(({ branchId }) => branchId ?? []),
    organisationIds: members.flatMap(({ organisationId }) => organisationId ?? []),
  }
}

/** @returns whether a school and a company are left among these: without one of either it is no project. */
export function isComplete(members: readonly Member[]): boolean {
  const { branchIds, organisationIds } = partiesOf(present(members))
  return branchIds.length > 0 && organisationIds.length > 0
}

export type StartGap = 'goal' | 'results' | 'start'

/** @returns what has to be written down before it can begin, in the order of the form. */
export function gapsForStart({ goal, results, startsOn }: Description): readonly StartGap[] {
  const missing: Readonly<Record<StartGap, boolean>> = {
    goal: goal === '',
    results: results === '',
    start: startsOn === null,
  }
  return (['goal', 'results', 'start'] as const).filter((gap) => missing[gap])
}

/** @returns whether something of it may still be changed: texts, meetings, files, members, licence. */
export function isOpen({ state, resultOfferId }: Pick<Project, 'state' | 'resultOfferId'>): boolean {
  return state === 'preparing' || state === 'running' || (state === 'finished' && resultOfferId === null)
}

/** @returns who takes part and has not agreed to the licence that is chosen now; all of them when there is none. */
export function notAgreed<M extends Member>(
  { licence, licenceRound }: Pick<Project, 'licence' | 'licenceRound'>,
  members: readonly M[],
): readonly M[] {
  return present(members).filter(({ agreedRound }) => licence === null || agreedRound !== licenceRound)
}

export type PublishObstacle = 'not-finished' | 'no-licence' | 'not-all-agreed' | 'drafted-already'

/** @returns why its result cannot be made into lesson material yet, `null` when it can. */
export function obstacleToPublishing(project: Project): PublishObstacle | null {
  if (project.resultOfferId !== null) return 'drafted-already'
  if (project.state !== 'finished') return 'not-finished'
  if (project.licence === null) return 'no-licence'
  return notAgreed(project, project.members).length > 0 ? 'not-all-agreed' : null
}

export type NextStep =
  | 'answer'
  | 'describe'
  | 'start'
  | 'add-file'
  | 'choose-licence'
  | 'agree'
  | 'others-agree'
  | 'finish'
  | 'draft'
  | 'company-drafts'
  | 'complete-offer'
  | 'see-result'

export type Reader = {
  /** Its own member; `null` for who is none. */
  readonly own: Member | null
  /** May change something of the project. */
  readonly works: boolean
}

/**
 * What the reader can best do now.
 * @param files how many there are.
 * @returns `null` when nothing is left to do for them.
 */
export function nextStep(project: Project, { own, works }: Reader, files: number): NextStep | null {
  if (!own || !works) return null
  if (own.state === 'invited') return isOpen(project) ? 'answer' : null
  switch (project.state) {
    case 'preparing':
      return gapsForStart(project).length > 0 ? 'describe' : 'start'
    case 'running':
      if (files === 0) return 'add-file'
      return licenceStep(project, own) ?? 'finish'
    case 'finished': {
      const ofCompany = own.organisationId !== null
      if (project.resultOfferId !== null) return ofCompany ? 'complete-offer' : null
      const step = licenceStep(project, own)
      if (step !== null) return step
      if (notAgreed(project, project.members).length > 0) return 'others-agree'
      return ofCompany ? 'draft' : 'company-drafts'
    }
    case 'published':
      return 'see-result'
    case 'stopped':
      return null
  }
}

function licenceStep(project: Project, own: Member): 'choose-licence' | 'agree' | null {
  if (project.licence === null) return 'choose-licence'
  return own.agreedRound === project.licenceRound ? null : 'agree'
}

/** Who acts, as far as a project asks: a person of several members speaks for the first. */
export type Acting = {
  readonly member: Member
  readonly userId: UserId | null
}
