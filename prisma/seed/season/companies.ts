/** What companies do: look, answer, set a date, give the lesson, cancel. */
import type { SignedInActor } from '~/authorisation/actor'
import { cancelBooking } from '~/features/bookings/use-cases/cancel-booking.server'
import { finishBooking } from '~/features/bookings/use-cases/finish-booking.server'
import { setDate } from '~/features/bookings/use-cases/set-date.server'
import { evaluateBooking } from '~/features/evaluations/use-cases/evaluate-booking.server'
import { changeOffer } from '~/features/offers/use-cases/change-offer.server'
import { acceptProposal } from '~/features/proposals/use-cases/accept-proposal.server'
import {
  considerProposal,
  declineProposal,
  viewProposal,
} from '~/features/proposals/use-cases/answer-proposal.server'
import { addDays, type CalendarDate, type Span } from '~/kernel/calendar'
import { DECLINE_WORDS, YES_WORDS } from './answers'
import { type Chance, chanceOf } from './chance'
import { evaluationOf } from './evaluations'
import type { Job } from './lanes'
import { FARTHEST_DAYS, lessonDays } from './lesson-days'
import { PARAMETERS } from './parameters'
import { type Moment, type Play, type Posted, storyOf, tried } from './play'
import type { StoryAnswer } from './wish'

const { company, lesson, school } = PARAMETERS
type Planned = Job<void> | null

/** Calendar days in which ten working days lie, at least: later nobody answers any more. */
const DEADLINE_DAYS = 13

export function planAnswers(
  play: Play,
  { wish }: Posted,
  sent: { readonly proposalId: string; readonly organisationId: string; readonly place: number },
  day: CalendarDate,
): void {
  const { agenda, world } = play
  const { proposalId, organisationId, place } = sent
  const story = storyOf(wish)
  if (story) {
    if (place > 0) return
    for (const [i, { after, says }] of (story.answers ?? []).entries()) {
      const kind = says === 'view' || says === 'consider' ? says : 'answer'
      agenda.on(addDays(wish.postedOn, after), { kind, proposalId, story: i })
    }
    return
  }
  // The demo company leaves something to do in its inbox.
  if (organisationId === world.demoCompany && addDays(day, DEADLINE_DAYS) >= world.lastDay) return
  const [worst, best] = company.answers
  const share = worst + (best - worst) * Math.sqrt(chanceOf('diligence', organisationId).next())
  const chance = chanceOf('answer', proposalId)
  const wait = 1 + chance.wait(company.answersAfterDays)
  if (chance.is(0.7)) agenda.after(day, wait * chance.next(), { kind: 'view', proposalId })
  if (!chance.is(share) || wait > DEADLINE_DAYS) return
  if (wait > 4 && chance.is(0.3)) agenda.after(day, wait / 2, { kind: 'consider', proposalId })
  agenda.after(day, wait, { kind: 'answer', proposalId })
}

export function planLook(
  play: Play,
  { facts, instant }: Moment,
  { kind, proposalId }: { readonly kind: 'view' | 'consider'; readonly proposalId: string },
  n: number,
): Planned {
  const proposal = facts.proposals.get(proposalId)
  if (!proposal || (proposal.state !== 'sent' && proposal.state !== 'viewed')) return null
  return {
    touches: [`request:${proposal.requestId}`],
    run: async () => {
      const desk = play.deskAt(instant(n), `${kind}:${proposalId}`)
      const look = kind === 'view' ? viewProposal : considerProposal
      await tried(play, () => look(desk, play.world.company(proposal.organisationId), proposalId))
    },
  }
}

