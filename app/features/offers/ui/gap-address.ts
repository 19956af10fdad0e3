/** Where what is missing is filled in. */
import { paths } from '~/components/paths'
import { gapField, gapText } from '../domain/gap-words'
import type { Gap } from '../domain/gaps'
import { STEP_OF_GAP } from '../domain/offer-steps'
import type { MyOffer } from '../queries/my-offers.server'

/** @returns the field, in its step, of that offer which mends the gap. */
export function gapAddress(offerId: string, gap: Gap): string {
  return `${paths.offerStep(offerId, STEP_OF_GAP[gap])}#offer-${gapField[gap]}`
}

/**
 * @param sent the form that was refused, as the reply to it gives it back.
 * @returns what the offer lacks that somebody tried to bring before schools; empty when something else was pressed.
 */
export function gapsOfPressed(
  offers: readonly Pick<MyOffer, 'id' | 'gaps'>[],
  sent: Readonly<Record<string, unknown>> | null | undefined,
): readonly { readonly to: string; readonly text: string }[] {
  if (sent?.intent !== 'publish' && sent?.intent !== 'resume') return []
  const { id, gaps } = offers.find((offer) => offer.id === sent.offer) ?? { id: '', gaps: [] }
  return gaps.map((gap) => ({ to: gapAddress(id, gap), text: gapText[gap]() }))
}
