/** The timed job of held places, once, in a process of its own: what journeys run after the last day of a hold. */
import { expireHolds } from '~/features/clearing/use-cases/expire-holds.server'
import { parseEnv } from '~/platform/env/env.server'
import { makeWiring } from '~/wiring.server'

const wiring = makeWiring(parseEnv(process.env))
await expireHolds(wiring)
await wiring.close()
