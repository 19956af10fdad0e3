/** Every page of the program as a visitor meets it: what the sweep opens, in both languages and at phone width. */
import type { DemoAccount } from './journey'
import { journeyServer } from './journey-server'
import { withClient } from './templates'

export type SweptPage = {
  /** Name of the folder in app/routes. */
  readonly route: string
  /** `{offer}`, `{organisation}` and `{school}` stand for the first of the demo content. */
  readonly path: string
  readonly as?: DemoAccount
  /** 200 unless told. */
  readonly status?: number
  /** What people do most: `npm test` opens these on a phone in English too. The sweep does so with each. */
  readonly often?: true
}

export const PAGES: readonly SweptPage[] = [
  { route: '_index', path: '/', often: true },
  { route: 'offers._index', path: '/offers' },
  { route: 'offers._index', path: '/offers?q=robot&place=Almelo&radius=25', often: true },
  { route: 'offers._index', path: '/offers?q=onvindbaarwoord' },
  { route: 'offers.$slug', path: '/offers/{offer}', often: true },
  { route: 'offers.$slug', path: '/offers/bestaat-niet-00000000', status: 404 },
  { route: 'downloads.$id', path: '/downloads/{download}' },
  { route: 'organisations.$slug', path: '/organisations/{organisation}' },
  { route: 'schools._index', path: '/schools' },
  { route: 'schools._index', path: '/schools?q=almelo' },
  { route: 'schools.$id', path: '/schools/{school}' },
  { route: 'board._index', path: '/board', as: 'regio' },
  { route: 'board.phone', path: '/board/phone?q=almelo', as: 'regio' },
  { route: 'entered.request', path: '/entered/request?token=unknown', status: 410 },
  { route: 'entered.request', path: '/entered/request?done=withdrawn' },
  { route: 'board.waiting', path: '/board/waiting', as: 'regio', often: true },
  {
    route: 'board.requests.$id',
    path: '/board/requests/{regionRequest}',
    as: 'regio',
    often: true,
  },
  { route: 'admin._index', path: '/admin', as: 'beheer' },
  { route: 'admin.people._index', path: '/admin/people', as: 'beheer' },
  { route: 'admin.people.$id', path: '/admin/people/{teacher}', as: 'beheer' },
  { route: 'admin.companies', path: '/admin/companies', as: 'beheer' },
  { route: 'admin.coordinators', path: '/admin/coordinators', as: 'beheer' },
  { route: 'admin.switches', path: '/admin/switches', as: 'beheer' },
  { route: 'admin.vocabularies', path: '/admin/vocabularies', as: 'beheer' },
  { route: 'admin.audit', path: '/admin/audit', as: 'beheer' },
  { route: 'board.audit', path: '/board/audit', as: 'regio' },
  { route: 'admin.synonyms', path: '/admin/synonyms', as: 'beheer' },
  { route: 'board.searches', path: '/board/searches', as: 'regio' },
  { route: 'admin.engine', path: '/admin/engine', as: 'beheer' },
  { route: 'board.rounds._index', path: '/board/rounds', as: 'regio' },
  { route: 'board.rounds.$id', path: '/board/rounds/{round}', as: 'regio', often: true },
  { route: 'holds.$id', path: '/holds/{hold}', as: 'school', often: true },
  { route: 'answer.still-wanted', path: '/answer/still-wanted?token=unknown', status: 410 },
  { route: 'answer.still-wanted', path: '/answer/still-wanted?done=yes' },
  { route: 'answer.silence', path: '/answer/silence?token=unknown', status: 410 },
  { route: 'answer.silence', path: '/answer/silence?online=2' },
  { route: 'answer.evaluation', path: '/answer/evaluation?token=unknown', status: 410 },
  { route: 'answer.evaluation', path: '/answer/evaluation?done=1' },
  { route: 'answer.still-right', path: '/answer/still-right?token=unknown', status: 410 },
  { route: 'answer.still-right', path: '/answer/still-right?online=2&incomplete=1' },
  { route: 'answer.hold', path: '/answer/hold?token=unknown', status: 410 },
  { route: 'answer.hold', path: '/answer/hold?done=yes' },
  { route: 'regions', path: '/regions' },
  { route: '$', path: '/bestaat-niet', status: 404 },
  { route: 'about', path: '/about' },
  { route: 'accessibility', path: '/accessibility' },
  { route: 'privacy', path: '/privacy' },
  { route: 'help', path: '/help' },
  { route: 'sign-in', path: '/sign-in' },
  { route: 'sign-up', path: '/sign-up', often: true },
  { route: 'forgot-password', path: '/forgot-password' },
  { route: 'reset-password', path: '/reset-password?token=unknown', status: 410 },
  { route: 'verify-email', path: '/verify-email?token=unknown', status: 410 },
  { route: 'dev.mail._index', path: '/dev/mail' },
  { route: 'account', path: '/account', as: 'school' },
  { route: 'compare', path: '/compare' },
  { route: 'compare', path: '/compare?offer={ownOffer}&offer={download}', often: true },
  { route: 'desk', path: '/desk', as: 'school', often: true },
  { route: 'desk', path: '/desk', as: 'bedrijf' },
  { route: 'account_.security', path: '/account/security', as: 'school', often: true },
  { route: 'account_.sessions', path: '/account/sessions', as: 'school' },
  { route: 'account_.passkeys', path: '/account/passkeys', as: 'school' },
  { route: 'account_.email', path: '/account/email', as: 'school' },
  { route: 'change-email', path: '/change-email?token=unknown', status: 410 },
  { route: 'undo-email', path: '/undo-email?token=unknown', status: 410 },
  { route: 'sign-in_.join', path: '/sign-in/join' },
  { route: 'sign-in_.link', path: '/sign-in/link' },
  { route: 'account_.two-step', path: '/account/two-step', as: 'school' },
  { route: 'account_.confirm', path: '/account/confirm', as: 'school' },
  { route: 'sign-in_.second-step', path: '/sign-in/second-step' },
  { route: 'account_.data', path: '/account/data', as: 'school' },
  { route: 'account_.erase', path: '/account/erase', as: 'school' },
  { route: 'account_.erase', path: '/account/erase?sure', as: 'school' },
  { route: 'requests._index', path: '/requests', as: 'school' },
  { route: 'requests.new', path: '/requests/new', as: 'school', often: true },
  { route: 'requests.new', path: '/requests/new', as: 'bedrijf' },
  { route: 'requests.new', path: '/requests/new?q=almelo' },
  {
    route: 'requests.new',
    path: '/requests/new?branch={school}&kind=excursion&topic=robotica&step=who',
    often: true,
  },
  { route: 'requests.classes', path: '/requests/classes', as: 'school', often: true },
  { route: 'requests.$id', path: '/requests/{openRequest}', as: 'school', often: true },
  { route: 'requests.$id', path: '/requests/{waitingRequest}', as: 'school' },
  { route: 'requests.$id_.edit', path: '/requests/{openRequest}/edit', as: 'school' },
  { route: 'requests.$id_.withdraw', path: '/requests/{openRequest}/withdraw', as: 'school' },
  { route: 'account_.school', path: '/account/school', as: 'school' },
  { route: 'account_.searches', path: '/account/searches', as: 'school' },
  { route: 'notifications._index', path: '/notifications', as: 'school', often: true },
  { route: 'account_.notifications', path: '/account/notifications', as: 'bedrijf', often: true },
  { route: 'notifications.stop', path: '/notifications/stop?token=unknown', status: 410 },
  { route: 'admin.mail', path: '/admin/mail', as: 'beheer' },
  { route: 'saved-searches.new', path: '/saved-searches/new?q=robot&place=Almelo&radius=25', often: true },
  { route: 'saved-searches.new', path: '/saved-searches/new?sent' },
  { route: 'saved-searches.confirm', path: '/saved-searches/confirm?token=unknown', status: 410 },
  { route: 'saved-searches.confirm', path: '/saved-searches/confirm?done' },
  { route: 'saved-searches.renew', path: '/saved-searches/renew?done' },
  { route: 'saved-searches.end', path: '/saved-searches/end?token=unknown', status: 410 },
  { route: 'inbox._index', path: '/inbox', as: 'bedrijf' },
  { route: 'inbox.$id', path: '/inbox/{proposal}', as: 'bedrijf' },
  { route: 'inbox.$id', path: '/inbox/{proposal}?answer=yes', as: 'bedrijf', often: true },
  {
    route: 'inbox.held.$id',
    path: '/inbox/held/00000000-0000-4000-8000-000000000000',
    as: 'bedrijf',
    status: 404,
  },
  { route: 'answer.proposal', path: '/answer/proposal?token=unknown', status: 410 },
  { route: 'bookings._index', path: '/bookings', as: 'school' },
  { route: 'bookings._index', path: '/bookings?view=past', as: 'bedrijf' },
  { route: 'bookings.$id', path: '/bookings/{booking}', as: 'school', often: true },
  { route: 'bookings.calendar', path: '/bookings/calendar', as: 'school' },
  { route: 'bookings.$id_.plan', path: '/bookings/{booking}/plan', as: 'school', often: true },
  { route: 'bookings.$id_.print', path: '/bookings/{booking}/print', as: 'school' },
  { route: 'visit.$token', path: '/visit/unknown', status: 404 },
  { route: 'conversations._index', path: '/conversations', as: 'school', often: true },
  { route: 'conversations._index', path: '/conversations', as: 'bedrijf' },
  { route: 'conversations.$id', path: '/conversations/{conversation}', as: 'school', often: true },
  { route: 'conversations.new', path: '/conversations/new?{newConversation}', as: 'bedrijf' },
  { route: 'admin.reports', path: '/admin/reports', as: 'beheer' },
  { route: 'answer.question', path: '/answer/question?token=unknown', status: 410 },
  { route: 'answer.question', path: '/answer/question?done=1' },
  { route: 'bookings.$id_.evaluation', path: '/bookings/{doneBooking}/evaluation', as: 'school' },
  { route: 'projects._index', path: '/projects', as: 'school' },
  { route: 'projects.$id', path: '/projects/{project}', as: 'school', often: true },
  { route: 'projects.$id', path: '/projects/{project}?do=meeting', as: 'school' },
  { route: 'projects.$id_.invite', path: '/projects/{project}/invite?q=almelo', as: 'school' },
  { route: 'answer.project', path: '/answer/project?token=unknown', status: 410 },
  { route: 'answer.project', path: '/answer/project?done=yes' },
  { route: 'my.organisation', path: '/my/organisation' },
  { route: 'my.organisation', path: '/my/organisation', as: 'bedrijf', often: true },
  { route: 'my.organisation_.colleagues', path: '/my/organisation/colleagues', as: 'bedrijf', often: true },
  { route: 'my.organisation_.partners', path: '/my/organisation/partners', as: 'bedrijf' },
  { route: 'my.organisation_.stop', path: '/my/organisation/stop', as: 'bedrijf' },
  { route: 'my.organisation_.branches', path: '/my/organisation/branches', as: 'bedrijf' },
  { route: 'join.organisation', path: '/join/organisation?token=unknown', status: 410 },
  { route: 'my.organisation_.new', path: '/my/organisation/new', as: 'school' },
  { route: 'my.organisation_.edit', path: '/my/organisation/edit', as: 'bedrijf' },
  { route: 'my.organisation_.offers.new', path: '/my/organisation/offers/new', as: 'bedrijf', often: true },
  {
    route: 'my.organisation_.offers.$id.edit',
    path: '/my/organisation/offers/{ownOffer}/edit',
    as: 'bedrijf',
  },
  {
    route: 'my.organisation_.offers.$id.media',
    path: '/my/organisation/offers/{ownOffer}/media',
    as: 'bedrijf',
  },
  { route: 'my.organisation_.loads._index', path: '/my/organisation/loads', as: 'bedrijf', often: true },
  { route: 'my.organisation_.feeds', path: '/my/organisation/feeds', as: 'bedrijf' },
  { route: 'my.organisation_.loads.columns', path: '/my/organisation/loads/columns', as: 'bedrijf' },
  {
    route: 'my.organisation_.offers.$id.calendar',
    path: '/my/organisation/offers/{ownOffer}/calendar',
    as: 'bedrijf',
    often: true,
  },
  {
    route: 'my.organisation_.requests-nearby',
    path: '/my/organisation/requests-nearby',
    as: 'bedrijf',
    often: true,
  },
  {
    route: 'my.organisation_.requests-nearby',
    path: '/my/organisation/requests-nearby?km=5&sort=nearest',
    as: 'bedrijf',
  },
  { route: 'my.organisation_.requests-nearby', path: '/my/organisation/requests-nearby', as: 'school' },
  { route: 'my.organisation_.impact', path: '/my/organisation/impact', as: 'bedrijf', often: true },
  { route: 'my.organisation_.impact', path: '/my/organisation/impact', as: 'school' },
  { route: 'preview.offer', path: '/preview/offer?token=unknown', status: 410 },
  { route: 'my.organisation_.offers.begin', path: '/my/organisation/offers/begin', as: 'bedrijf' },
  {
    route: 'my.organisation_.offers.$id.$step',
    path: '/my/organisation/offers/{ownOffer}/who',
    as: 'bedrijf',
    often: true,
  },
  {
    route: 'my.organisation_.offers.$id.$step',
    path: '/my/organisation/offers/{ownOffer}/practical',
    as: 'bedrijf',
  },
  {
    route: 'my.organisation_.offers.$id.publish',
    path: '/my/organisation/offers/{ownOffer}/publish',
    as: 'bedrijf',
  },
  {
    route: 'my.organisation_.offers.$id.versions',
    path: '/my/organisation/offers/{ownOffer}/versions',
    as: 'bedrijf',
  },
  { route: 'board.organisations', path: '/board/organisations', as: 'regio' },
]

