/** What schools and companies wrote each other: a few real-sounding conversations of the demo accounts. */
import { reportConversation } from '~/features/conversations/use-cases/follow-conversation.server'
import { writeMessage } from '~/features/conversations/use-cases/write-message.server'
import type { BranchId, OrganisationId, UserId } from '~/kernel/ids'
import { makeReplyTokens } from '~/platform/links/reply-tokens.server'
import { stableUuid } from '../read-data'
import { companyActor, teacherOf } from './people'
import type { Play } from './play'

type Line = readonly ['school' | 'company', string]

/** The last line decides for whom there is something new. */
const OF_SCHOOL: readonly (readonly Line[])[] = [
  [
    [
      'company',
      'Goedemiddag! Leuke vraag. Hebben jullie een lokaal met minstens zes stopcontacten, en mag er gesoldeerd worden?',
    ],
    [
      'school',
      'Dag! Ja, het technieklokaal heeft er twaalf. Solderen mag als er afzuiging bij staat, die hebben we op twee plekken.',
    ],
    [
      'company',
      'Mooi, twee plekken is genoeg als we in groepjes werken. We nemen zelf brillen mee. Kunnen de leerlingen vooraf een filmpje van vijf minuten kijken? Ik stuur de link.',
    ],
  ],
  [
    [
      'school',
      'Kan de les ook in twee keer drie kwartier? Onze lesuren zijn kort en daartussen zit een pauze.',
    ],
    ['company', 'Dat kan prima. Dan doen we de uitleg voor de pauze en het bouwen erna.'],
    ['school', 'Heel fijn, dank je wel. Dan plannen we het zo in.'],
  ],
  [
    [
      'school',
      'Twee leerlingen van deze groep zitten in een rolstoel. Is de werkplaats voor hen te bereiken?',
    ],
    [
      'company',
      'Ja, alles is gelijkvloers en de deuren zijn breed genoeg. Alleen de tussenvloer niet, maar die slaan we dan met iedereen over.',
    ],
  ],
]
const OF_COMPANY: readonly (readonly Line[])[] = [
  [
    [
      'company',
      'Dank voor jullie vraag. Is het een klas die al met robots gewerkt heeft, of beginnen we bij het begin?',
    ],
    [
      'school',
      'Ze hebben vorig jaar met een bouwpakket gewerkt. Programmeren met blokken kennen ze, tekst nog niet.',
    ],
    ['school', 'O ja, en er zijn twaalf laptops. Is dat genoeg?'],
  ],
  [
    ['school', 'Onze bus komt waarschijnlijk om half tien aan, niet om negen uur. Is dat een probleem?'],
    [
      'company',
      'Geen probleem, dan beginnen we met de rondleiding. Parkeren kan achter het gebouw, bij de laadkuil.',
    ],
    ['school', 'Top. Tot dan!'],
  ],
  [
    [
      'school',
      'Hoi, hierbij de namenlijst van de klas: die staat ook op ons rooster. Dan kun je vast groepjes maken.',
    ],
    [
      'company',
      'Dank je, maar namen van leerlingen mogen we hier niet uitwisselen. Wil je de groepjes zelf maken en alleen de aantallen sturen?',
    ],
  ],
]
const HOUR_MS = 3_600_000

type Row = {
  readonly requestId: string
  readonly organisationId: OrganisationId
  readonly branchId: BranchId
  readonly teacherId: UserId
  readonly memberId: UserId
  readonly sentAt: Date
}

/** Between the demo school and others, and between the demo company and others. Nobody is mailed. */
export async function seedConversations(play: Play): Promise<void> {
  const until = new Date(`${play.world.lastDay}T16:00:00Z`)
  await talk(play, await pairs(play, 'school@schakel.example', until), OF_SCHOOL, until)
  const rows = await pairs(play, 'bedrijf@schakel.example', until)
  const last = await talk(play, rows, OF_COMPANY, until)
  if (!last) return
  const desk = { ...play.deskAt(until, 'report'), limits: { take: async () => {} } }
  await reportConversation(desk, actorOf(last.row, 'company'), {
    id: last.id,
    key: stableUuid('season:report'),
    reason: 'personal',
    text: 'De leraar stuurde een lijst met namen van leerlingen. Waarschijnlijk per ongeluk.',
  })
}

/** @returns the last conversation of the list, where there were enough pairs for it. */
async function talk(
  play: Play,
  rows: readonly Row[],
  scripts: readonly (readonly Line[])[],
  until: Date,
): Promise<{ readonly id: string; readonly row: Row } | null> {
  let last = null
  for (const [i, row] of rows.entries()) {
    const script = scripts[i] ?? []
    // From the morning after the question on, or close to the end of the season: the newest is the first of the list.
    const begins = Math.max(row.sentAt.getTime() + 20 * HOUR_MS, until.getTime() - (i * 30 + 26) * HOUR_MS)
    let id = ''
    for (const [n, [side, text]] of script.entries()) {
      const at = new Date(begins + n * 5 * HOUR_MS)
      const name = `conversation:${row.requestId}:${n}`
      id = await writeMessage({ ...play.deskAt(at, name), ...NOTHING_ELSE }, actorOf(row, side), {
        to: row,
        key: stableUuid(`season:${name}`),
        text,
        files: [],
      })
    }
    last = i === scripts.length - 1 && id !== '' ? { id, row } : last
  }
  return last
}

/** No files come along; the addresses that stand for people are made anew with the first mail. */
const NOTHING_ELSE = {
  attachments: { put: async () => '' },
  sniffDocument: () => null,
  preparePicture: async () => ({ ok: false, reason: 'type' }) as const,
  scanFile: null,
  limits: { take: async () => {} },
  replyTokens: makeReplyTokens('season'),
}

const actorOf = (row: Row, side: Line[0]) =>
  side === 'school' ? teacherOf(row.branchId, row.teacherId) : companyActor(row.organisationId, row.memberId)

/** Requests that run and were sent to one company, the newest first: one for each line of talk. */
function pairs({ db }: Play, email: string, until: Date): Promise<readonly Row[]> {
  const latest = new Date(until.getTime() - 30 * HOUR_MS)
  return db.$queryRaw<Row[]>`
    SELECT * FROM (
      SELECT DISTINCT ON (r.id) r.id AS "requestId", o.organisation_id AS "organisationId", r.branch_id AS "branchId",
        r.created_by_id AS "teacherId", m.user_id AS "memberId", p.sent_at AS "sentAt"
      FROM proposal p JOIN support_request r ON r.id = p.request_id JOIN offer o ON o.id = p.offer_id
      JOIN organisation_membership m ON m.organisation_id = o.organisation_id AND m.role <> 'viewer'
      WHERE r.is_demo AND NOT p.by_company AND r.closed_at IS NULL AND p.sent_at < ${latest}
        AND p.state IN ('viewed', 'considering', 'accepted')
        AND EXISTS (SELECT 1 FROM app_user u WHERE u.email = ${email} AND (m.user_id = u.id OR EXISTS (
          SELECT 1 FROM school_membership s WHERE s.user_id = u.id AND s.branch_id = r.branch_id)))
      ORDER BY r.id, p.sent_at DESC, p.id, m.user_id) one
    ORDER BY "sentAt" DESC, "requestId" LIMIT 3`
}
