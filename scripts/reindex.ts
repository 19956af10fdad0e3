/** `npm run reindex`: fills a new index from the database of DATABASE_URL and swaps it in. */
import { allOfferDocuments } from '~/features/finder/queries/offer-documents.server'
import { wire } from '~/wiring.server'

const wiring = wire()
const start = performance.now()
const count = await wiring.index.rebuild(allOfferDocuments(wiring.db, wiring.clock.now()))
console.log(
  `${count} offers in the ${wiring.search.engine} index, ${Math.round(performance.now() - start)} ms`,
)
await wiring.close()