/** Behind a row `c` that has a group: only those of the demo school. */
const OF_DEMO_SCHOOL = `JOIN request_group g ON g.id = c.group_id JOIN support_request r ON r.id = g.request_id
    JOIN school_membership m USING (branch_id) JOIN app_user u ON u.id = m.user_id
    WHERE u.email = 'school@schakel.example'`

const requestOf = (
  states: string,
) => `SELECT r.id AS it FROM support_request r JOIN school_membership m USING (branch_id)
    JOIN app_user u ON u.id = m.user_id
    WHERE u.email = 'school@schakel.example' AND r.state IN (${states}) ORDER BY r.id LIMIT 1`

/** What stands for the words in braces: the first by name, so that runs repeat. */
const FIRST: Readonly<Record<string, string>> = {
  teacher: `SELECT id AS it FROM app_user WHERE email = 'school@schakel.example'`,
  offer: `SELECT slug || '-' || left(id::text, 8) AS it FROM offer WHERE state = 'published' ORDER BY slug LIMIT 1`,
  download: `SELECT id AS it FROM offer WHERE state = 'published' AND location = 'download' ORDER BY slug LIMIT 1`,
  ownOffer: `SELECT o.id AS it FROM offer o JOIN organisation_membership s USING (organisation_id) JOIN app_user u ON u.id = s.user_id
    WHERE u.email = 'bedrijf@schakel.example' AND o.state <> 'archived' ORDER BY o.id LIMIT 1`,
  openRequest: requestOf("'open', 'proposed'"),
  waitingRequest: requestOf("'waiting'"),
  regionRequest: `SELECT r.id AS it FROM support_request r JOIN school_branch b ON b.id = r.branch_id
    JOIN region_municipality m USING (municipality_code) JOIN coordinator_region c ON c.region_id = m.region_id
    JOIN app_user u ON u.id = c.user_id
    WHERE u.email = 'regio@schakel.example' AND r.state = 'waiting' ORDER BY r.id LIMIT 1`,
  proposal: `SELECT p.id AS it FROM proposal p JOIN offer o ON o.id = p.offer_id
    JOIN organisation_membership s ON s.organisation_id = o.organisation_id JOIN app_user u ON u.id = s.user_id
    WHERE u.email = 'bedrijf@schakel.example' AND p.state IN ('sent', 'viewed', 'considering') ORDER BY p.id LIMIT 1`,
  conversation: `SELECT c.id AS it FROM conversation c JOIN school_membership m USING (branch_id)
    JOIN app_user u ON u.id = m.user_id WHERE u.email = 'school@schakel.example' ORDER BY c.created_at, c.id LIMIT 1`,
  newConversation: `SELECT 'request=' || p.request_id || '&organisation=' || o.organisation_id AS it
    FROM proposal p JOIN offer o ON o.id = p.offer_id JOIN organisation_membership s USING (organisation_id)
    JOIN app_user u ON u.id = s.user_id WHERE u.email = 'bedrijf@schakel.example' AND NOT EXISTS (
      SELECT 1 FROM conversation c WHERE c.request_id = p.request_id AND c.organisation_id = o.organisation_id)
    ORDER BY p.id LIMIT 1`,
  booking: `SELECT b.id AS it FROM booking b JOIN place_claim c ON c.id = b.claim_id ${OF_DEMO_SCHOOL}
    AND b.state = 'confirmed' ORDER BY b.id LIMIT 1`,
  project: `SELECT p.project_id AS it FROM project_member p JOIN project j ON j.id = p.project_id
    JOIN school_membership m ON m.branch_id = p.branch_id JOIN app_user u ON u.id = m.user_id
    WHERE u.email = 'school@schakel.example' AND p.state = 'joined' ORDER BY j.state <> 'running', j.id LIMIT 1`,
  doneBooking: `SELECT b.id AS it FROM booking b JOIN place_claim c ON c.id = b.claim_id ${OF_DEMO_SCHOOL}
    AND b.state IN ('done', 'confirmed') ORDER BY b.state <> 'done', b.date DESC NULLS LAST, b.id LIMIT 1`,
  hold: `SELECT c.id AS it FROM hold c ${OF_DEMO_SCHOOL} AND c.state = 'offered' ORDER BY c.id LIMIT 1`,
  round: `SELECT r.id AS it FROM clearing_round r JOIN app_user u ON u.id = r.created_by_id
    ORDER BY u.email <> 'regio@schakel.example', r.id LIMIT 1`,
  organisation: 'SELECT slug AS it FROM organisation ORDER BY slug LIMIT 1',
  school: 'SELECT id AS it FROM school_branch WHERE closed_on IS NULL ORDER BY id LIMIT 1',
}

/** @returns the path of the page in the database of the journeys. */
export async function pathOf({ path }: SweptPage): Promise<string> {
  const word = /\{(\w+)\}/.exec(path)?.[1]
  if (word === undefined) return path
  const sql = FIRST[word]
  if (sql === undefined) throw new Error(`nothing stands for {${word}}`)
  const { rows } = await withClient(journeyServer().databaseUrl, (client) =>
    client.query<{ it: string }>(sql),
  )
  if (!rows[0]) throw new Error(`the demo has no ${word}`)
  return path.replace(`{${word}}`, rows[0].it)
}