export function planAnswer(
  play: Play,
  moment: Moment,
  { proposalId, story }: { readonly proposalId: string; readonly story?: number },
  n: number,
): Planned {
  const proposal = moment.facts.proposals.get(proposalId)
  const posted = proposal && play.posted.get(proposal.requestId)
  const request = proposal && moment.facts.requests.get(proposal.requestId)
  if (!proposal || !posted || !request || request.unplaced === 0) return null
  if (!['sent', 'viewed', 'considering'].includes(proposal.state)) return null
  const told = story === undefined ? undefined : storyOf(posted.wish)?.answers?.[story]
  const chance = chanceOf('says', proposalId)
  const yes = told
    ? told.says === 'accept' &&
      acceptance(play, moment, posted, { ...proposal, groups: told.groups ?? request.unplaced }, chance, told)
    : chance.is(company.saysYes) &&
      acceptance(play, moment, posted, { ...proposal, groups: howMany(chance, request.unplaced) }, chance)
  const actor = play.world.company(proposal.organisationId)
  const touches = [`request:${proposal.requestId}`, `offer:${proposal.offerId}`]
  if (!yes) {
    const full =
      moment.market.open(
        proposal.offerId,
        posted.need.period ?? { from: moment.day, until: '9999-12-31' },
      ) === 0
    const reason = full ? 'period-full' : chance.key(company.declines)
    return {
      touches,
      run: async () => {
        const desk = play.deskAt(moment.instant(n), `decline:${proposalId}`)
        const text = chance.of(DECLINE_WORDS[reason])
        await tried(play, () => declineProposal(desk, actor, { id: proposalId, reason, text }))
        play.agenda.after(moment.day, chance.between(1, 5), { kind: 'ask-again', requestId: posted.id })
      },
    }
  }
  return {
    touches,
    run: async () => {
      const desk = play.deskAt(moment.instant(n), `accept:${proposalId}`)
      if (yes.lacking > 0) await tried(play, () => addSessions(desk, actor, proposal.offerId, yes.lacking))
      const text = chance.is(0.5) ? chance.of(YES_WORDS) : null
      const made = await tried(play, () =>
        acceptProposal(desk, actor, {
          id: proposalId,
          groups: yes.groups,
          dateOptions: yes.dateOptions,
          text,
          isDemo: true,
        }),
      )
      for (const [i, bookingId] of (made ?? []).entries()) {
        afterBooking(play, bookingId, yes.groups[i]?.date ?? null, moment.day, told !== undefined)
      }
    },
  }
}

function howMany(chance: Chance, unplaced: number): number {
  return chance.is(company.takesAllGroups) ? unplaced : chance.between(1, unplaced)
}

/** A company that is full and wants to come all the same offers more lessons a year. */
async function addSessions(
  desk: ReturnType<Play['deskAt']>,
  actor: SignedInActor,
  offerId: string,
  more: number,
): Promise<void> {
  const offer = await desk.transact(({ offers }) => offers.lock(offerId))
  if (!offer) throw new Error(`offer ${offerId} is gone`)
  const { id, version, content } = offer
  const sessionsPerYear = (content.sessionsPerYear ?? 0) + more
  await changeOffer(desk, actor, { id, version, content: { ...content, sessionsPerYear }, publish: false })
}

/**
 * @returns groups with their days, or days to choose from, and how many places the company has to make first: in a story
 * only; `false` when there is no place or no day.
 */
function acceptance(
  play: Play,
  { day, market }: Moment,
  { wish, need }: Posted,
  asked: { readonly offerId: string; readonly groups: number },
  chance: Chance,
  told?: StoryAnswer,
) {
  const offer = market.offer(asked.offerId)
  if (!offer) return false
  const earliest = told?.lessonAfter === undefined ? day : addDays(wish.postedOn, told.lessonAfter)
  const days = lessonDays(play.world, wish.branch, need, offer, { today: day, earliest })
  if (days.length === 0) return false
  const toBeAgreed = told ? told.options === true : chance.is(company.saysDateToBeAgreed)
  const pick = () => (told ? days[0] : days[Math.floor(chance.next() ** 2 * days.length)]) as CalendarDate
  const groups: { date: CalendarDate | null; startTime: string | null }[] = []
  let lacking = 0
  for (let i = 0; i < asked.groups; i++) {
    const date = toBeAgreed ? null : pick()
    const within = date
      ? { from: date, until: date }
      : (need.period ?? { from: day, until: days.at(-1) as CalendarDate })
    if (market.open(offer.id, within) === 0) {
      if (!told) break
      lacking++
    }
    market.take(offer.id, within, 1)
    groups.push({ date, startTime: date && chance.of(['08:45', '09:30', '10:30', '13:00', '13:45']) })
  }
  if (groups.length === 0) return false
  const dateOptions = toBeAgreed
    ? [...new Set([pick(), pick(), days[Math.min(4, days.length - 1)] as CalendarDate])].sort()
    : []
  return { groups, dateOptions, lacking }
}

function afterBooking(
  play: Play,
  bookingId: string,
  date: CalendarDate | null,
  day: CalendarDate,
  told: boolean,
): void {
  const chance = chanceOf('booking', bookingId)
  if (date === null) {
    if (!told)
      play.agenda.after(day, 1 + chance.wait(school.choosesDateAfterDays), { kind: 'choose-date', bookingId })
    return
  }
  play.agenda.on(addDays(date, 1), { kind: 'finish', bookingId })
  if (told) return
  const daysLeft = Math.round((Date.parse(date) - Date.parse(day)) / 86_400_000)
  const by = chance.is(company.cancelsShare) ? 'company' : chance.is(school.cancelsShare) ? 'school' : null
  if (by && daysLeft > 3)
    play.agenda.after(day, chance.between(2, daysLeft - 1), { kind: 'cancel', bookingId, by })
}

