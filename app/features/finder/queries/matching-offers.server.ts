/** All that the finder finds for an address, for who asks again later without being there. */
import { ANONYMOUS } from '~/authorisation/actor'
import type { OfferDocument } from '~search/document'
import { understoodQuestion } from '../domain/understood-question'
import type { FinderNeeds } from './finder-needs.server'
import { understandAddress } from './understand-address.server'

const PER_QUESTION = 100
/** As far as the index can be paged through. */
const MOST = 1000

/**
 * @param address the finder's, behind `?`; what in it no longer exists is left out as on the page.
 * @returns newest first, at most 1,000; empty when offers only look like what was asked. At most twelve questions.
 */
export async function matchingOffers(needs: FinderNeeds, address: string): Promise<OfferDocument[]> {
  const asked = await understandAddress(needs, ANONYMOUS, new URLSearchParams(address))
  // What does not fit all that was read is no news.
  const question = understoodQuestion(asked.question, asked.understood, { radiusKm: asked.state.radiusKm })
  const found: OfferDocument[] = []
  for (let page = 1; found.length < MOST; page++) {
    const answer = await needs.search.search({ ...question, sort: 'newest', page, pageSize: PER_QUESTION })
    if (answer.isAlmost) return []
    found.push(...answer.hits.map((hit) => hit.document))
    if (answer.hits.length < PER_QUESTION) break
  }
  return found
}
