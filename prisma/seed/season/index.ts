/** The demo season: a school year up to yesterday, played through the use cases with a clock that is set. */
import { rankableOffers } from '~/features/matchmaking/queries/rankable-offers.server'
import { addDays, type CalendarDate, calendarDateOf, lastBookableDay } from '~/kernel/calendar'
import type { Db } from '~/platform/db/client.server'
import type { FileStore } from '~/platform/files/file-store.server'
import { makeAgenda, type Part, type Step } from './agenda'
import { planAnswer, planCancel, planDate, planFinish, planLook } from './companies'
import { seedConversations } from './conversations'
import { askWhoWaits, closeWhatIsDue, handOnFreedPlaces, planHoldAnswers, runRounds } from './coordinators'
import { makeDesk } from './desk'
import { type Facts, loadFacts } from './facts'
import { inLanes, type Job } from './lanes'
import { openMarket, readPlaces } from './market'
import { seedNewcomers } from './newcomers'
import { tellDemoAccounts } from './notices'
import type { SeasonSize } from './parameters'
import type { Moment, Play } from './play'
import { seedProjects } from './projects'
import {
  planAsk,
  planAskAgain,
  planHold,
  planKeep,
  planPost,
  planRenew,
  planWait,
  planWithdraw,
} from './schools'
import { seedSearches } from './searches'
import { makeWorld } from './world'

/** Transactions at once; what touches the same thing keeps its order. */
const AT_ONCE = 4
/** Questions to the finder in eight months. */
const SEARCHES: Readonly<Record<SeasonSize, number>> = { full: 6_000, small: 3_000 }
const HOUR: Readonly<Record<Part, string>> = { morning: '06:30', answers: '08:30', asks: '11:00' }

export type SeasonReport = { readonly days: number; readonly refused: Readonly<Record<string, number>> }

/**
 * Plays the season on a database that holds the register and the demo content, and nothing of a season yet.
 * @param now the season ends the day before.
 * @param attachments where files of projects go; without it they are named and cannot be opened.
 */
export async function playSeason(
  db: Db,
  now: Date,
  size: SeasonSize,
  attachments?: Pick<FileStore, 'put'>,
): Promise<SeasonReport> {
  const lastDay = addDays(calendarDateOf(now), -1)
  const world = await makeWorld(db, lastDay, size)
  const play: Play = {
    db,
    world,
    deskAt: makeDesk(db),
    agenda: makeAgenda(),
    posted: new Map(),
    askedOn: new Map(),
    refused: new Map(),
    offers: { day: '', list: [] },
  }
  for (const [wish, { postedOn }] of world.wishes.entries()) play.agenda.on(postedOn, { kind: 'post', wish })
  let days = 0
  let lastEvent = 0n
  for (let day = world.firstDay; day <= lastDay; day = addDays(day, 1)) {
    days++
    await closeWhatIsDue(play, day)
    for (const part of ['morning', 'answers', 'asks'] as const) await playPart(play, day, part)
    await runRounds(play, day)
    lastEvent = await handOnFreedPlaces(play, day, lastEvent)
    await planHoldAnswers(play, day)
    await askWhoWaits(play, day)
  }
  await seedNewcomers(play)
  await seedProjects({ db, lastDay, ...(attachments && { attachments }) })
  await seedConversations(play)
  await tellDemoAccounts(play)
  await seedSearches(play, SEARCHES[size])
  return { days, refused: Object.fromEntries([...play.refused].sort()) }
}

/** As schools see them when they ask; a company knows its own, so the rest of the day looks at what was read before. */
async function offersOf(play: Play, day: CalendarDate, part: Part): Promise<Play['offers']['list']> {
  const known = play.offers
  if (known.list.length === 0 || (part === 'asks' && known.day !== day)) {
    const within = { from: day, until: lastBookableDay(day) }
    const now = new Date(`${day}T10:00:00Z`)
    play.offers = { day, list: await rankableOffers(play.db, { now, within }) }
  }
  return play.offers.list
}

/** Until nothing of that part of the day is left: asking may follow on posting at once. */
async function playPart(play: Play, day: CalendarDate, part: Part): Promise<void> {
  let happened = 0
  for (;;) {
    const steps = play.agenda.take(day, part)
    if (steps.length === 0) return
    const begins = Date.parse(`${day}T${HOUR[part]}:00Z`)
    const instant = (n: number) => new Date(begins + n * 7_000)
    const [facts, places] = await Promise.all([loadFacts(play.db, subjectsOf(steps)), readPlaces(play.db)])
    const offers = await offersOf(play, day, part)
    const market = openMarket(offers, places, { today: day, parents: play.world.parents })
    const moment: Moment = { day, facts, market, instant }
    const busy = new Set<string>()
    const jobs: Job<void>[] = []
    for (const step of steps) {
      const request = requestOf(step, facts)
      // Two answers to one request: the second sees, a day later, what the first did.
      if (request && busy.has(request)) {
        play.agenda.after(day, 1, step)
        continue
      }
      if (request) busy.add(request)
      const job = plan(play, moment, step, happened++)
      if (job) jobs.push(job)
    }
    await inLanes(jobs, AT_ONCE)
  }
}

function plan(play: Play, moment: Moment, step: Step, n: number): Job<void> | null {
  switch (step.kind) {
    case 'post':
      return planPost(play, moment, step.wish, n)
    case 'ask':
      return planAsk(play, moment, step.requestId, n)
    case 'ask-again':
      return planAskAgain(play, moment, step.requestId, n)
    case 'wait':
      return planWait(play, moment, step.requestId, n)
    case 'renew':
      return planRenew(play, moment, step.requestId, n)
    case 'keep':
      return planKeep(play, moment, step.requestId, n)
    case 'withdraw':
      return planWithdraw(play, moment, step.requestId, n)
    case 'hold':
      return planHold(play, moment, step, n)
    case 'view':
    case 'consider':
      return planLook(play, moment, { kind: step.kind, proposalId: step.proposalId }, n)
    case 'answer':
      return planAnswer(play, moment, step, n)
    case 'choose-date':
      return planDate(play, moment, step.bookingId, n)
    case 'finish':
      return planFinish(play, moment, step.bookingId, n)
    case 'cancel':
      return planCancel(play, moment, step, n)
  }
}

function subjectsOf(steps: readonly Step[]) {
  const ids = (pick: (step: Step) => string | undefined) => steps.map(pick).filter((id) => id !== undefined)
  return {
    requests: ids((step) => ('requestId' in step ? step.requestId : undefined)),
    proposals: ids((step) => ('proposalId' in step ? step.proposalId : undefined)),
    bookings: ids((step) => ('bookingId' in step ? step.bookingId : undefined)),
    holds: ids((step) => ('holdId' in step ? step.holdId : undefined)),
  }
}

function requestOf(step: Step, facts: Facts): string | undefined {
  if ('requestId' in step) return step.requestId
  if ('proposalId' in step) return facts.proposals.get(step.proposalId)?.requestId
  if ('bookingId' in step) return facts.bookings.get(step.bookingId)?.requestId
  return 'holdId' in step ? facts.holds.get(step.holdId)?.requestId : undefined
}
