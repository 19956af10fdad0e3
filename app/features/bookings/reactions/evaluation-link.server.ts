/** The link by which one reader says how it was, without signing in. The same in every mail about this booking. */
import { paths } from '~/components/paths'
import { addDays } from '~/kernel/calendar'
import type { Transact } from '~/platform/db/client.server'
import type { LinkStore } from '~/platform/links/link-store.server'
import type { Links } from '~/platform/links/links.server'
import type { BookingFacts, Person } from '../queries/booking-facts.server'

export type EvaluationLinkNeeds = {
  readonly transact: Transact<{ readonly links: LinkStore }>
  readonly links: Pick<Links, 'sign'>
  readonly env: { readonly ORIGIN: string }
}

/** As long as something can be said. */
const OPEN_DAYS = 90

/** @returns for each reader the whole address; `null` for who rang and has no account to speak for. */
export function evaluationLink(
  { transact, links, env }: EvaluationLinkNeeds,
  booking: Pick<BookingFacts, 'id' | 'date' | 'request'>,
) {
  return async (person: Person, side: 'school' | 'company'): Promise<string | null> => {
    if (booking.date === null || person.userId === booking.request.id) return null
    const expiresAt = new Date(`${addDays(booking.date, OPEN_DAYS)}T23:59:59Z`)
    const key = `${booking.id} ${side} ${person.userId}`
    const { token, id } = links.sign({ purpose: 'evaluate-booking', key, expiresAt })
    const payload = { bookingId: booking.id, side, userId: person.userId }
    await transact((stores) =>
      stores.links.keep({
        ...{ id, purpose: 'evaluate-booking', subjectId: `${booking.id} ${side}` },
        ...{ payload, expiresAt },
      }),
    )
    return env.ORIGIN + paths.answerEvaluation(token)
  }
}
