/** What schools do: post, ask companies, ask for the waiting list, renew, withdraw, answer holds. */
import { answerHold } from '~/features/clearing/use-cases/answer-hold.server'
import { sendProposals } from '~/features/proposals/use-cases/send-proposals.server'
import type { RequestNeed } from '~/features/requests/domain/need'
import { readPeriod } from '~/features/requests/domain/read-period'
import { keepWaiting } from '~/features/requests/use-cases/answer-still-wanted.server'
import { askWaitingList } from '~/features/requests/use-cases/ask-waiting-list.server'
import { changeRequest } from '~/features/requests/use-cases/change-request.server'
import { postRequest } from '~/features/requests/use-cases/post-request.server'
import { withdrawRequest } from '~/features/requests/use-cases/withdraw-request.server'
import { addDays, type CalendarDate, schoolYearOf } from '~/kernel/calendar'
import { chanceOf } from './chance'
import { planAnswers } from './companies'
import type { Job } from './lanes'
import { PARAMETERS } from './parameters'
import { type Moment, type Play, type Posted, storyOf, tried } from './play'
import type { Wish } from './wish'

const { school } = PARAMETERS
type Planned = Job<void> | null

function needOf(
  { ref, branch, groups, postedOn, course, ...rest }: Wish,
  period: RequestNeed['period'],
): RequestNeed {
  return { ...rest, period }
}

export function planPost(play: Play, { day, market, instant }: Moment, index: number, n: number): Planned {
  const wish = play.world.wishes[index]
  if (!wish) return null
  const period = wish.periodText ? readPeriod(wish.periodText, day, play.world.holidays(wish.branch)) : null
  const need = needOf(wish, period)
  return {
    touches: [`wish:${index}`],
    run: async () => {
      const desk = play.deskAt(instant(n), `post:${wish.ref}`)
      const whyNothing = async () => market.whyNothing(need, wish.branch)
      const made = await tried(play, () =>
        postRequest({ ...desk, whyNothing }, play.world.teacher(wish.branch), {
          branchId: wish.branch.id,
          need,
          groups: wish.groups,
          submissionKey: null,
          isDemo: true,
          externalRef: wish.ref,
        }),
      )
      if (!made) return
      const posted: Posted = { id: made.id, wish, need, rounds: 0, askedOffers: new Set() }
      play.posted.set(made.id, posted)
      follow(
        play,
        posted,
        day,
        need.kinds.includes('lesson-material') && market.hasMaterial(need, wish.branch),
      )
    },
  }
}

/** What comes after the posting. */
function follow(play: Play, { id, wish, need }: Posted, day: CalendarDate, hasMaterial: boolean): void {
  const { agenda } = play
  const step = (kind: 'ask' | 'wait' | 'withdraw') => ({ kind, requestId: id }) as const
  planRenewal(play, id, need, day)
  const story = storyOf(wish)
  if (story) {
    if (story.asks) agenda.on(addDays(day, story.asks.after), step('ask'))
    if (story.waitsAfter !== undefined) agenda.on(addDays(day, story.waitsAfter), step('wait'))
    if (story.withdrawsAfter !== undefined) agenda.on(addDays(day, story.withdrawsAfter), step('withdraw'))
    return
  }
  const chance = chanceOf('follow', wish.ref)
  if (hasMaterial && chance.is(school.takesMaterialShare)) {
    agenda.after(day, chance.between(2, 8), step('withdraw'))
    return
  }
  if (chance.is(school.withdrawsShare)) agenda.after(day, chance.between(4, 30), step('withdraw'))
  if (wish.course.kind === 'waits') agenda.on(day, step('wait'))
  else agenda.on(addDays(day, Math.floor(chance.wait(school.asksAfterDays))), step('ask'))
}

/** A wish whose time has passed while it waited: in the new school year, or at once, the school says what it wants now. */
function planRenewal(play: Play, requestId: string, need: RequestNeed, day: CalendarDate): void {
  if (!need.period) return
  const passed = addDays(need.period.until, 1)
  const thisYear = `${schoolYearOf(play.world.lastDay).slice(0, 4)}-09-01`
  const wait = chanceOf('renews', requestId, day).between(0, 6)
  const from = passed < thisYear ? thisYear : passed
  if (from > day) play.agenda.on(addDays(from, wait), { kind: 'renew', requestId })
}

export function planAsk(play: Play, moment: Moment, requestId: string, n: number): Planned {
  const posted = play.posted.get(requestId)
  const facts = moment.facts.requests.get(requestId)
  if (!posted || !facts || facts.unplaced === 0 || facts.openProposals > 0 || posted.rounds >= 3) return null
  if (facts.state !== 'open' && facts.state !== 'waiting') return null
  const { wish, need } = posted
  const offers = chooseOffers(play, moment, posted)
  if (offers.length === 0) return null
  posted.rounds++
  for (const { offer } of offers) {
    posted.askedOffers.add(offer.id)
    play.askedOn.set(`${wish.branch.id} ${offer.organisationId}`, moment.day)
  }
  return {
    touches: [`request:${requestId}`],
    run: async () => {
      const desk = play.deskAt(moment.instant(n), `ask:${requestId}:${posted.rounds}`)
      const sent = await tried(play, () =>
        sendProposals(desk, play.world.teacher(wish.branch), {
          requestId,
          offerIds: offers.map(({ offer }) => offer.id),
          message: null,
          scores: Object.fromEntries(offers.map(({ offer, score }) => [offer.id, score])),
        }),
      )
      for (const [i, proposalId] of (sent ?? []).entries()) {
        const organisationId = offers[i]?.offer.organisationId
        if (organisationId) planAnswers(play, posted, { proposalId, organisationId, place: i }, moment.day)
      }
      if (need.period === null || need.period.until > moment.day) {
        play.agenda.after(moment.day, 16, { kind: 'ask-again', requestId })
      }
    },
  }
}

