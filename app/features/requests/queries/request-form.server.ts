/** The form of a request as typed so far: understood, checked, with the choices that this school has. */
import type { Actor, SignedInActor } from '~/authorisation/actor'
import { calendarDateOf } from '~/kernel/calendar'
import { AppError } from '~/kernel/errors'
import type { BranchId } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'
import { asDay } from '~/platform/db/dates.server'
import { checkAnswers, needOfAnswers } from '../domain/check-answers'
import type { RequestNeed } from '../domain/need'
import {
  type RequestErrors,
  type RequestForm,
  STEPS,
  type StepName,
  stepWithError,
  type TypedRequest,
} from '../domain/request-form'
import { schoolLevels } from '../domain/school-levels'
import { typedPeriod, understandPeriod, withPeriod } from '../domain/typed-period'

export type ReadRequest = {
  readonly branchId: BranchId
  readonly need: RequestNeed
  readonly groups: number
  readonly submissionKey: string | null
  readonly version: number
}

export type RequestFormRead = {
  readonly form: RequestForm
  /** All answers, when each of them is right. */
  readonly read: ReadRequest | null
}

type Asked = {
  readonly typed: TypedRequest
  /** The step to show; an earlier one that has a mistake goes first. `all`: every field is looked at. */
  readonly step: StepName | 'all'
  /** Only this school: the request that is changed is of it. */
  readonly branchId?: string
}

/**
 * Three statements.
 * @returns `null` for somebody of no (open) school.
 * @throws AppError 401 for who is not signed in.
 */
export async function requestForm(
  db: Pick<Db, 'schoolBranch' | 'topic' | 'schoolHoliday'>,
  now: Date,
  actor: Actor,
  asked: Asked,
): Promise<RequestFormRead | null> {
  if (actor.kind !== 'user') throw new AppError('unauthenticated', 'account.sign-in-first')
  const [branches, topics, holidays] = await Promise.all([
    branchesOf(db, actor, asked.branchId),
    db.topic.findMany({
      select: { id: true, parentId: true, nl: true, en: true },
      orderBy: { position: 'asc' },
    }),
    db.schoolHoliday.findMany({ select: { region: true, type: true, startsOn: true, endsOn: true } }),
  ])
  const branch = branches.find(({ id }) => id === asked.typed.branch?.[0]) ?? branches[0]
  if (!branch) return null
  const levels = schoolLevels(branch.registerLevels)
  const period = understandPeriod(
    typedPeriod(asked.typed),
    calendarDateOf(now),
    holidays
      .filter(({ region }) => region === branch.holidayRegion)
      .map(({ type, startsOn, endsOn }) => ({ type, from: asDay(startsOn), until: asDay(endsOn) })),
  )
  const topicIds = new Set(topics.map(({ id }) => id))
  const { errors, answers } = checkAnswers(asked.typed, { levels, topicIds, period })
  const step = stepToShow(asked.step, errors)
  return {
    form: {
      step,
      typed: withPeriod(asked.typed, period),
      errors: asked.step === step ? {} : errors,
      formErrors: [],
      branches: branches.map(({ id, name, placeName }) => ({ id, name, placeName })),
      branchId: branch.id,
      levels,
      topics,
      period: period.span,
      periodIsNote: period.isNote,
      emailVerified: actor.emailVerified,
    },
    read: answers && {
      branchId: branch.id as BranchId,
      need: needOfAnswers(answers, period),
      groups: answers.value.groups,
      submissionKey: answers.value.submissionKey ?? null,
      version: Number(answers.value.version ?? 0),
    },
  }
}

function branchesOf(db: Pick<Db, 'schoolBranch'>, actor: SignedInActor, only: string | undefined) {
  const ids = [...actor.schools.keys()].filter((id) => only === undefined || id === only)
  return db.schoolBranch.findMany({
    where: { id: { in: ids }, closedOn: null },
    select: { id: true, name: true, placeName: true, registerLevels: true, holidayRegion: true },
    orderBy: { id: 'asc' },
  })
}

/** A step comes after all that stand before it are right. */
function stepToShow(asked: StepName | 'all', errors: RequestErrors): StepName {
  if (asked === 'all') return stepWithError(errors) ?? 'check'
  return stepWithError(errors, STEPS.slice(0, STEPS.indexOf(asked))) ?? asked
}
