/** Takes the score of hits apart that `rescore.ts` weighs. Pure. */
import type { OfferDocument } from '../document'
import type { Explained, Explanation } from '../explanation'
import { cutOf } from '../paging'
import type { SearchQuery } from '../query'
import { LEAST_SHARE, SHARE_OF_BEST } from '../text-question'
import { type Plan, rankingText } from './question'
import { foundIn, type WeighedOffer, weighed } from './rescore'

export type ExplainedOffer = WeighedOffer & { readonly offer: OfferDocument }

/** Where nothing is typed that orders. */
const NO_TEXT = { words: [], hints: [], levelKeys: [], kinds: [], girls: false }

type Given = {
  /** Of one page, in its order. */
  readonly ids: readonly string[]
  /** What the index says of them, in any order. */
  readonly offers: readonly ExplainedOffer[]
  /** So many of the first hits are weighed. */
  readonly weighedHits: number
}

export function explained(query: SearchQuery, plan: Plan, { ids, offers, weighedHits }: Given): Explained {
  const text = rankingText(query, plan)
  const byId = new Map(offers.map((offer) => [offer.id, offer]))
  const { offset } = cutOf(query)
  const hits = ids.flatMap((id, i): Explanation[] => {
    const offer = byId.get(id)
    if (!offer) return []
    const { words, ...parts } = weighed(offer, text ?? NO_TEXT, query.near)
    return [
      {
        ...parts,
        id,
        isBehind: offset + i >= weighedHits,
        signals: offer.offer.signals,
        words: words.map((word, at) => {
          const asked = text?.words[at]
          return { ...word, found: asked ? foundIn(offer, asked) : [] }
        }),
      },
    ]
  })
  return {
    engine: 'meilisearch',
    orderedBy: text ? 'relevance' : sortedBy(query),
    floor:
      text && text.words.length > 0
        ? {
            best: text.best,
            least: Math.max(text.isAlmost ? 0 : LEAST_SHARE, SHARE_OF_BEST * text.best),
            isAlmost: text.isAlmost,
          }
        : null,
    hits,
  }
}

/** As `sortedHits` of the question. */
function sortedBy({ sort = 'relevance', near }: SearchQuery): Explained['orderedBy'] {
  if (sort === 'newest' || sort === 'soonest') return sort
  return near ? 'distance' : 'newest'
}
