/**
 * What the demo accounts were told in the last weeks of the season: the reactions of the program are run for the newest
 * events that concern them, at the moment of each event, with a mailer that sends nothing. Nothing is written by hand, and
 * what was answered meanwhile is not told, as in the program.
 */
import { randomBytes } from 'node:crypto'
import {
  mailBookingCancelled,
  mailBookingDateSet,
  mailBookingMade,
  mailBookingReminder,
  mailEvaluationAsked,
} from '~/features/bookings/reactions/send-booking-mails.server'
import { mailHoldOffered } from '~/features/clearing/reactions/write-to-school.server'
import { tellUsers } from '~/features/notifications/reactions/tell-users.server'
import { markRead } from '~/features/notifications/use-cases/mark-read.server'
import { mailCoordinators } from '~/features/organisations/reactions/mail-coordinators.server'
import { mailOffered } from '~/features/proposals/reactions/mail-offered.server'
import { mailNewRequest, mailNotHelped } from '~/features/proposals/reactions/mail-proposals.server'
import { addDays } from '~/kernel/calendar'
import type { UserId } from '~/kernel/ids'
import { makeLinks } from '~/platform/links/links.server'
import type { StoredEvent } from '~/platform/outbox/outbox.server'
import { demoUserId } from '../steps/demo-accounts'
import { actor } from './people'
import type { Play } from './play'

const REACTIONS = {
  BookingMade: mailBookingMade,
  BookingDateChosen: mailBookingDateSet,
  BookingMoved: mailBookingDateSet,
  BookingCancelled: mailBookingCancelled,
  BookingReminderDue: mailBookingReminder,
  BookingDone: mailEvaluationAsked,
  HoldOffered: mailHoldOffered,
  OrganisationCreated: mailCoordinators,
  ProposalSent: mailNewRequest,
  ProposalOffered: mailOffered,
  ProposalDeclined: mailNotHelped,
  ProposalExpired: mailNotHelped,
} as const

/** Of one account; a handful is what somebody looks at. */
const EVENTS_OF_ONE = 8
const WEEKS = 6
/** Older ones were read. */
const UNREAD_DAYS = 4
const ACCOUNTS = ['school', 'bedrijf', 'regio'] as const
/** Links of mails that are never sent open nothing: no server knows this secret. */
const links = makeLinks(randomBytes(32).toString('hex'))
const ORIGIN = 'https://schakel.example'
const silent = { send: async () => false, close: async () => {} }

export async function tellDemoAccounts({ db, deskAt, world }: Play): Promise<void> {
  const since = new Date(`${addDays(world.lastDay, -7 * WEEKS)}T00:00:00Z`)
  const events = await newestEvents(db, since)
  for (const event of events) {
    const desk = { ...deskAt(event.occurredAt, `told:${event.id}`), links }
    const env = { ORIGIN, MAIL_FROM: 'Schakel <noreply@schakel.example>' }
    const mailer = tellUsers({ ...desk, mailer: silent, env })
    await REACTIONS[event.type as keyof typeof REACTIONS]({ ...desk, mailer, env }, event)
  }
  const until = new Date(`${addDays(world.lastDay, -UNREAD_DAYS)}T23:00:00Z`)
  const desk = deskAt(new Date(`${world.lastDay}T16:00:00Z`), 'told:read')
  for (const name of ACCOUNTS)
    await markRead(desk, actor(demoUserId(`${name}@schakel.example`) as UserId), { until })
}

/** In the order in which they happened. */
async function newestEvents(db: Play['db'], since: Date): Promise<readonly StoredEvent[]> {
  const [teacher, company, region] = ACCOUNTS.map((name) => demoUserId(`${name}@schakel.example`))
  return db.$queryRaw<StoredEvent[]>`
    WITH subject AS (
      SELECT p.id::text AS id, 'school' AS account FROM proposal p
        JOIN support_request r ON r.id = p.request_id AND r.created_by_id = ${teacher}::uuid
      UNION SELECT p.id::text, 'company' FROM proposal p JOIN offer o ON o.id = p.offer_id
        JOIN organisation_membership w ON w.organisation_id = o.organisation_id AND w.user_id = ${company}::uuid
      UNION SELECT k.id::text, 'school' FROM booking k JOIN place_claim c ON c.id = k.claim_id
        JOIN request_group g ON g.id = c.group_id
        JOIN support_request r ON r.id = g.request_id AND r.created_by_id = ${teacher}::uuid
      UNION SELECT k.id::text, 'company' FROM booking k JOIN place_claim c ON c.id = k.claim_id
        JOIN capacity_slot s ON s.id = c.slot_id JOIN offer o ON o.id = s.offer_id
        JOIN organisation_membership w ON w.organisation_id = o.organisation_id AND w.user_id = ${company}::uuid
      UNION SELECT h.id::text, 'school' FROM hold h JOIN place_claim c ON c.id = h.claim_id
        JOIN request_group g ON g.id = c.group_id
        JOIN support_request r ON r.id = g.request_id AND r.created_by_id = ${teacher}::uuid
      UNION SELECT n.id::text, 'region' FROM organisation n
        JOIN region_municipality m USING (municipality_code)
        JOIN coordinator_region x ON x.region_id = m.region_id AND x.user_id = ${region}::uuid
        WHERE n.verification = 'pending'
    ), told AS (
      SELECT e.*, row_number() OVER (PARTITION BY s.account ORDER BY e.id DESC) AS nth
      FROM subject s JOIN outbox_event e ON e.subject_id = s.id
      WHERE e.type = ANY(${Object.keys(REACTIONS)}) AND e.occurred_at >= ${since}
    )
    SELECT DISTINCT id, type, subject_id AS "subjectId", payload, occurred_at AS "occurredAt"
    FROM told WHERE nth <= ${EVENTS_OF_ONE}::int ORDER BY id`
}
