/** Phone entries: the only writes to `phone_entry`. */
import { randomUUID } from 'node:crypto'
import { isUuid, type RegionId, type UserId } from '~/kernel/ids'
import type { Tx } from '~/platform/db/client.server'
import type { Contact, PhoneEntryKind } from './domain/phone-entry'

export type PhoneEntryStore = ReturnType<typeof makePhoneEntryStore>

export type NewPhoneEntry = {
  readonly of: { readonly requestId: string } | { readonly offerId: string }
  readonly kind: PhoneEntryKind
  readonly byId: UserId
  readonly contact: Contact | null
}

export function makePhoneEntryStore(tx: Tx) {
  return {
    /** @returns the id of the entry. */
    async add({ of, kind, byId, contact }: NewPhoneEntry, at: Date): Promise<string> {
      const id = randomUUID()
      await tx.phoneEntry.create({
        data: {
          id,
          ...of,
          kind,
          byId,
          at,
          contactName: contact?.name ?? null,
          contactEmail: contact?.email ?? null,
        },
        select: { id: true },
      })
      return id
    },

    /** @returns the regions of an open branch and whether anybody of it can be written to; `null` when there is none. */
    async school(
      branchId: string,
    ): Promise<{ readonly regionIds: readonly RegionId[]; readonly hasStaff: boolean } | null> {
      const [row] = await tx.$queryRaw<{ regionIds: RegionId[]; hasStaff: boolean }[]>`
        SELECT ARRAY(SELECT m.region_id FROM region_municipality m WHERE m.municipality_code = b.municipality_code
            AND m.valid_from <= now() AND (m.valid_until IS NULL OR m.valid_until > now())) AS "regionIds",
          EXISTS (SELECT 1 FROM school_membership s JOIN app_user u ON u.id = s.user_id
            WHERE s.branch_id = b.id AND u.email_verified_at IS NOT NULL) AS "hasStaff"
        FROM school_branch b WHERE b.id = ${branchId} AND b.closed_on IS NULL`
      return row ?? null
    },

    /** @returns the regions of the organisation; empty when there is none. */
    async regionsOfOrganisation(id: string): Promise<readonly RegionId[]> {
      if (!isUuid(id)) return []
      const rows = await tx.$queryRaw<{ id: RegionId }[]>`
        SELECT m.region_id AS id FROM organisation o JOIN region_municipality m USING (municipality_code)
        WHERE o.id = ${id}::uuid AND m.valid_from <= now() AND (m.valid_until IS NULL OR m.valid_until > now())`
      return rows.map((row) => row.id)
    },

    /** @returns who rang about the request last and is not of the program by account yet. */
    async callerOf(requestId: string): Promise<Contact | null> {
      const row = await tx.phoneEntry.findFirst({
        where: { requestId, contactEmail: { not: null } },
        select: { contactName: true, contactEmail: true },
        orderBy: { at: 'desc' },
      })
      return row?.contactEmail ? { name: row.contactName ?? '', email: row.contactEmail } : null
    },

    /** Who rang has an account now: name and address are not kept twice. */
    async forgetContact(email: string): Promise<void> {
      await tx.phoneEntry.updateMany({
        where: { contactEmail: email },
        data: { contactName: null, contactEmail: null },
      })
    },
  }
}
