/** The link by which the owner of an account joins it to another sign-in service. */
import { paths } from '~/components/paths'
import type { Db } from '~/platform/db/client.server'
import type { StoredEvent } from '~/platform/outbox/outbox.server'
import { joinServiceMail } from '../emails/join-service.server'
import { keepLink, type MailNeeds, personOf, send } from './write-to-person.server'

type Needs = MailNeeds & { readonly db: Pick<Db, 'user' | 'oidcIdentity'> }

const MINUTES = 15

export async function mailJoinService(needs: Needs, event: StoredEvent): Promise<void> {
  const asked = await needs.db.oidcIdentity.findUnique({ where: { id: String(event.payload.identity) } })
  const person = asked && (await personOf(needs.db, asked.userId))
  if (!asked || !person || asked.confirmedAt) return
  const payload = { email: person.email }
  const token = await keepLink(needs, event, {
    purpose: 'join-service',
    minutes: MINUTES,
    payload,
    subjectId: asked.id,
  })
  if (token === null) return
  const href = needs.env.ORIGIN + paths.joinService(token)
  await send(needs, event, person, 'join-service', () =>
    joinServiceMail({ ...person, href, minutes: MINUTES }),
  )
}
