/** For every route that changes something: a stranger's attempt, which answers 404, or the reason why there is none. */
import type { FormFields } from '../setup/browser'

/** What belongs to somebody else. */
export type Foreign = {
  readonly organisationId: string
  readonly organisationSlug: string
  readonly offerId: string
  readonly offerSlug: string
  /** Material that is not before schools yet. */
  readonly draftMaterialId: string
  readonly branchId: string
  readonly requestId: string
  readonly draftId: string
  readonly holdId: string
  readonly roundId: string
  readonly proposalId: string
  readonly conversationId: string
  /** Owns that organisation. */
  readonly ownerId: string
  readonly notificationId: string
  /** Works at that branch. */
  readonly teacherId: string
  readonly bookingId: string
  readonly projectId: string
  readonly savedSearchId: string
  readonly loadId: string
  readonly feedId: string
  /** Of that teacher. */
  readonly sessionId: string
  readonly passkeyId: string
  readonly identityId: string
}

type Attempt = {
  readonly path: (foreign: Foreign) => string
  readonly fields: FormFields | ((foreign: Foreign) => FormFields)
}
type Exemption = { readonly because: string }

const KEY = '7b0f4a56-3a52-4b6f-9d10-0d0f6f3c9a11'
/** A draft that could be saved, and an organisation that could be: nothing but its owner is wrong. */
const OFFER = { intent: 'save', kind: 'guest-lesson', title: 'Van een ander', location: 'online' }
const ORGANISATION = { version: '1', name: 'Van een ander', about: 'Overgenomen.', postcode: '7607' }

