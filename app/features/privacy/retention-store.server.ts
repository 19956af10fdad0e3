/**
 * What each rule of retention takes away. Counting and taking away ask the same question, so that a dry run tells what the
 * job would do.
 */
import { Prisma } from '~/generated/prisma/client'
import type { Tx } from '~/platform/db/client.server'
import type { RetentionRule } from './domain/retention'

export type RetentionStore = ReturnType<typeof makeRetentionStore>

type Deed =
  | { readonly deletes: string; readonly where: (before: Date) => Prisma.Sql }
  | { readonly clears: string; readonly set: string; readonly where: (before: Date) => Prisma.Sql }

const sql = Prisma.sql

/** Of one rule, in order. Names of tables and columns are of this file only. */
const DEEDS: Readonly<Record<Exclude<RetentionRule, 'audit'>, readonly Deed[]>> = {
  sessions: [{ deletes: 'session', where: (before) => sql`expires_at < ${before}` }],
  links: [{ deletes: 'one_use_link', where: (before) => sql`expires_at < ${before}` }],
  tries: [{ deletes: 'rate_limit', where: (before) => sql`expire < ${BigInt(before.getTime())}` }],
  invitations: [{ deletes: 'organisation_invitation', where: (before) => sql`expires_at < ${before}` }],
  mails: [
    {
      deletes: 'mail_log',
      where: (before) => sql`created_at < ${before} AND state <> 'pending'`,
    },
  ],
  farewells: [
    {
      clears: 'app_user',
      set: 'farewell_email = NULL',
      where: (before) => sql`farewell_email IS NOT NULL AND erased_at < ${before}`,
    },
  ],
  'unconfirmed-accounts': [
    {
      deletes: 'app_user',
      where: (before) => sql`email_verified_at IS NULL AND erased_at IS NULL AND created_at < ${before}
        AND NOT EXISTS (SELECT FROM school_membership x WHERE x.user_id = app_user.id)
        AND NOT EXISTS (SELECT FROM organisation_membership x WHERE x.user_id = app_user.id)
        AND NOT EXISTS (SELECT FROM coordinator_region x WHERE x.user_id = app_user.id)
        AND NOT EXISTS (SELECT FROM support_request x WHERE x.created_by_id = app_user.id)
        AND NOT EXISTS (SELECT FROM session x WHERE x.user_id = app_user.id)`,
    },
  ],
  callers: [
    {
      clears: 'phone_entry',
      set: 'contact_name = NULL, contact_email = NULL',
      where: (before) => sql`contact_email IS NOT NULL AND at < ${before}`,
    },
  ],
  notes: [
    {
      deletes: 'request_note',
      where: (before) => sql`EXISTS (SELECT FROM support_request r WHERE r.id = request_note.request_id
        AND r.closed_at < ${before})`,
    },
  ],
  texts: [
    {
      clears: 'proposal',
      set: 'message = NULL, answer_text = NULL',
      where: (before) =>
        sql`num_nonnulls(message, answer_text) > 0 AND coalesce(answered_at, sent_at) < ${before}`,
    },
    {
      clears: 'hold',
      set: 'decline_text = NULL',
      where: (before) => sql`decline_text IS NOT NULL AND answered_at < ${before}`,
    },
    {
      clears: 'booking',
      set: 'cancel_text = NULL',
      where: (before) => sql`cancel_text IS NOT NULL AND closed_at < ${before}`,
    },
    {
      clears: 'evaluation',
      set: 'text = NULL',
      where: (before) => sql`text IS NOT NULL AND updated_at < ${before}`,
    },
    {
      deletes: 'conversation',
      where: (before) => sql`EXISTS (SELECT FROM support_request r WHERE r.id = conversation.request_id
        AND r.closed_at < ${before})`,
    },
    {
      clears: 'support_request',
      set: `text = ''`,
      where: (before) => sql`text <> '' AND closed_at < ${before}`,
    },
  ],
  events: [
    {
      deletes: 'outbox_receipt',
      where: (before) => sql`EXISTS (SELECT FROM outbox_event e WHERE e.id = outbox_receipt.event_id
        AND e.occurred_at < ${before})`,
    },
    { deletes: 'outbox_event', where: (before) => sql`occurred_at < ${before}` },
  ],
}

export function makeRetentionStore(tx: Tx) {
  return {
    /** @returns how many rows the rule would touch, by table. */
    async count(rule: RetentionRule, before: Date): Promise<Readonly<Record<string, number>>> {
      if (rule === 'audit') {
        const n = await tx.$queryRaw<{ n: number }[]>`
          SELECT count(*)::int AS n FROM audit_entry WHERE at < now() - interval '2 years'`
        return { audit_entry: n[0]?.n ?? 0 }
      }
      const counted: [string, number][] = []
      for (const deed of DEEDS[rule]) {
        const table = 'deletes' in deed ? deed.deletes : deed.clears
        const [row] = await tx.$queryRaw<{ n: number }[]>`
          SELECT count(*)::int AS n FROM ${Prisma.raw(table)} WHERE ${deed.where(before)}`
        counted.push([table, row?.n ?? 0])
      }
      return Object.fromEntries(counted)
    },

    /** Takes away what the rule says. @returns how many rows, by table. */
    async forget(rule: RetentionRule, before: Date): Promise<Readonly<Record<string, number>>> {
      if (rule === 'audit') {
        const [row] = await tx.$queryRaw<{ n: number }[]>`SELECT forget_audit_entries() AS n`
        return { audit_entry: row?.n ?? 0 }
      }
      const done: [string, number][] = []
      for (const deed of DEEDS[rule]) {
        const where = deed.where(before)
        done.push(
          'deletes' in deed
            ? [deed.deletes, await tx.$executeRaw`DELETE FROM ${Prisma.raw(deed.deletes)} WHERE ${where}`]
            : [
                deed.clears,
                await tx.$executeRaw`UPDATE ${Prisma.raw(deed.clears)} SET ${Prisma.raw(deed.set)} WHERE ${where}`,
              ],
        )
      }
      return Object.fromEntries(done)
    },
  }
}
