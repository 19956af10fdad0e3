/** The form of a request as typed so far: understood, checked, with the choices that this school has. */
import type { Actor, SignedInActor } from '~/authorisation/actor'
import { may } from '~/authorisation/permissions'
import { calendarDateOf } from '~/kernel/calendar'
import type { BranchId, RegionId } from '~/kernel/ids'
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
import type { RequestAnswers } from '../schemas'

export type ReadRequest = {
  readonly branchId: BranchId
  readonly need: RequestNeed
  readonly groups: number
  readonly submissionKey: string | null
  readonly version: number
  /** Who rang, where the form asks it. */
  readonly contact: { readonly name: string; readonly email: string } | null
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
 * Three statements for somebody of the school; a coordinator of its region may fill it in for a school that rang, and a
 * visitor for any open school.
 * @returns `null` for somebody of no (open) school who asks for none that he may fill it in for.
 */
export async function requestForm(
  db: Pick<Db, 'schoolBranch' | 'topic' | 'schoolHoliday'>,
  now: Date,
  actor: Actor,
  asked: Asked,
): Promise<RequestFormRead | null> {
  const [{ branches, forSchool }, topics, holidays] = await Promise.all([
    branchesOf(db, actor, asked.branchId ?? asked.typed.branch?.[0], asked.branchId !== undefined, now),
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
  const { errors, answers } = checkAnswers(asked.typed, {
    ...{ levels, topicIds, period, today: calendarDateOf(now) },
    // Who rang is asked when it is entered, not when it is changed.
    asksContact: (forSchool?.asksContact ?? false) && asked.branchId === undefined,
  })
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
      emailVerified: actor.kind !== 'user' || actor.emailVerified,
      isVisitor: actor.kind !== 'user',
      forSchool: forSchool && {
        asksContact: forSchool.asksContact && asked.branchId === undefined,
      },
    },
    read: answers && {
      branchId: branch.id as BranchId,
      need: needOfAnswers(answers, period),
      groups: answers.value.groups,
      submissionKey: answers.value.submissionKey ?? null,
      version: Number(answers.value.version ?? 0),
      contact: contactOf(answers.value),
    },
  }
}

function contactOf({ contactName, contactEmail }: RequestAnswers): ReadRequest['contact'] {
  return contactName && contactEmail ? { name: contactName, email: contactEmail } : null
}

const BRANCH = { id: true, name: true, placeName: true, registerLevels: true, holidayRegion: true } as const

/** The own schools; or the one that is asked for, where the actor may fill in the form for it. */
async function branchesOf(
  db: Pick<Db, 'schoolBranch'>,
  actor: Actor,
  asked: string | undefined,
  only: boolean,
  now: Date,
) {
  if (actor.kind !== 'user') {
    const branches = await db.schoolBranch.findMany({
      where: { id: asked ?? '', closedOn: null },
      select: BRANCH,
    })
    return { branches, forSchool: null }
  }
  const own = [...actor.schools.keys()].filter((id) => !only || id === asked)
  if (asked !== undefined && actor.regions.size > 0 && !actor.schools.has(asked as BranchId)) {
    const rang = await branchThatRang(db, actor, asked, now)
    if (rang) return rang
  }
  const branches = await db.schoolBranch.findMany({
    where: { id: { in: own }, closedOn: null },
    select: BRANCH,
    orderBy: { id: 'asc' },
  })
  return { branches, forSchool: null }
}

async function branchThatRang(db: Pick<Db, 'schoolBranch'>, actor: SignedInActor, id: string, now: Date) {
  const row = await db.schoolBranch.findFirst({
    where: { id, closedOn: null },
    select: {
      ...BRANCH,
      municipality: {
        select: {
          regions: {
            where: { validFrom: { lte: now }, OR: [{ validUntil: null }, { validUntil: { gt: now } }] },
            select: { regionId: true },
          },
        },
      },
      memberships: { where: { user: { emailVerifiedAt: { not: null } } }, select: { userId: true }, take: 1 },
    },
  })
  if (!row) return null
  const { municipality, memberships, ...branch } = row
  const regionIds = municipality.regions.map(({ regionId }) => regionId as RegionId)
  if (!may(actor, 'request.enter', { regionIds })) return null
  return { branches: [branch], forSchool: { asksContact: memberships.length === 0 } }
}

/** A step comes after all that stand before it are right. */
function stepToShow(asked: StepName | 'all', errors: RequestErrors): StepName {
  if (asked === 'all') return stepWithError(errors) ?? 'check'
  return stepWithError(errors, STEPS.slice(0, STEPS.indexOf(asked))) ?? asked
}
