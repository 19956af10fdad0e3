/** Material that a school takes by one click: nobody has to say yes to it. */
import type { Actor } from '~/authorisation/actor'
import { may } from '~/authorisation/permissions'
import { hasCapacity, type OfferKind, type OfferLocation } from '~/kernel/education'
import type { OfferId, OrganisationId } from '~/kernel/ids'

export type Material = {
  readonly id: OfferId
  readonly organisationId: OrganisationId
  /** Published, by an organisation that somebody looked at. */
  readonly isPublic: boolean
  readonly kind: OfferKind
  readonly location: OfferLocation
  /** https; `null`: the company has not said where it is. */
  readonly url: string | null
  /** Of an invented company: where it would be there is a sheet that says what is in it. */
  readonly isDemo: boolean
}

/** @returns whether somebody may take it: what is before schools everybody, what is not its own people only. */
export function mayTake(
  actor: Actor,
  material: Pick<Material, 'organisationId' | 'isPublic' | 'kind' | 'location'>,
): boolean {
  return !hasCapacity(material) && (material.isPublic || isOwn(actor, material))
}

/** @returns whether it is the reader's own company's: that is no download to be told of. */
export function isOwn(actor: Actor, { organisationId }: Pick<Material, 'organisationId'>): boolean {
  return may(actor, 'offer.see-unpublished', { organisationId })
}

/** Whoever takes it again within a day is not counted again. */
export const COUNTED_ONCE = { name: 'offer-download', tries: 1, seconds: 86_400 } as const
