/** How bookings go: the only writes to `booking_plan`. Whoever writes one has locked the request of its booking before. */
import type { Prisma } from '~/generated/prisma/client'
import type { OfferLocation } from '~/kernel/education'
import type { Tx } from '~/platform/db/client.server'
import { asDate, asDay } from '~/platform/db/dates.server'
import type { BookingId } from './domain/booking'
import {
  EMPTY_PLAN,
  type Plan,
  type PlanChanges,
  type PlanSide,
  type ProgrammeRow,
  TEXT_PARTS,
} from './domain/plan'

export type PlanStore = ReturnType<typeof makePlanStore>

export type KeptPlan = {
  readonly plan: Plan
  /** 0: nobody has written anything. */
  readonly version: number
  readonly changes: PlanChanges
  /** When each side was last told of what the other changed. */
  readonly toldAt: Readonly<Record<PlanSide, Date | null>>
  readonly location: OfferLocation
}

export function makePlanStore(tx: Tx) {
  return {
    async read(id: BookingId): Promise<KeptPlan> {
      const [offer] = await tx.$queryRaw<{ location: OfferLocation }[]>`
        SELECT o.location::text AS location FROM booking k JOIN place_claim c ON c.id = k.claim_id
        JOIN capacity_slot s ON s.id = c.slot_id JOIN offer o ON o.id = s.offer_id WHERE k.id = ${id}::uuid`
      if (!offer) throw new Error(`booking ${id} has no offer`)
      const row = await tx.bookingPlan.findUnique({ where: { bookingId: id } })
      const texts = Object.fromEntries(TEXT_PARTS.map((part) => [part, row?.[part] ?? null]))
      return {
        plan: {
          ...EMPTY_PLAN,
          ...texts,
          programme: (row?.programme ?? []) as unknown as readonly ProgrammeRow[],
          vog: { asked: row?.vogAsked ?? null, seenOn: row?.vogSeenOn ? asDay(row.vogSeenOn) : null },
        },
        version: row?.version ?? 0,
        changes: (row?.changes ?? {}) as PlanChanges,
        toldAt: { school: row?.schoolToldAt ?? null, company: row?.companyToldAt ?? null },
        location: offer.location,
      }
    },

    /** @param vogSeenBy who of the school said on which day it saw the certificates; absent: as it was. */
    async save(
      id: BookingId,
      { plan, changes }: Pick<KeptPlan, 'plan' | 'changes'>,
      vogSeenBy?: string | null,
    ): Promise<void> {
      const { programme, vog, ...texts } = plan
      const data = {
        ...texts,
        programme: programme as unknown as Prisma.InputJsonValue,
        vogAsked: vog.asked,
        vogSeenOn: vog.seenOn && asDate(vog.seenOn),
        ...(vogSeenBy !== undefined && { vogSeenById: vogSeenBy }),
        changes: changes as unknown as Prisma.InputJsonValue,
      }
      await tx.bookingPlan.upsert({
        where: { bookingId: id },
        create: { ...data, bookingId: id },
        update: { ...data, version: { increment: 1 } },
        select: { bookingId: true },
      })
    },

    async saveTold(id: BookingId, side: PlanSide, at: Date): Promise<void> {
      await tx.bookingPlan.update({
        where: { bookingId: id },
        data: side === 'school' ? { schoolToldAt: at } : { companyToldAt: at },
        select: { bookingId: true },
      })
    },

    /** An address that was there before opens nothing any more. */
    async keepShare(id: BookingId, tokenHash: string, createdAt: Date): Promise<void> {
      await tx.bookingShare.upsert({
        where: { bookingId: id },
        create: { bookingId: id, tokenHash, createdAt },
        update: { tokenHash, createdAt },
        select: { bookingId: true },
      })
    },

    async endShare(id: BookingId): Promise<void> {
      await tx.bookingShare.deleteMany({ where: { bookingId: id } })
    },
  }
}
