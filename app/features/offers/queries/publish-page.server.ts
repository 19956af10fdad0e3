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
import type { Links } from '~/platform/links/links.server'
import { type Unclear, unclearFor } from '../domain/unclear'
import { offerNotFound } from '../errors'
import { editOfferPage, type OfferFormPage } from './offer-form.server'

type Needs = Parameters<typeof editOfferPage>[0] & {
  readonly db: Pick<Db, 'offer' | 'organisation' | 'oneUseLink'>
  readonly links: Pick<Links, 'sign'>
  readonly clock: Clock
  readonly workingDays: () => Promise<FreeDays>
}

export type PublishPage = {
  readonly form: OfferFormPage
  readonly slug: string
  readonly unclear: readonly Unclear[]
  /** Groups in one month at most; `null`: no limit but that of the year. */
  readonly perMonth: number | null
  /** The link for a colleague, while there is one, and the last day on which it opens. */
  readonly link: { readonly token: string; readonly until: CalendarDate } | null
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
      sessionsPerMonth: true,
      organisation: { select: { askedAt: true, verification: true } },
    },
  })
  const { organisation, slug, sessionsPerMonth: perMonth, ...content } = row
  const kind = row.kind.replace('_', '-') as OfferKind
  const location = row.location.replace('_', '-') as OfferLocation
  return {
    form,
    slug: offerSlug(slug, id),
    perMonth,
    link: await linkOf(needs, id),
    unclear: unclearFor({ ...content, kind, location }, { hasPictures: form.cover !== null }),
    answerBy: organisation.verification === 'pending' ? await answerBy(needs, organisation.askedAt) : null,
  }
}

/** The row keeps the name that signs it; the link is made of it again. */
async function linkOf(needs: Needs, offerId: string): Promise<PublishPage['link']> {
  const row = await needs.db.oneUseLink.findFirst({
    where: {
      purpose: 'preview-offer',
      subjectId: offerId,
      usedAt: null,
      expiresAt: { gt: needs.clock.now() },
    },
    select: { payload: true, expiresAt: true },
    orderBy: { createdAt: 'desc' },
  })
  if (!row) return null
  const { key } = row.payload as { readonly key: string }
  const { expiresAt } = row
  const { token } = needs.links.sign({ purpose: 'preview-offer', key, expiresAt })
  return { token, until: calendarDateOf(expiresAt) }
}

/** Five working days after it asked; who waits longer is not told a day that has passed. */
async function answerBy(needs: Needs, askedAt: Date): Promise<CalendarDate> {
  const today = calendarDateOf(needs.clock.now())
  const free = await needs.workingDays()
  const due = addWorkingDays(calendarDateOf(askedAt), ANSWER_WORKING_DAYS, free)
  return due < today ? addWorkingDays(today, 1, free) : due
}
