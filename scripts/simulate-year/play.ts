/**
 * One year under one policy, week by week. In a week: what is published is known; answers of the weeks before come in; then the
 * policy gives free places to requests that wait. A given place is a hold for a week (a question to a company that is silent
 * for two): the school may let it go, the company may decline; then the request never gets that offer again, the place is
 * free, and both are in the next giving. A booking may be cancelled half way; the request waits again while it still can.
 */
import { pack } from '~/matching/clearing/instance'
import { solve, UNSERVED } from '~/matching/clearing/solve'
import { LATE, PARAMETERS as P, type Policy } from './parameters'
import type { SimRequest, World } from './world'

export type Year = {
  readonly served: Uint8Array
  /** Weeks from posting to a place that was kept; −1 without. */
  readonly waited: Int32Array
}

type Given = {
  readonly request: number
  readonly offer: number
  readonly week: number
  readonly cost: number
}
type Pending = Given & { readonly decidedIn: number }

const [DECLINE, REFUSE, CANCEL] = [1, 2, 3]

export function playYear(world: World, policy: Policy): Year {
  const { requests, offers, silent, chance } = world
  const left = offers.map((offer) => offer.places.slice())
  const served = new Uint8Array(requests.length)
  const waited = new Int32Array(requests.length).fill(-1)
  const closed = requests.map(() => new Set<number>())
  const unanswered = new Int32Array(P.companies)
  const answered = new Int32Array(P.companies)
  const helped = [...world.helpedBefore]
  const waiting = new Set<number>()
  const busy = new Set<number>()
  let pending: Pending[] = []
  const cancelled: { readonly given: Given; readonly in: number }[] = []
  const free = ({ offer, week }: Given) => {
    const places = left[offer] as Int32Array
    places[week] = (places[week] as number) + 1
  }
  const wait = (request: number) => {
    busy.delete(request)
    waiting.add(request)
  }
  for (let now = 0; now < P.weeks; now++) {
    requests.forEach((request, i) => {
      if (request.postedIn === now) waiting.add(i)
    })
    for (const { given } of cancelled.filter((one) => one.in === now)) {
      free(given)
      served[given.request] = 0
      waited[given.request] = -1
      closed[given.request]?.add(given.offer)
      wait(given.request)
    }
    for (const one of pending.filter((p) => p.decidedIn === now)) {
      const company = offers[one.offer]?.company as number
      const says = silent[company]
        ? 'nothing'
        : chance(DECLINE, one.request, company) < P.declines ||
            chance(REFUSE, one.request, one.offer) < P.refuses
          ? 'no'
          : 'yes'
      const heard = says === 'nothing' ? unanswered : answered
      heard[company] = (heard[company] as number) + 1
      if (says === 'yes') {
        busy.delete(one.request)
        served[one.request] = 1
        waited[one.request] = now - (requests[one.request] as SimRequest).postedIn
        helped[(requests[one.request] as SimRequest).branch] = true
        if (chance(CANCEL, one.request, one.offer) < P.cancels && one.week > now + 1)
          cancelled.push({ given: one, in: now + Math.ceil((one.week - now) / 2) })
      } else {
        free(one)
        closed[one.request]?.add(one.offer)
        wait(one.request)
      }
    }
    pending = pending.filter((p) => p.decidedIn > now)
    for (const i of waiting) if ((requests[i] as SimRequest).until < now + 1) waiting.delete(i)
    if (policy === 'rounds-monthly' && now % 4 !== 3) continue
    const options = [...waiting]
      .sort((a, b) => a - b)
      .map((i) => optionsOf(i, { world, left, closed: closed[i] as Set<number>, unanswered, now }))
    for (const given of give(policy, options, { world, left, helped, now, answered, unanswered })) {
      const places = left[given.offer] as Int32Array
      places[given.week] = (places[given.week] as number) - 1
      waiting.delete(given.request)
      busy.add(given.request)
      const isSilent = silent[offers[given.offer]?.company as number]
      pending.push({ ...given, decidedIn: now + (isSilent ? P.silentWeeks : 1) })
    }
  }
  return { served, waited }
}