export function planDate(play: Play, moment: Moment, bookingId: string, n: number): Planned {
  const booking = moment.facts.bookings.get(bookingId)
  const posted = booking && play.posted.get(booking.requestId)
  const offer = booking && moment.market.offer(booking.offerId)
  if (!booking || !posted || !offer || booking.state !== 'confirmed' || booking.date !== null) return null
  const chance = chanceOf('day', bookingId)
  const within = daysFor(booking, posted.need.period, moment.day)
  const options = booking.options.filter(
    (day) => day > moment.day && day >= within.from && day <= within.until,
  )
  const { weekdays } = posted.need
  const free = lessonDays(play.world, posted.wish.branch, { weekdays, period: within }, offer, {
    today: moment.day,
    earliest: moment.day,
  })
  const bySchool = options.length > 0
  const date = bySchool ? chance.of(options) : free[Math.floor(chance.next() ** 2 * free.length)]
  if (!date) return null
  const actor = bySchool ? play.world.teacher(posted.wish.branch) : play.world.company(booking.organisationId)
  return {
    touches: [`request:${booking.requestId}`, `offer:${booking.offerId}`],
    run: async () => {
      const desk = play.deskAt(moment.instant(n), `date:${bookingId}`)
      await tried(play, async () => {
        await setDate(desk, actor, { id: bookingId, date, startTime: '09:30' })
        afterBooking(play, bookingId, date, moment.day, false)
      })
    },
  }
}

/** Days of the place in the wished period, or of the place alone where they do not meet; not too far ahead. */
function daysFor(place: Span, period: Span | null, today: CalendarDate): Span {
  const from = latest(place.from, today)
  const until = earliest(place.until, addDays(from, FARTHEST_DAYS))
  if (!period || period.from > place.until || period.until < from) return { from, until }
  return { from: latest(period.from, from), until: earliest(period.until, place.until) }
}

const earliest = (...days: [CalendarDate, CalendarDate]) => days.sort()[0]
const latest = (...days: [CalendarDate, CalendarDate]) => days.sort()[1]

export function planFinish(play: Play, { facts, instant }: Moment, bookingId: string, n: number): Planned {
  const booking = facts.bookings.get(bookingId)
  const posted = booking && play.posted.get(booking.requestId)
  if (!booking || !posted || booking.state !== 'confirmed') return null
  const chance = chanceOf('lesson', bookingId)
  const took = storyOf(posted.wish) !== null || !chance.is(lesson.noShowShare)
  // The school tells how many pupils there were; the company that it stood before a closed door.
  const actor = took ? play.world.teacher(posted.wish.branch) : play.world.company(booking.organisationId)
  const pupils = took ? Math.max(1, posted.need.groupSize - chance.between(0, 3)) : null
  return {
    touches: [`request:${booking.requestId}`],
    run: async () => {
      const desk = play.deskAt(instant(n), `finish:${bookingId}`)
      await tried(play, async () => {
        await finishBooking(desk, actor, { id: bookingId, took, pupils })
        if (!took) return
        const bySide = { school: actor, company: play.world.company(booking.organisationId) }
        for (const side of ['school', 'company'] as const) {
          const said = evaluationOf(side, bookingId)
          if (said) await evaluateBooking(desk, bySide[side], { id: bookingId, ...said })
        }
      })
    },
  }
}

export function planCancel(
  play: Play,
  { facts, instant }: Moment,
  { bookingId, by }: { readonly bookingId: string; readonly by: 'school' | 'company' },
  n: number,
): Planned {
  const booking = facts.bookings.get(bookingId)
  const posted = booking && play.posted.get(booking.requestId)
  if (!booking || !posted || booking.state !== 'confirmed') return null
  const actor =
    by === 'school' ? play.world.teacher(posted.wish.branch) : play.world.company(booking.organisationId)
  const chance = chanceOf('cancel', bookingId)
  const reason = chance.of(
    by === 'school' ? (['timetable', 'transport'] as const) : (['illness', 'capacity'] as const),
  )
  return {
    touches: [`request:${booking.requestId}`, `offer:${booking.offerId}`],
    run: async () => {
      const desk = play.deskAt(instant(n), `cancel:${bookingId}`)
      await tried(play, () => cancelBooking(desk, actor, { id: bookingId, reason, text: null }))
    },
  }
}
