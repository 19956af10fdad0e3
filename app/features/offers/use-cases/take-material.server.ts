/** Somebody takes material: one click gives it, and the company sees how often. */
import type { Actor } from '~/authorisation/actor'
import { type Clock, calendarDateOf } from '~/kernel/calendar'
import { AppError } from '~/kernel/errors'
import { isUuid } from '~/kernel/ids'
import type { Transact } from '~/platform/db/client.server'
import type { LimitRule, Limits } from '~/platform/limits/limits.server'
import { COUNTED_ONCE, isOwn, type Material, mayTake } from '../domain/material'
import { offerNotFound } from '../errors'
import type { OfferStore } from '../store.server'

export type TakeMaterialNeeds = {
  readonly transact: Transact<{ readonly offers: OfferStore }>
  readonly limits: Pick<Limits, 'take'>
  readonly clock: Clock
}

export type TakeMaterial = {
  readonly id: string
  /** What tells browsers apart where nobody is signed in. Kept for a day as a keyed hash, and nowhere else. */
  readonly browser: string
}

/**
 * Everybody may take what is published. The same person, or browser, counts once in a day; the company's own people do
 * not count.
 * @returns the material; its `url` is `null` where the company has not said where it is.
 * @throws AppError 404 for what does not exist, is not before schools, or is something that a company has to say yes to.
 */
export async function takeMaterial(
  needs: TakeMaterialNeeds,
  actor: Actor,
  { id, browser }: TakeMaterial,
): Promise<Material> {
  if (!isUuid(id)) throw offerNotFound()
  const who = actor.kind === 'user' ? actor.userId : browser
  const isFirst = await isFirstToday(needs.limits, COUNTED_ONCE, `${id} ${who}`)
  const today = calendarDateOf(needs.clock.now())
  return needs.transact(async ({ offers }) => {
    const material = await offers.material(id)
    if (!material || !mayTake(actor, material)) throw offerNotFound()
    if (isFirst && !isOwn(actor, material)) await offers.countDownload(material.id, today)
    return material
  })
}

/** @returns whether this is the first try that the rule counts. One statement. */
export async function isFirstToday(
  limits: Pick<Limits, 'take'>,
  rule: LimitRule,
  who: string,
): Promise<boolean> {
  try {
    await limits.take(rule, who)
    return true
  } catch (error) {
    if (error instanceof AppError && error.kind === 'too-many') return false
    throw error
  }
}
