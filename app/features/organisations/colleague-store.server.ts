/** Who works at an organisation and who is asked to: the writes to `organisation_membership` and `organisation_invitation`. */
import { randomUUID } from 'node:crypto'
import type { OrganisationRole } from '~/authorisation/actor'
import { isUuid, type OrganisationId, type UserId } from '~/kernel/ids'
import type { Tx } from '~/platform/db/client.server'
import type { Colleague } from './domain/colleagues'

export type ColleagueStore = ReturnType<typeof makeColleagueStore>

export type NewInvitation = {
  readonly organisationId: OrganisationId
  readonly email: string
  readonly role: OrganisationRole
  readonly invitedById: UserId
  readonly locale: string
  readonly invitedAt: Date
  readonly expiresAt: Date
}

export type Invitation = {
  readonly id: string
  readonly organisationId: OrganisationId
  readonly email: string
  readonly role: OrganisationRole
}

export function makeColleagueStore(tx: Tx) {
  return {
    /**
     * Holds the organisation until the transaction ends, so that two owners do not go at the same moment.
     * @returns its people; `null` when there is no such organisation.
     */
    async lock(id: string): Promise<readonly Colleague[] | null> {
      if (!isUuid(id)) return null
      const locked = await tx.$queryRaw<{ id: string }[]>`
        SELECT id FROM organisation WHERE id = ${id}::uuid FOR UPDATE`
      if (locked.length === 0) return null
      const rows = await tx.organisationMembership.findMany({
        where: { organisationId: id },
        select: { userId: true, role: true },
        orderBy: [{ createdAt: 'asc' }, { userId: 'asc' }],
      })
      return rows.map(({ userId, role }) => ({ userId: userId as UserId, role }))
    },

    /** @param role `null`: works there no longer. */
    async set(
      organisationId: OrganisationId,
      userId: UserId,
      role: OrganisationRole | null,
      at: Date,
    ): Promise<void> {
      if (role === null) {
        await tx.organisationMembership.deleteMany({ where: { organisationId, userId } })
        return
      }
      await tx.organisationMembership.upsert({
        where: { userId_organisationId: { userId, organisationId } },
        create: { organisationId, userId, role, createdAt: at },
        update: { role },
        select: { userId: true },
      })
    },

    /** @returns whether somebody with this address works there. */
    async isColleague(organisationId: OrganisationId, email: string): Promise<boolean> {
      const count = await tx.organisationMembership.count({ where: { organisationId, user: { email } } })
      return count > 0
    },

    /** @returns how many organisations the user works for. */
    async countOf(userId: UserId): Promise<number> {
      return tx.organisationMembership.count({ where: { userId } })
    },

    async countInvitations(organisationId: OrganisationId): Promise<number> {
      return tx.organisationInvitation.count({ where: { organisationId } })
    },

    /** An address that was asked before is asked anew. @returns the id of the invitation. */
    async invite({ organisationId, email, ...facts }: NewInvitation): Promise<string> {
      const { id } = await tx.organisationInvitation.upsert({
        where: { organisationId_email: { organisationId, email } },
        create: { id: randomUUID(), organisationId, email, ...facts },
        update: facts,
        select: { id: true },
      })
      return id
    },

    /** @returns `null` when there is none (any more) or it has expired. */
    async invitation(id: string, now: Date): Promise<Invitation | null> {
      if (!isUuid(id)) return null
      const [row] = await tx.$queryRaw<Invitation[]>`
        SELECT id, organisation_id AS "organisationId", email::text, role::text FROM organisation_invitation
        WHERE id = ${id}::uuid AND expires_at > ${now}`
      return row ?? null
    },

    /** @returns whether it was one of that organisation. */
    async endInvitation(organisationId: OrganisationId, id: string): Promise<boolean> {
      const { count } = await tx.organisationInvitation.deleteMany({ where: { id, organisationId } })
      return count > 0
    },
  }
}
