/** What the mails about an entry say, and to whom they go. */
import type { Db } from '~/platform/db/client.server'
import { isLocale, type Locale } from '~/platform/i18n/choose-locale'
import type { Contact, EnteredOffer, PhoneEntryKind } from '../domain/phone-entry'

export type EntryReader = { readonly id: string; readonly email: string; readonly locale: Locale }

export type EntryFacts = {
  readonly kind: PhoneEntryKind
  readonly byName: string | null
  readonly byEmail: string | null
  readonly requestId: string | null
  readonly offerId: string | null
  /** Who rang, while nobody of the school has an account. */
  readonly contact: Contact | null
  /** Staff of the school, or leads of the company, with a verified address; by id, at most 50. */
  readonly readers: readonly EntryReader[]
}

type Row = Omit<EntryFacts, 'contact' | 'readers'> & {
  readonly contactName: string | null
  readonly contactEmail: string | null
  readonly readers: readonly (Omit<EntryReader, 'locale'> & { readonly locale: string })[] | null
}

/** One statement. @returns `null` when the entry is gone. */
export async function entryFacts(db: Pick<Db, '$queryRaw'>, entryId: string): Promise<EntryFacts | null> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT e.kind::text, w.name AS "byName", w.email::text AS "byEmail", e.request_id AS "requestId",
      e.offer_id AS "offerId", e.contact_name AS "contactName", e.contact_email::text AS "contactEmail",
      (SELECT json_agg(p ORDER BY p.id) FROM (
        SELECT u.id, u.email::text, u.locale FROM app_user u WHERE u.email_verified_at IS NOT NULL AND (
          u.id IN (SELECT s.user_id FROM school_membership s JOIN support_request r ON r.branch_id = s.branch_id
            WHERE r.id = e.request_id)
          OR u.id IN (SELECT m.user_id FROM organisation_membership m JOIN offer o ON o.organisation_id = m.organisation_id
            WHERE o.id = e.offer_id AND m.role = 'owner'))
        ORDER BY u.id LIMIT 50) p) AS readers
    FROM phone_entry e LEFT JOIN app_user w ON w.id = e.by_id WHERE e.id = ${entryId}::uuid`
  if (!row) return null
  const { contactName, contactEmail, readers, ...facts } = row
  const people = (readers ?? []).map(({ locale, ...reader }) => ({
    ...reader,
    locale: isLocale(locale) ? locale : ('nl' as const),
  }))
  const contact =
    people.length === 0 && contactEmail ? { name: contactName ?? '', email: contactEmail } : null
  return { ...facts, contact, readers: people }
}

/** One statement. @returns `null` when the offer is gone. */
export async function enteredOffer(db: Pick<Db, 'offer'>, id: string): Promise<EnteredOffer | null> {
  const row = await db.offer.findUnique({
    where: { id },
    select: {
      title: true,
      summary: true,
      state: true,
      contactEmail: true,
      organisation: { select: { id: true, name: true } },
    },
  })
  return (
    row && {
      organisationId: row.organisation.id,
      organisationName: row.organisation.name,
      title: row.title,
      summary: row.summary,
      isDraft: row.state === 'draft',
      contactEmail: row.contactEmail,
    }
  )
}
