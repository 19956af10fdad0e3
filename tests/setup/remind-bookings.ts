/** The timed job of bookings, once, in a process of its own: what journeys run when the day of a lesson is over. */
import { remindOfBookings } from '~/features/bookings/use-cases/remind-of-bookings.server'
import { parseEnv } from '~/platform/env/env.server'
import { makeWiring } from '~/wiring.server'

const wiring = makeWiring(parseEnv(process.env))
await remindOfBookings(wiring)
await wiring.close()
