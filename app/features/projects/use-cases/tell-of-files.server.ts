/** Once a day members hear which versions came. */
import { calendarDateOf } from '~/kernel/calendar'
import { projectFilesDue } from '../events'
import type { ChangeProjectNeeds } from './project-of-actor.server'

const RUN_MAX = 200

/** @returns how many projects have news. Safe to run twice. */
export async function tellOfFiles(needs: ChangeProjectNeeds): Promise<number> {
  const now = needs.clock.now()
  return needs.transact(async ({ projects, outbox }) => {
    const due = await projects.takeFilesDue(now, RUN_MAX)
    await outbox.append(...due.map(({ id, since }) => projectFilesDue(id, calendarDateOf(now), since)))
    return due.length
  })
}
