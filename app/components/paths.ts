type Compared = { readonly request?: string | null; readonly offers?: readonly string[] }

/** Every address of the program, in one place. */
export const paths = {
  formStamp: () => '/api/form-stamp',
  home: () => '/',
  finder: (query: Readonly<Record<string, string>> = {}) => withQuery('/offers', query),
  offer: (slug: string) => `/offers/${slug}`,
  /** Of material that needs no company: GET shows, POST gives it. */
  download: (offerId: string) => `/downloads/${offerId}`,
  /** The content of a picture; another content has another address. */
  picture: (key: string) => `/pictures/${key}`,
  /** A file of an offer, as a download. */
  file: (id: string) => `/files/${id}`,
  /** For a colleague without an account. */
  previewOffer: (token: string) => withQuery('/preview/offer', { token }),
  organisation: (slug: string) => `/organisations/${slug}`,
  signIn: (to?: string) => withQuery('/sign-in', to ? { to } : {}),
  /** Back from a way in that did not work. */
  signInRefused: () => '/sign-in?refused',
  signUp: () => '/sign-up',
  signOut: () => '/sign-out',
  verifyEmail: () => '/verify-email',
  forgotPassword: () => '/forgot-password',
  resetPassword: () => '/reset-password',
  account: () => '/account',
  accountSecurity: () => '/account/security',
  accountSessions: () => '/account/sessions',
  accountPasskeys: () => '/account/passkeys',
  beginPasskey: () => '/account/passkeys/begin',
  accountEmail: () => '/account/email',
  changeEmail: (token: string) => withQuery('/change-email', { token }),
  undoEmail: (token: string) => withQuery('/undo-email', { token }),
  signInLink: (token?: string) => withQuery('/sign-in/link', token ? { token } : {}),
  signInWith: (service: string, to: string) => withQuery(`/sign-in/with/${service}`, to ? { to } : {}),
  joinService: (token?: string) => withQuery('/sign-in/join', token ? { token } : {}),
  signInPasskey: () => '/sign-in/passkey',
  beginSignInPasskey: () => '/sign-in/passkey/begin',
  /** Codes by an app: set up, renewed, turned off. */
  twoStep: (to?: string) => withQuery('/account/two-step', to ? { to } : {}),
  /** Shows once more who it is, and comes back. */
  proveAgain: (to?: string) => withQuery('/account/confirm', to ? { to } : {}),
  /** After the password. */
  secondStep: () => '/sign-in/second-step',
  accountData: () => '/account/data',
  accountDataZip: () => '/account/data.zip',
  accountErase: (isSure = false) => (isSure ? '/account/erase?sure' : '/account/erase'),
  accountSchool: () => '/account/school',
  accountSearches: () => '/account/searches',
  /** How mails come. */
  notificationSettings: () => '/account/notifications',
  notifications: (page = 1) => withQuery('/notifications', page > 1 ? { page: String(page) } : {}),
  /** Of server-sent events. */
  notificationStream: () => '/notifications/stream',
  /** Under a mail: GET shows, POST ends. */
  stopNotifications: (token: string) => withQuery('/notifications/stop', { token }),
  /** `query`: the finder's address behind `?`. */
  saveSearch: (query: string) => (query ? `/saved-searches/new?${query}` : '/saved-searches/new'),
  confirmSavedSearch: (token: string) => withQuery('/saved-searches/confirm', { token }),
  renewSavedSearches: (token: string) => withQuery('/saved-searches/renew', { token }),
  endSavedSearches: (token: string) => withQuery('/saved-searches/end', { token }),
  /** `of`: which one of several. */
  myOrganisation: (query: { readonly of?: string; readonly archived?: '1'; readonly page?: string } = {}) =>
    withQuery('/my/organisation', query),
  newOrganisation: () => '/my/organisation/new',
  editOrganisation: (of?: string) => withQuery('/my/organisation/edit', of ? { of } : {}),
  /** `of`: which one of several. */
  colleagues: (of?: string) => withQuery('/my/organisation/colleagues', of ? { of } : {}),
  /** `of`: which one of several; `branch`: the one to change. */
  branches: (query: { readonly of?: string; readonly branch?: string } = {}) =>
    withQuery('/my/organisation/branches', query),
  /** Who may load for it, and for whom it may. `of`: which one of several. */
  partners: (of?: string) => withQuery('/my/organisation/partners', of ? { of } : {}),
  /** Behind the link of an invitation. */
  joinOrganisation: (token: string) => withQuery('/join/organisation', { token }),
  /** An owner ends it, or takes that back. */
  stopOrganisation: (of?: string) => withQuery('/my/organisation/stop', of ? { of } : {}),
  newOffer: (of?: string) => withQuery('/my/organisation/offers/new', of ? { of } : {}),
  editOffer: (id: string) => `/my/organisation/offers/${id}/edit`,
  /** The first step of a new one. */
  beginOffer: (of?: string) => withQuery('/my/organisation/offers/begin', of ? { of } : {}),
  offerStep: (id: string, step: string) => `/my/organisation/offers/${id}/${step}`,
  offerMedia: (id: string) => `/my/organisation/offers/${id}/media`,
  /** What it said before. */
  offerVersions: (id: string) => `/my/organisation/offers/${id}/versions`,
  /** `of`: which one of several. */
  impact: (of?: string) => withQuery('/my/organisation/impact', of ? { of } : {}),
  impactPicture: (of: string) => withQuery('/my/organisation/impact.png', { of }),
  loads: (of?: string) => withQuery('/my/organisation/loads', of ? { of } : {}),
  load: (id: string, query: Readonly<Record<string, string>> = {}) =>
    withQuery(`/my/organisation/loads/${id}`, query),
  feeds: (of?: string) => withQuery('/my/organisation/feeds', of ? { of } : {}),
  loadColumns: () => '/my/organisation/loads/columns',
  loadTemplate: (kind: 'csv' | 'xlsx') => `/my/organisation/loads/template/${kind}`,
  /** What schools around ask that nobody has asked the company. */
  requestsNearby: (query: Readonly<Record<string, string>> = {}) =>
    withQuery('/my/organisation/requests-nearby', query),
  /** `month`: `2027-01`. */
  offerCalendar: (id: string, month?: string) =>
    withQuery(`/my/organisation/offers/${id}/calendar`, month ? { month } : {}),
  schools: () => '/schools',
  school: (id: string) => `/schools/${id}`,
  regions: () => '/regions',
  /** What needs the reader now. `of`: one of several schools or companies. */
  desk: (of: string | null = null) => withQuery('/desk', of ? { of } : {}),
  requests: () => '/requests',
  /** With the answers of an earlier one. */
  requestAgain: (id: string) => withQuery('/requests/new', { again: id }),
  newRequest: (offerId?: string) => withQuery('/requests/new', offerId ? { offer: offerId } : {}),
  /** Offers side by side. `request`: the one for which, where there is one. */
  compare: ({ request = null, offers = [] }: Compared = {}) =>
    `/compare${offers.length > 0 || request ? '?' : ''}${new URLSearchParams([
      ...(request ? [['request', request]] : []),
      ...offers.map((id) => ['offer', id]),
    ])}`,
  /** Goes on with what was kept. */
  requestDraft: (id: string) => withQuery('/requests/new', { draft: id }),
  /** With what a visitor filled in before he signed in. */
  keptRequest: () => withQuery('/requests/new', { kept: '1' }),
  /** By a coordinator, for a school that rang. */
  enterRequest: (branchId: string) => withQuery('/requests/new', { branch: branchId }),
  /** What the own classes had. */
  classHistory: () => '/requests/classes',
  request: (id: string) => `/requests/${id}`,
  editRequest: (id: string) => `/requests/${id}/edit`,
  withdrawRequest: (id: string) => `/requests/${id}/withdraw`,
  inbox: (query: Readonly<Record<string, string>> = {}) => withQuery('/inbox', query),
  proposal: (id: string, query: Readonly<Record<string, string>> = {}) => withQuery(`/inbox/${id}`, query),
  /** A place of the company that is kept for a school. */
  heldForSchool: (id: string) => `/inbox/held/${id}`,
  bookings: () => '/bookings',
  booking: (id: string) => `/bookings/${id}`,
  /** Where a side says how the day goes. */
  bookingPlan: (id: string) => `/bookings/${id}/plan`,
  /** For colleagues and parents, on paper. */
  bookingPrint: (id: string) => `/bookings/${id}/print`,
  /** The same, for parents without an account. */
  sharedBooking: (secret: string) => `/visit/${secret}`,
  projects: () => '/projects',
  project: (id: string) => `/projects/${id}`,
  inviteToProject: (id: string) => `/projects/${id}/invite`,
  /** One version of a file, as a download. */
  projectFile: (versionId: string) => `/projects/files/${versionId}`,
  answerProject: (token: string) => withQuery('/answer/project', { token }),
  answeredProject: (done: 'yes' | 'no') => withQuery('/answer/project', { done }),
  /** What one side thought of it afterwards. */
  evaluation: (bookingId: string) => `/bookings/${bookingId}/evaluation`,
  conversations: () => '/conversations',
  conversation: (id: string) => `/conversations/${id}`,
  /** Of two who have not spoken yet. */
  newConversation: (pair: { readonly requestId: string; readonly organisationId: string }) =>
    withQuery('/conversations/new', { request: pair.requestId, organisation: pair.organisationId }),
  /** A file of a message, as a download. */
  messageFile: (id: string) => `/conversations/files/${id}`,
  /** A question from the link of a mail. */
  askByLink: (token: string) => withQuery('/answer/question', { token }),
  askedByLink: () => withQuery('/answer/question', { done: '1' }),
  /** Where somebody makes the address below. */
  bookingsFeed: () => '/bookings/calendar',
  /** What a calendar program reads. */
  calendarFeed: (secret: string) => `/calendar/${secret}.ics`,
  bookingCalendar: (id: string) => `/bookings/${id}/calendar.ics`,
  /** Links in mails: GET shows, POST acts. */
  answerProposal: (token: string, answer?: string) =>
    withQuery('/answer/proposal', { token, ...(answer && { answer }) }),
  answeredProposal: (done: string) => withQuery('/answer/proposal', { done }),
  answerStillWanted: (token: string) => withQuery('/answer/still-wanted', { token }),
  answeredStillWanted: (done: 'yes' | 'no') => withQuery('/answer/still-wanted', { done }),
  /** To who rang: what was entered. */
  enteredRequest: (token: string) => withQuery('/entered/request', { token }),
  enteredRequestDone: () => withQuery('/entered/request', { done: 'withdrawn' }),
  silence: () => '/answer/silence',
  /** A company that was silent is there again. */
  answerSilence: (token: string) => withQuery('/answer/silence', { token }),
  backFromSilence: (online: number) => withQuery('/answer/silence', { online: String(online) }),
  /** Two questions about a lesson. */
  answerEvaluation: (token: string) => withQuery('/answer/evaluation', { token }),
  /** `again`: the request of the school that can follow. */
  evaluatedByLink: (again: string | null) =>
    withQuery('/answer/evaluation', { done: '1', ...(again && { again }) }),
  answerStillRight: (token: string) => withQuery('/answer/still-right', { token }),
  answeredStillRight: (online: number, incomplete: number) =>
    withQuery('/answer/still-right', { online: String(online), incomplete: String(incomplete) }),
  answerHold: (token: string) => withQuery('/answer/hold', { token }),
  answerHoldDone: (answer: 'yes' | 'no') => withQuery('/answer/hold', { done: answer }),
  hold: (id: string) => `/holds/${id}`,
  board: () => '/board',
  boardPhone: () => '/board/phone',
  waitingList: (query: Readonly<Record<string, string>> = {}) => withQuery('/board/waiting', query),
  boardRequest: (id: string) => `/board/requests/${id}`,
  rounds: () => '/board/rounds',
  round: (id: string) => `/board/rounds/${id}`,
  roundExport: (id: string) => `/board/rounds/${id}/export.csv`,
  organisationBoard: () => '/board/organisations',
  unmetSearches: () => '/board/searches',
  boardAudit: (query: Readonly<Record<string, string>> = {}) => withQuery('/board/audit', query),
  boardAuditCsv: (query: Readonly<Record<string, string>> = {}) => withQuery('/board/audit.csv', query),
  admin: () => '/admin',
  adminPeople: () => '/admin/people',
  adminPerson: (id: string) => `/admin/people/${id}`,
  adminCompanies: (query: Readonly<Record<string, string>> = {}) => withQuery('/admin/companies', query),
  adminCoordinators: () => '/admin/coordinators',
  adminVocabularies: () => '/admin/vocabularies',
  adminSwitches: () => '/admin/switches',
  /** The end of looking through somebody's eyes. */
  adminLooking: () => '/admin/looking',
  adminAudit: (query: Readonly<Record<string, string>> = {}) => withQuery('/admin/audit', query),
  adminAuditCsv: (query: Readonly<Record<string, string>> = {}) => withQuery('/admin/audit.csv', query),
  adminEngine: () => '/admin/engine',
  adminMail: () => '/admin/mail',
  adminSynonyms: () => '/admin/synonyms',
  adminReports: () => '/admin/reports',
  about: () => '/about',
  help: () => '/help',
  accessibility: () => '/accessibility',
  privacy: () => '/privacy',
  language: () => '/language',
  theme: () => '/theme',
  devComponents: () => '/dev/components',
  devMail: (id?: string) => (id ? `/dev/mail/${id}` : '/dev/mail'),
} as const

function withQuery(path: string, query: Readonly<Record<string, string>>): string {
  const search = new URLSearchParams(query).toString()
  return search === '' ? path : `${path}?${search}`
}
