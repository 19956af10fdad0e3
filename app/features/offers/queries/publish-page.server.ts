/** The last look at an offer before schools see it. */
import type { Actor } from '~/authorisation/actor'
import { offerSlug } from '~/features/finder/domain/offer-address'
import { ANSWER_WORKING_DAYS } from '~/features/organisations/domain/verification'
import {
  addWorkingDays,
  type CalendarDate,
  type Clock,
  calendarDateOf,
  type FreeDays,
} from '~/kernel/calendar'
import type { OfferKind, OfferLocation } from '~/kernel/education'
import type { Db } from '~/platform/db/client.server'
import { type Unclear, unclearFor } from '../domain/unclear'
import { offerNotFound } from '../errors'
import { editOfferPage, type OfferFormPage } from './offer-form.server'

type Needs = Parameters<typeof editOfferPage>[0] & {
  readonly db: Pick<Db, 'offer' | 'organisation'>
  readonly clock: Clock
  readonly workingDays: () => Promise<FreeDays>
}

export type PublishPage = {
  readonly form: OfferFormPage
  readonly slug: string
  readonly unclear: readonly Unclear[]
  /** Of a company that nobody has looked at yet: when the coordinator answers at the latest. */
  readonly answerBy: CalendarDate | null
}

/** @throws AppError as `editOfferPage`; 404 for a coordinator of its region. */
export async function publishPage(
  needs: Needs,
  actor: Actor,
  id: string,
  locale: string,
): Promise<PublishPage> {
  const form = await editOfferPage(needs, actor, id, locale)
  if (form.isForCompany) throw offerNotFound()
  const row = await needs.db.offer.findUniqueOrThrow({
    where: { id },
    select: {
      slug: true,
      kind: true,
      location: true,
      groupSizeMax: true,
      contactName: true,
      contactEmail: true,
      accessNotes: true,
      goal: true,
      organisation: { select: { askedAt: true, verification: true } },
    },
  })
  const { organisation, slug, ...content } = row
  const kind = row.kind.replace('_', '-') as OfferKind
  const location = row.location.replace('_', '-') as OfferLocation
  return {
    form,
    slug: offerSlug(slug, id),
    unclear: unclearFor({ ...content, kind, location }, { hasPictures: form.cover !== null }),
    answerBy: organisation.verification === 'pending' ? await answerBy(needs, organisation.askedAt) : null,
  }
}

/** Five working days after it asked; who waits longer is not told a day that has passed. */
async function answerBy(needs: Needs, askedAt: Date): Promise<CalendarDate> {
  const today = calendarDateOf(needs.clock.now())
  const free = await needs.workingDays()
  const due = addWorkingDays(calendarDateOf(askedAt), ANSWER_WORKING_DAYS, free)
  return due < today ? addWorkingDays(today, 1, free) : due
}
