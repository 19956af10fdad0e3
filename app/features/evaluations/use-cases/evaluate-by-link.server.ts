/** One side says what it thought by the link of its mail, without signing in. The link works once. */
import type { SignedInActor } from '~/authorisation/actor'
import { type Clock, calendarDateOf } from '~/kernel/calendar'
import type { UserId } from '~/kernel/ids'
import type { Transact } from '~/platform/db/client.server'
import type { LinkStore } from '~/platform/links/link-store.server'
import type { Links } from '~/platform/links/links.server'
import { type FinishBookingNeeds, finishBooking } from '../../bookings/use-cases/finish-booking.server'
import type { EvaluationAnswers, EvaluationSide } from '../domain/evaluation'
import { evaluationLinkGone, evaluationLinkOfOther } from '../errors'
import type { EvaluationStore } from '../store.server'
import { type EvaluateNeeds, evaluateBooking } from './evaluate-booking.server'

type StoresOf<Needs> = Needs extends { readonly transact: Transact<infer Stores> } ? Stores : never
type LinkStores = { readonly links: LinkStore; readonly evaluations: EvaluationStore }

export type EvaluationLinkNeeds = {
  readonly transact: Transact<LinkStores>
  readonly links: Pick<Links, 'read'>
  readonly clock: Clock
}

export type EvaluationLink = {
  readonly token: unknown
  /** Who is signed in beside the link; `null`: nobody. */
  readonly signedInAs: UserId | null
}

type Opened = { readonly bookingId: string; readonly side: EvaluationSide; readonly actor: SignedInActor }

/**
 * Writes nothing. @returns whose link it is and for which booking.
 * @throws AppError gone for a link that is unknown, used, expired or of somebody who no longer belongs to that side;
 * forbidden when somebody else is signed in.
 */
export async function openEvaluationLink(needs: EvaluationLinkNeeds, asked: EvaluationLink): Promise<Opened> {
  const linkId = readLink(needs, asked.token)
  return needs.transact(async (stores) => {
    const link = await stores.links.look('evaluate-booking', linkId, needs.clock.now())
    return holderOf(stores, link, asked.signedInAs)
  })
}

export type EvaluateByLinkNeeds = Omit<EvaluationLinkNeeds, 'transact'> & {
  readonly transact: Transact<StoresOf<EvaluateNeeds> & StoresOf<FinishBookingNeeds> & LinkStores>
}

/**
 * Answers that are refused leave the link as it was; after answers that count no link of that side opens anything.
 * @param pupils who were there, where the school has not told yet; counted first.
 * @throws AppError as `openEvaluationLink`, and what the answers throw.
 */
export async function evaluateByLink(
  needs: EvaluateByLinkNeeds,
  asked: EvaluationLink,
  { pupils, ...answers }: EvaluationAnswers & { readonly noPupils?: boolean; readonly pupils: number | null },
): Promise<Pick<Opened, 'bookingId' | 'side'>> {
  const now = needs.clock.now()
  const linkId = readLink(needs, asked.token)
  return needs.transact(async (stores) => {
    const link = await stores.links.use('evaluate-booking', linkId, now)
    const { bookingId, side, actor } = await holderOf(stores, link, asked.signedInAs)
    const within = { ...needs, transact: ((work) => work(stores)) as typeof needs.transact }
    const booking = await stores.bookings.read(bookingId)
    const isTold = booking === null || booking.state === 'done' || booking.state === 'cancelled'
    const hasCome = booking !== null && booking.date !== null && booking.date <= calendarDateOf(now)
    if (side === 'school' && !isTold && hasCome && pupils !== null)
      await finishBooking(within, actor, { id: bookingId, took: true, pupils })
    await evaluateBooking(within, actor, { id: bookingId, ...answers })
    await stores.links.withdraw('evaluate-booking', linkSubject(bookingId, side), now)
    return { bookingId, side }
  })
}

function readLink({ links, clock }: Pick<EvaluationLinkNeeds, 'links' | 'clock'>, token: unknown): string {
  const linkId = links.read('evaluate-booking', token, clock.now())
  if (linkId === null) throw evaluationLinkGone()
  return linkId
}

/** Links of one side of a booking end together. */
const linkSubject = (bookingId: string, side: EvaluationSide) => `${bookingId} ${side}`

async function holderOf(
  { evaluations }: LinkStores,
  link: { readonly payload: Readonly<Record<string, string>> } | null,
  signedInAs: UserId | null,
): Promise<Opened> {
  const { bookingId = '', userId = '', side = '' } = link?.payload ?? {}
  if (link === null || (side !== 'school' && side !== 'company')) throw evaluationLinkGone()
  if (signedInAs !== null && signedInAs !== userId) throw evaluationLinkOfOther()
  const place = await evaluations.holderAt(bookingId, userId, side)
  if (!place) throw evaluationLinkGone()
  return {
    bookingId,
    side,
    actor: {
      kind: 'user',
      userId: userId as UserId,
      emailVerified: true,
      schools: new Map(place.branchId === null ? [] : [[place.branchId, 'member']]),
      organisations: new Map(place.organisationId === null ? [] : [[place.organisationId, place.role]]),
      regions: new Set(),
      isAdministrator: false,
    },
  }
}