export const NOT_YOURS: Readonly<Record<string, Attempt | Exemption>> = {
  'sign-in': { because: 'who signs in shows by the password whose account it is' },
  'sign-up': { because: 'makes an account of its own' },
  'sign-out': { because: 'ends the session of this browser' },
  'verify-email': { because: 'the link of the mail shows whose it is' },
  'forgot-password': { because: 'only the owner of the address gets the mail' },
  'reset-password': { because: 'the link of the mail shows whose it is' },
  'account_.school': {
    path: () => '/account/school',
    fields: ({ branchId, teacherId }) => ({ intent: 'remove', branchId, userId: teacherId }),
  },
  'account_.searches': {
    path: () => '/account/searches',
    fields: ({ savedSearchId }) => ({ search: savedSearchId }),
  },
  'notifications._index': {
    path: () => '/notifications',
    fields: ({ notificationId }) => ({ intent: 'read', id: notificationId }),
  },
  'notifications.stop': { because: 'the link of the mail shows whose they are' },
  'account_.notifications': { because: 'always the own account: no form of it names one' },
  'saved-searches.new': { because: 'only the owner of the address gets the mail' },
  'saved-searches.confirm': { because: 'the link of the mail shows whose it is' },
  'saved-searches.renew': { because: 'the link of the mail shows whose they are' },
  'saved-searches.end': { because: 'the link of the mail shows whose they are' },
  'admin.people._index': { path: () => '/admin/people?index', fields: { who: 'docent' } },
  'admin.people.$id': {
    path: ({ teacherId }) => `/admin/people/${teacherId}`,
    fields: { intent: 'block', reason: 'Van een ander' },
  },
  'admin.coordinators': {
    path: () => '/admin/coordinators',
    fields: { intent: 'appoint', region: 'AM09', email: 'x@schakel.example' },
  },
  'admin.switches': { path: () => '/admin/switches', fields: { key: 'sign-up', to: 'off' } },
  'admin.looking': { because: 'ends only what this browser looks at' },
  'admin.engine': { path: () => '/admin/engine', fields: { job: '1', intent: 'give-up' } },
  'account_.erase': { because: 'always the own account: the form names no other' },
  account: { because: 'always the own account: no form of it names one' },
  'account_.security': {
    path: () => '/account/security',
    fields: ({ identityId }) => ({ intent: 'leave', identity: identityId }),
  },
  'account_.sessions': {
    path: () => '/account/sessions',
    fields: ({ sessionId }) => ({ intent: 'end', session: sessionId }),
  },
  'account_.passkeys': {
    path: () => '/account/passkeys',
    fields: ({ passkeyId }) => ({ intent: 'remove', passkey: passkeyId }),
  },
  'account_.passkeys_.begin': { because: 'always for the own account: nothing of it is posted' },
  'account_.email': { because: 'always the own account: no form of it names one' },
  'change-email': { because: 'the link of the mail shows whose it is' },
  'undo-email': { because: 'the link of the mail shows whose it is' },
  'sign-in_.join': { because: 'only the owner of the address gets the mail' },
  'sign-in_.link': { because: 'only the owner of the address gets the mail' },
  'sign-in_.passkey': { because: 'what the device signed shows whose it is' },
  'sign-in_.passkey_.begin': { because: 'asks for nobody' },
  'account_.two-step': { because: 'always the own account: no form of it names one' },
  'account_.confirm': { because: 'always the own session: no form of it names one' },
  'sign-in_.second-step': { because: 'the cookie of the first step shows whose it is' },
  'inbox.$id': {
    path: ({ proposalId }) => `/inbox/${proposalId}?answer=yes`,
    fields: { intent: 'yes', 'groups[0].date': '2027-01-21' },
  },
  'answer.proposal': { because: 'the link of the mail shows for whom it answers' },
  'conversations.$id': {
    path: ({ conversationId }) => `/conversations/${conversationId}`,
    fields: { intent: 'write', key: KEY, text: 'Van een ander' },
  },
  'conversations.new': {
    path: ({ requestId, organisationId }) =>
      `/conversations/new?request=${requestId}&organisation=${organisationId}`,
    fields: { intent: 'write', key: KEY, text: 'Van een ander' },
  },
  'admin.reports': { path: () => '/admin/reports', fields: { report: KEY, note: 'Van een ander' } },
  'answer.question': { because: 'the link of the mail shows for whom it asks' },
  'mail.incoming': { because: 'who hands over a mail knows the secret; the address shows whose it is' },
  'bookings.calendar': { because: 'makes and ends the address of who presses, and of nobody else' },
  'bookings.$id_.plan': {
    path: ({ bookingId }) => `/bookings/${bookingId}/plan`,
    fields: { version: '0', cost: 'De ander betaalt.' },
  },
  'bookings.$id_.print': {
    path: ({ bookingId }) => `/bookings/${bookingId}/print`,
    fields: { intent: 'make' },
  },
  'bookings.$id_.evaluation': {
    path: ({ bookingId }) => `/bookings/${bookingId}/evaluation`,
    fields: { rating: '1', again: 'no' },
  },
  'projects._index': {
    path: () => '/projects?index',
    fields: ({ bookingId }) => ({ booking: bookingId }),
  },
  'projects.$id': {
    path: ({ projectId }) => `/projects/${projectId}`,
    fields: { intent: 'stop', reason: 'other' },
  },
  'projects.$id_.invite': {
    path: ({ projectId }) => `/projects/${projectId}/invite`,
    fields: ({ branchId }) => ({ branch: branchId }),
  },
  'answer.project': { because: 'the link of the mail shows for whom it answers' },
  'bookings.$id': {
    path: ({ bookingId }) => `/bookings/${bookingId}`,
    fields: { intent: 'cancel', reason: 'illness' },
  },
  'board.organisations': {
    path: () => '/board/organisations',
    fields: ({ organisationId }) => ({ intent: 'verify', organisation: organisationId, seen: 'pending' }),
  },
  'my.organisation': {
    path: () => '/my/organisation',
    fields: ({ offerId }) => ({ intent: 'archive', offer: offerId }),
  },
  'my.organisation_.edit': {
    path: ({ organisationId }) => `/my/organisation/edit?of=${organisationId}`,
    fields: ORGANISATION,
  },
  'my.organisation_.colleagues': {
    path: () => '/my/organisation/colleagues',
    fields: ({ organisationId, ownerId }) => ({
      intent: 'remove',
      organisation: organisationId,
      colleague: ownerId,
    }),
  },
  'my.organisation_.partners': {
    path: () => '/my/organisation/partners',
    fields: ({ organisationId }) => ({ intent: 'grant', organisation: organisationId, partner: 'Metaal' }),
  },
  'my.organisation_.branches': {
    path: () => '/my/organisation/branches',
    fields: ({ organisationId }) => ({
      intent: 'add',
      organisation: organisationId,
      name: 'Van een ander',
      postcode: '7607',
    }),
  },
  'join.organisation': { because: 'the link of the mail shows who is invited to what' },
  'my.organisation_.new': {
    because: 'everybody with a verified address may register an organisation of their own',
  },
  'my.organisation_.offers.$id.edit': {
    path: ({ offerId }) => `/my/organisation/offers/${offerId}/edit`,
    fields: { ...OFFER, version: '1' },
  },
  'my.organisation_.offers.$id.$step': {
    path: ({ offerId }) => `/my/organisation/offers/${offerId}/what`,
    fields: { version: '1', kind: 'guest-lesson', title: 'Van een ander' },
  },
  'my.organisation_.offers.$id.publish': {
    path: ({ offerId }) => `/my/organisation/offers/${offerId}/publish`,
    fields: { intent: 'publish' },
  },
  'my.organisation_.offers.$id.versions': {
    path: ({ offerId }) => `/my/organisation/offers/${offerId}/versions`,
    fields: { kept: '1', version: '1' },
  },
  'my.organisation_.offers.begin': {
    path: () => '/my/organisation/offers/begin',
    fields: ({ organisationId }) => ({ ...OFFER, organisation: organisationId, submissionKey: KEY }),
  },
  'my.organisation_.offers.$id.media': {
    path: ({ offerId }) => `/my/organisation/offers/${offerId}/media`,
    fields: { intent: 'remove-file', file: KEY },
  },
  'my.organisation_.offers.$id.calendar': {
    path: ({ offerId }) => `/my/organisation/offers/${offerId}/calendar`,
    fields: { intent: 'limits', perYear: '3' },
  },
  'my.organisation_.offers.new': {
    path: () => '/my/organisation/offers/new',
    fields: ({ organisationId }) => ({ ...OFFER, organisation: organisationId, submissionKey: KEY }),
  },
  'my.organisation_.loads._index': {
    path: () => '/my/organisation/loads?index',
    fields: ({ organisationId }) => ({ organisation: organisationId }),
  },
  'my.organisation_.loads.$id': {
    path: ({ loadId }) => `/my/organisation/loads/${loadId}`,
    fields: { intent: 'cancel' },
  },
  'my.organisation_.stop': {
    path: () => '/my/organisation/stop',
    fields: ({ organisationId }) => ({
      intent: 'stop',
      organisation: organisationId,
      bookings: 'cancel',
      sure: 'on',
    }),
  },
  'my.organisation_.requests-nearby': {
    path: () => '/my/organisation/requests-nearby',
    fields: ({ offerId, requestId }) => ({ intent: 'offer', offer: offerId, request: requestId }),
  },
  'my.organisation_.feeds': {
    path: () => '/my/organisation/feeds',
    fields: ({ feedId }) => ({ intent: 'remove', feed: feedId }),
  },
  'downloads.$id': { path: ({ draftMaterialId }) => `/downloads/${draftMaterialId}`, fields: {} },
  language: { because: 'a choice of this browser, kept in its own cookie' },
  'requests._index': { path: () => '/requests?index', fields: ({ draftId }) => ({ draft: draftId }) },
  'requests.new': { path: () => '/requests/new', fields: { branch: '000000', title: 'x' } },
  'requests.$id': { path: ({ requestId }) => `/requests/${requestId}`, fields: { intent: 'wait' } },
  'requests.$id_.edit': { path: ({ requestId }) => `/requests/${requestId}/edit`, fields: { title: 'x' } },
  'requests.$id_.withdraw': { path: ({ requestId }) => `/requests/${requestId}/withdraw`, fields: {} },
  'holds.$id': {
    path: ({ holdId }) => `/holds/${holdId}`,
    fields: { answer: 'yes' },
  },
  'answer.silence': {
    path: () => '/answer/silence',
    fields: ({ organisationId }) => ({ organisation: organisationId }),
  },
  'answer.evaluation': { because: 'the link of the mail shows whose it is; another account is refused' },
  'answer.still-right': { because: 'the link of the mail shows for which company it answers' },
  'inbox.held.$id': {
    path: ({ holdId }) => `/inbox/held/${holdId}`,
    fields: { reason: 'no-time' },
  },
  'answer.still-wanted': { because: 'the link of the mail shows for which request it answers' },
  'entered.request': { because: 'the link of the mail shows for which request it answers' },
  'answer.hold': { because: 'who has the link of the mail answers; without it there is nothing to answer' },
  'admin.synonyms': {
    path: () => '/admin/synonyms',
    fields: { intent: 'accept', term: 'een ander', means: 'robot' },
  },
  'board.requests.$id': {
    path: ({ requestId }) => `/board/requests/${requestId}`,
    fields: { intent: 'done' },
  },
  'board.rounds._index': { path: () => '/board/rounds?index', fields: { regionIds: 'AM09' } },
  'board.rounds.$id': { path: ({ roundId }) => `/board/rounds/${roundId}`, fields: { intent: 'publish' } },
  theme: { because: 'a choice of this browser, kept in its own cookie' },
}

export function isAttempt(line: Attempt | Exemption): line is Attempt {
  return 'path' in line
}

export function fieldsOf({ fields }: Attempt, foreign: Foreign): FormFields {
  return typeof fields === 'function' ? fields(foreign) : fields
}