/** The best that fit, one per company; now and then a school skips one. */
function chooseOffers(play: Play, { day, market }: Moment, { id, wish, need, askedOffers, rounds }: Posted) {
  const asks = storyOf(wish)?.asks
  const chance = chanceOf('choose', id, rounds)
  const wanted = asks?.offers ?? (rounds === 0 ? chance.weighted(school.asks) : 1)
  const weekAgo = addDays(day, -8)
  // A story is about an offer that the school has read about; its company makes room.
  const free = market.fitting(need, wish.branch, asks && 'full-ones-too').filter(({ offer }) => {
    const lately = play.askedOn.get(`${wish.branch.id} ${offer.organisationId}`)
    return !askedOffers.has(offer.id) && (lately === undefined || lately < weekAgo)
  })
  const isDemoCompany = (one: (typeof free)[number]) => one.offer.organisationId === play.world.demoCompany
  const list = asks?.demoCompany
    ? [...free.filter(isDemoCompany), ...free.filter((one) => !isDemoCompany(one))]
    : free.filter((one) => !asks || !isDemoCompany(one))
  const chosen: (typeof free)[number][] = []
  for (const one of list) {
    if (chosen.length >= wanted) break
    if (chosen.some(({ offer }) => offer.organisationId === one.offer.organisationId)) continue
    if (asks || chance.is(0.75)) chosen.push(one)
  }
  return chosen
}

/** Once more, where everybody said no and the school has the courage. */
export function planAskAgain(play: Play, moment: Moment, requestId: string, n: number): Planned {
  const posted = play.posted.get(requestId)
  if (!posted || storyOf(posted.wish)) return null
  return chanceOf('again', requestId, posted.rounds).is(school.asksAgainShare)
    ? planAsk(play, moment, requestId, n)
    : null
}

export function planWait(play: Play, { facts, instant }: Moment, requestId: string, n: number): Planned {
  const posted = play.posted.get(requestId)
  const known = facts.requests.get(requestId)
  if (!posted || !known || known.waits || known.unplaced === 0) return null
  return {
    touches: [`request:${requestId}`],
    run: async () => {
      const desk = play.deskAt(instant(n), `wait:${requestId}`)
      await tried(play, () =>
        askWaitingList(desk, play.world.teacher(posted.wish.branch), { id: requestId, wait: true }),
      )
    },
  }
}

/** A school that was asked whether it still looks says yes. */
export function planKeep(play: Play, { facts, instant }: Moment, requestId: string, n: number): Planned {
  const posted = play.posted.get(requestId)
  if (!posted || facts.requests.get(requestId)?.state !== 'waiting') return null
  return {
    touches: [`request:${requestId}`],
    run: async () => {
      const desk = play.deskAt(instant(n), `keep:${requestId}`)
      await tried(play, () => keepWaiting(desk, play.world.teacher(posted.wish.branch), requestId))
    },
  }
}

export function planRenew(play: Play, moment: Moment, requestId: string, n: number): Planned {
  const posted = play.posted.get(requestId)
  const known = moment.facts.requests.get(requestId)
  if (!posted || !known || known.state !== 'waiting' || known.unplaced === 0 || known.held > 0) return null
  const { wish } = posted
  if (!chanceOf('renew', requestId, moment.day).is(school.renewsShare))
    return planWithdraw(play, moment, requestId, n)
  const period = wish.periodText
    ? readPeriod(wish.periodText, moment.day, play.world.holidays(wish.branch))
    : null
  posted.need = needOf(wish, period)
  planRenewal(play, requestId, posted.need, moment.day)
  return {
    touches: [`request:${requestId}`],
    run: async () => {
      const desk = play.deskAt(moment.instant(n), `renew:${requestId}:${moment.day}`)
      const { version, groups } = known
      const changed = { id: requestId, version, groups, need: posted.need }
      await tried(play, () => changeRequest(desk, play.world.teacher(wish.branch), changed))
    },
  }
}

export function planWithdraw(play: Play, { facts, instant }: Moment, requestId: string, n: number): Planned {
  const posted = play.posted.get(requestId)
  const known = facts.requests.get(requestId)
  if (!posted || !known || known.unplaced + known.held < known.groups) return null
  if (known.state !== 'open' && known.state !== 'proposed' && known.state !== 'waiting') return null
  return {
    touches: [`request:${requestId}`],
    run: async () => {
      const desk = play.deskAt(instant(n), `withdraw:${requestId}`)
      await tried(play, () => withdrawRequest(desk, play.world.teacher(posted.wish.branch), requestId))
    },
  }
}

export function planHold(
  play: Play,
  { day, facts, instant }: Moment,
  { holdId, yes }: { readonly holdId: string; readonly yes: boolean },
  n: number,
): Planned {
  const hold = facts.holds.get(holdId)
  const posted = hold && play.posted.get(hold.requestId)
  if (!hold || !posted || hold.state !== 'offered') return null
  return {
    touches: [`request:${hold.requestId}`],
    run: async () => {
      const desk = play.deskAt(instant(n), `hold:${holdId}`)
      const bookingId = await tried(play, () =>
        answerHold(desk, play.world.teacher(posted.wish.branch), { id: holdId, yes }),
      )
      if (bookingId)
        play.agenda.after(day, chanceOf('date', bookingId).between(2, 7), { kind: 'choose-date', bookingId })
    },
  }
}
