/** What the form of an organisation begins with. One statement. */
import type { Actor } from '~/authorisation/actor'
import { allow, organisationsFor } from '~/authorisation/permissions'
import { AppError } from '~/kernel/errors'
import type { OrganisationId } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'
import { fieldsOfFacts } from '../schemas'

export type OrganisationForm = {
  readonly id: string
  readonly name: string
  readonly version: number
  readonly fields: ReturnType<typeof fieldsOfFacts>
}

/**
 * @param of which one of several; the first by name that the reader owns where nothing is asked.
 * @throws AppError 401; 403 for who works there in another role; 404 for one of others.
 */
export async function organisationForm(
  db: Pick<Db, 'organisation'>,
  actor: Actor,
  of: string | null,
): Promise<OrganisationForm> {
  if (actor.kind !== 'user') throw new AppError('unauthenticated', 'account.sign-in-first')
  if (of !== null) allow(actor, 'organisation.edit', { organisationId: of as OrganisationId })
  const row = await db.organisation.findFirst({
    where: { id: { in: of === null ? organisationsFor(actor, 'organisation.edit') : [of] } },
    select: {
      id: true,
      name: true,
      about: true,
      website: true,
      kvkNumber: true,
      postcode: true,
      employees: true,
      topicIds: true,
      networkIds: true,
      version: true,
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  if (!row) throw new AppError('not-found', 'organisation.not-found')
  const { id, version, ...facts } = row
  return { id, name: facts.name, version, fields: fieldsOfFacts(facts) }
}

/** @returns whether the form may be filled in: not before the address is confirmed. @throws AppError 401 for a visitor. */
export function mayStart(actor: Actor): boolean {
  if (actor.kind === 'user' && !actor.emailVerified) return false
  allow(actor, 'organisation.create', {})
  return true
}
