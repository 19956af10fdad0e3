/** Behind the link of an invitation: who asks, and with which account it is answered. */
import type { Actor, OrganisationRole } from '~/authorisation/actor'
import type { Db } from '~/platform/db/client.server'
import { invitationGone } from '../errors'

export type InvitationPage = {
  readonly organisation: { readonly name: string; readonly placeName: string }
  readonly by: string | null
  readonly email: string
  readonly role: OrganisationRole
  /** `accept`: signed in with that address; `other`: with another; else what the address needs. */
  readonly answer: 'accept' | 'other' | 'sign-in' | 'sign-up'
}

/** Two statements. Asked only for who has the mail. @throws AppError gone. */
export async function invitationPage(
  db: Pick<Db, 'organisationInvitation' | 'user'>,
  actor: Actor,
  id: string,
): Promise<InvitationPage> {
  const row = await db.organisationInvitation.findUnique({
    where: { id },
    select: {
      email: true,
      role: true,
      organisation: { select: { name: true, placeName: true } },
      invitedBy: { select: { name: true } },
    },
  })
  if (!row) throw invitationGone()
  const { email, role, organisation } = row
  const account = await db.user.findUnique({ where: { email }, select: { id: true } })
  const self = actor.kind === 'user' ? actor.userId : null
  const signedOut = account ? 'sign-in' : 'sign-up'
  const answer = self === null ? signedOut : account?.id === self ? 'accept' : 'other'
  return { organisation, by: row.invitedBy?.name ?? null, email, role, answer }
}