type Options = { readonly request: number; readonly all: readonly Given[] }
type Now = {
  readonly world: World
  readonly left: readonly Int32Array[]
  readonly closed: ReadonlySet<number>
  readonly unanswered: Int32Array
  readonly now: number
}

/** Free dated places that fit, cheapest first. */
function optionsOf(request: number, { world, left, closed, unanswered, now }: Now): Options {
  const { candidates, from, until } = world.requests[request] as SimRequest
  const all: Given[] = []
  for (const { offer, cost } of candidates) {
    const { company, publishedIn } = world.offers[offer] as World['offers'][number]
    if (publishedIn > now || closed.has(offer) || (unanswered[company] as number) >= P.hiddenAfter) continue
    for (let week = Math.max(from, now + 1); week <= until; week++)
      if ((left[offer]?.[week] ?? 0) > 0) all.push({ request, offer, week, cost })
  }
  return { request, all }
}

type State = {
  readonly world: World
  readonly left: readonly Int32Array[]
  readonly helped: readonly boolean[]
  readonly now: number
  /** Per company, so far. */
  readonly answered: Int32Array
  readonly unanswered: Int32Array
}

function give(policy: Policy, options: readonly Options[], state: State): readonly Given[] {
  if (policy === 'fcfs') {
    const { requests } = state.world
    const arrival = (o: Options) => (requests[o.request] as SimRequest).postedIn
    // Within a week by the number of the request, which is drawn.
    return oneByOne(
      [...options].sort((a, b) => arrival(a) - arrival(b) || a.request - b.request).flatMap((o) => o.all),
      state,
    )
  }
  if (policy === 'greedy')
    return oneByOne(
      options.flatMap((o) => o.all).sort((a, b) => a.cost - b.cost || a.request - b.request),
      state,
    )
  if (policy !== 'rounds-late') return round(options, state, (given) => given.cost)
  const plan = round(options, state, (given) => lateCost(given, state))
  return plan.filter(({ week }) => week <= state.now + LATE.noticeWeeks)
}

/** A place that nobody takes now is lost first where its week is near; a company that was never heard of may be silent. */
function lateCost({ offer, week }: Given, { world, now, answered, unanswered }: State): number {
  const company = world.offers[offer]?.company as number
  const [yes, no] = [answered[company] as number, unanswered[company] as number]
  const risk = no > yes ? LATE.silentSoFar : yes > 0 ? 0 : LATE.notYetHeardOf
  return Math.min(LATE.mostAhead, (week - now) * LATE.perWeekAhead) + risk
}

/** Each in turn takes it when the place is still there. */
function oneByOne(wishes: readonly Given[], { left }: State): readonly Given[] {
  const taken = new Map<number, number>()
  const done = new Set<number>()
  return wishes.filter((wish) => {
    const slot = wish.offer * P.weeks + wish.week
    const used = taken.get(slot) ?? 0
    if (done.has(wish.request) || used >= (left[wish.offer]?.[wish.week] ?? 0)) return false
    taken.set(slot, used + 1)
    done.add(wish.request)
    return true
  })
}

/** The clearing engine of the program: longest waiting and never helped first. */
function round(
  options: readonly Options[],
  { world: { requests }, left, helped, now }: State,
  costOf: (given: Given) => number,
): readonly Given[] {
  const columns = new Map<number, number>()
  const capacities: number[] = []
  const rows = options.map(({ request, all }) => {
    const { postedIn, branch } = requests[request] as SimRequest
    return {
      priority: now - postedIn + (helped[branch] ? 0 : P.neverHelpedWeeks),
      candidates: all.map((given) => {
        const { offer, week } = given
        const slot = offer * P.weeks + week
        const column = columns.get(slot) ?? columns.size
        if (column === columns.size) {
          columns.set(slot, column)
          capacities.push(left[offer]?.[week] ?? 0)
        }
        return { offer: column, cost: costOf(given) }
      }),
    }
  })
  const { offerOf } = solve(pack({ rows, capacities }))
  const slots = [...columns.keys()]
  return options.flatMap(({ all }, row) => {
    const slot = offerOf[row] === UNSERVED ? -1 : slots[offerOf[row] as number]
    return all.filter(({ offer, week }) => offer * P.weeks + week === slot)
  })
}
