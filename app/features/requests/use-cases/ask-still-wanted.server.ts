/** The clock asks schools on the waiting list whether they still look, and ends what two mails left unanswered. */
import { type CalendarDate, type Clock, calendarDateOf, type FreeDays } from '~/kernel/calendar'
import type { Db, Transact } from '~/platform/db/client.server'
import {
  ASK_AFTER_DAYS,
  type StillWanted,
  type StillWantedStep,
  stillWantedStep,
} from '../domain/still-wanted'
import { stillWantedAsked } from '../events'
import { type EndRestStores, endRest } from './end-rest.server'

export type AskStillWantedNeeds = {
  readonly db: Pick<Db, '$queryRaw'>
  readonly transact: Transact<EndRestStores>
  readonly clock: Clock
  readonly schoolDays: (branchIds: readonly string[]) => Promise<ReadonlyMap<string, FreeDays>>
}

/** A list that was never asked before is not mailed in one morning. */
const AT_ONCE = 300

type Due = StillWanted & { readonly id: string; readonly branchId: string }

/**
 * One request at a time, who waits longest first; safe to run twice. A request for which a place is held is left alone
 * until that is answered.
 * @returns how many schools were asked and how many requests ended.
 */
export async function askStillWanted(
  needs: AskStillWantedNeeds,
): Promise<{ readonly asked: number; readonly ended: number }> {
  const now = needs.clock.now()
  const today = calendarDateOf(now)
  const due = await readDue(needs.db, today)
  const days = await needs.schoolDays([...new Set(due.map(({ branchId }) => branchId))])
  const done = { asked: 0, ended: 0 }
  for (const one of due) {
    const free = days.get(one.branchId)
    const step = free ? stillWantedStep(one, today, free) : ({ kind: 'nothing' } as const)
    if (step.kind === 'nothing') continue
    const happened = await needs.transact((stores) => take(stores, one, step, now))
    if (happened) done[step.kind === 'ask' ? 'asked' : 'ended'] += 1
  }
  return done
}

async function take(
  stores: EndRestStores,
  seen: Due,
  step: Exclude<StillWantedStep, { kind: 'nothing' }>,
  now: Date,
): Promise<boolean> {
  const request = await stores.requests.lock(seen.id)
  if (request?.state !== 'waiting') return false
  if (request.groups.some((group) => group.standing === 'held')) return false
  // Who ran side by side, or an answer since, has moved it on.
  if (!(await stores.requests.isStillAsked(request.id, seen))) return false
  if (step.kind === 'expire') {
    await endRest(stores, request, now)
    return true
  }
  const answerBy = step.asked === 2 ? step.answerBy : null
  await stores.requests.saveStillAsked(request.id, { asked: step.asked, on: calendarDateOf(now), answerBy })
  await stores.outbox.append(stillWantedAsked(request.id, step.asked))
  return true
}

function readDue(db: AskStillWantedNeeds['db'], today: CalendarDate): Promise<Due[]> {
  return db.$queryRaw<Due[]>`
    SELECT * FROM (
      SELECT r.id, r.branch_id AS "branchId", r.still_asked AS asked, r.still_asked_on::text AS "askedOn",
        r.still_answer_by::text AS "answerBy", r.waiting_since,
        (greatest(r.waiting_since, r.still_wanted_at,
          (SELECT max(p.sent_at) FROM proposal p WHERE p.request_id = r.id AND NOT p.by_company))
          AT TIME ZONE 'Europe/Amsterdam')::date::text AS "aliveOn"
      FROM support_request r WHERE r.state = 'waiting'
    ) w
    WHERE CASE WHEN w."askedOn" IS NULL OR w."aliveOn" > w."askedOn" THEN w."aliveOn"::date + ${ASK_AFTER_DAYS}::int <= ${today}::date
      WHEN w.asked = 1 THEN w."askedOn"::date + ${ASK_AFTER_DAYS}::int <= ${today}::date
      ELSE w."answerBy"::date < ${today}::date END
    ORDER BY w.waiting_since, w.id LIMIT ${AT_ONCE}`
}
