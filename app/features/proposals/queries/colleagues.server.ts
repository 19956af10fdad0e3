/** Who else may answer for a company, to hand a request to. */
import type { Actor } from '~/authorisation/actor'
import { allow, may } from '~/authorisation/permissions'
import type { OrganisationId } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'

export type Colleague = { readonly id: string; readonly name: string }

/** One statement; at most a hundred, by name; none for who may not answer. @throws AppError 404 for who does not
 * work there. */
export async function colleagues(
  db: Pick<Db, '$queryRaw'>,
  actor: Actor,
  organisationId: OrganisationId,
): Promise<readonly Colleague[]> {
  allow(actor, 'organisation.see', { organisationId })
  if (!may(actor, 'proposal.answer', { organisationId })) return []
  const selfId = actor.kind === 'user' ? actor.userId : null
  return db.$queryRaw<Colleague[]>`
    SELECT u.id, u.name FROM organisation_membership m JOIN app_user u ON u.id = m.user_id
    WHERE m.organisation_id = ${organisationId}::uuid AND m.role <> 'viewer' AND u.id IS DISTINCT FROM ${selfId}::uuid
    ORDER BY u.name COLLATE "nl-x-icu", u.id LIMIT 100`
}
