/** The half-done requests of one person. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import { type CalendarDate, calendarDateOf } from '~/kernel/calendar'
import { isUuid, type UserId } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'
import { DRAFTS_MAX, stepNamed } from '../domain/draft'
import type { StepName, TypedRequest } from '../domain/request-form'
import { requestNotFound } from '../errors'

export type DraftRow = {
  readonly id: string
  /** Empty where it has none yet. */
  readonly title: string
  readonly step: StepName
  readonly touchedOn: CalendarDate
}

/** The last touched first. One statement. */
export async function myDrafts(db: Pick<Db, 'requestDraft'>, actor: Actor): Promise<readonly DraftRow[]> {
  if (actor.kind !== 'user') return []
  const rows = await db.requestDraft.findMany({
    where: { userId: actor.userId },
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
    take: DRAFTS_MAX,
  })
  return rows.map(({ id, answers, step, updatedAt }) => ({
    id,
    title: (answers as TypedRequest).title?.[0] ?? '',
    step: stepNamed(step),
    touchedOn: calendarDateOf(updatedAt),
  }))
}

/** One statement. @throws AppError 401; 404 for a draft of somebody else, or one that is gone. */
export async function draftAnswers(
  db: Pick<Db, 'requestDraft'>,
  actor: Actor,
  id: string,
): Promise<{ readonly typed: TypedRequest; readonly step: StepName }> {
  const row = isUuid(id) ? await db.requestDraft.findUnique({ where: { id } }) : null
  if (!row) throw requestNotFound()
  allow(actor, 'request.draft', { userId: row.userId as UserId })
  return { typed: row.answers as TypedRequest, step: stepNamed(row.step) }
}
