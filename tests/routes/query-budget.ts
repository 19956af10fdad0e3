/**
 * The most statements that one answer of a route may cost, whoever asks and whatever is in the database. A page that
 * needs more with more rows has a loop where a join belongs. Reading the session costs one of them.
 */
export const QUERY_BUDGET: Readonly<Record<string, number>> = {
  // The page of an unknown address; the session and the reader are all that a page without data costs.
  $: 2,
  _index: 8,
  about: 2,
  accessibility: 2,
  'dev.components': 2,
  health: 0,
  // The queue; nobody is signed in.
  metrics: 1,
  help: 2,
  language: 2,
  'offers.$slug': 12,
  // Whether it counts, the transaction that counts it, and the page that is drawn again; one or two more when twenty
  // come at once.
  'downloads.$id': 20,
  'organisations.$slug': 4,
  privacy: 2,
  theme: 2,
  ready: 4,
  // A form posts and its page is drawn again: both are counted.
  account: 24,
  'account_.security': 24,
  'account_.sessions': 16,
  'account_.passkeys': 18,
  'account_.passkeys_.begin': 12,
  'account_.email': 18,
  'change-email': 24,
  'undo-email': 28,
  'sign-in_.link': 36,
  'sign-in_.join': 36,
  'sign-in_.with.$provider': 4,
  // Who it is, the account, the school, the session.
  'sign-in_.with.$provider_.back': 40,
  'sign-in_.passkey': 34,
  'sign-in_.passkey_.begin': 4,
  'account_.two-step': 30,
  'account_.confirm': 20,
  // The code, the session and what came before: nobody is signed in yet.
  'sign-in_.second-step': 34,
  'sign-in': 32,
  'sign-up': 20,
  'sign-out': 3,
  'verify-email': 16,
  'forgot-password': 12,
  'reset-password': 36,
  'dev.mail._index': 2,
  'dev.mail.$id': 2,
  'answer.hold': 24,
  'answer.still-wanted': 30,
  // A link is used, and each offer answered by itself; a company has a few.
  'answer.still-right': 80,
  // The link is looked at, its page read, the pupils counted, the answers kept and the link used.
  'answer.evaluation': 44,
  // A link is used, and each hidden offer comes back by itself.
  'answer.silence': 80,
  // The words of offers are read in one statement while none changed, in three when some did.
  'board._index': 19,
  'board.phone': 8,
  // The link is used, the account made, the school joined and the session begun.
  'entered.request': 40,
  'admin._index': 2,
  'admin.people._index': 7,
  // A form posts, and its page is drawn again.
  'admin.people.$id': 14,
  'admin.companies': 3,
  'admin.coordinators': 14,
  'admin.switches': 12,
  'admin.vocabularies': 3,
  'admin.looking': 10,
  // The log; as a table, that it was taken is written down too.
  'admin.audit': 3,
  'admin.audit[.]csv': 6,
  'board.audit': 3,
  'board.audit[.]csv': 6,
  'admin.synonyms': 14,
  'board.requests.$id': 30,
  'board.rounds.$id': 30,
  // That it was taken is written down.
  'board.rounds.$id_.export[.]csv': 8,
  'board.rounds._index': 17,
  'board.searches': 6,
  // Session and reader, the offers, the queue, what keeps failing, and what PostgreSQL knows as the engine.
  'admin.engine': 7,
  'board.waiting': 16,
  'holds.$id': 20,
  // Session and reader, which schools and companies, two kinds of needs, the agenda, the figures, the requests.
  desk: 8,
  // Session and reader, the request, and the offers with what is free, the topics, the school.
  compare: 9,
  // A draft is thrown away, and the page is drawn again.
  'requests._index': 14,
  // A coordinator's post for a school that rang looks up whose region it is first.
  'requests.new': 30,
  'requests.classes': 4,
  'requests.$id': 30,
  'requests.$id_.edit': 24,
  'requests.$id_.withdraw': 24,
  'account_.data': 2,
  // All that is about one person is one statement; that it was taken is written down.
  'account_.data[.]zip': 6,
  // Each school and company is left as by anybody who goes.
  'account_.erase': 40,
  'account_.school': 20,
  'account_.searches': 14,
  // A form posts, and its page is drawn again.
  'account_.notifications': 18,
  'notifications._index': 14,
  // Session and reader, the session once more for its row; what it tells is read while it is open.
  'notifications.stream': 6,
  'notifications.stop': 18,
  'admin.mail': 4,
  'saved-searches.new': 20,
  'saved-searches.confirm': 14,
  'saved-searches.renew': 14,
  'saved-searches.end': 14,
  'api.form-stamp': 0,
  'api.places': 5,
  'answer.proposal': 22,
  'inbox.held.$id': 22,
  'inbox._index': 21,
  'inbox.$id': 26,
  'offers._index': 12,
  'offers.map-points': 8,
  'offers[.]csv': 10,
  'conversations._index': 4,
  // A message is posted, looked at before and under the lock, its files kept, and the page is drawn again.
  'conversations.$id': 28,
  'conversations.new': 30,
  // Session and reader, and the file with whose it is in a transaction.
  'conversations.files.$id': 9,
  'admin.reports': 12,
  'answer.question': 32,
  // Nobody is signed in: whose address it is, the limit, and the message under the lock.
  'mail.incoming': 40,
  'bookings._index': 4,
  'bookings.$id': 20,
  // Session and reader, the projects; the booking that one begins of is read and locked.
  'projects._index': 14,
  // A form posts, the project is locked and changed, and the page is drawn again.
  'projects.$id': 26,
  'projects.$id_.invite': 16,
  'projects.files.$id': 4,
  // The link is used, the project locked and changed.
  'answer.project': 16,
  // A form posts, and its page is drawn again.
  'bookings.$id_.evaluation': 18,
  'bookings.$id_.plan': 20,
  'bookings.$id_.print': 14,
  // The limit, whose it is, and the booking: nobody is signed in.
  'visit.$token': 5,
  'bookings.$id_.calendar[.]ics': 3,
  'bookings.calendar': 10,
  // The limit, whose it is and which, the bookings and the meetings: nobody is signed in.
  'calendar.$token[.]ics': 5,
  'board.organisations': 14,
  'my.organisation_.offers.$id.media': 26,
  'my.organisation_.offers.$id.$step': 24,
  'my.organisation_.offers.$id.publish': 26,
  'my.organisation_.offers.$id.versions': 26,
  'my.organisation_.offers.begin': 20,
  'preview.offer': 8,
  'pictures.$key': 0,
  'files.$id': 16,
  'my.organisation': 22,
  'my.organisation_.edit': 18,
  'my.organisation_.stop': 16,
  'my.organisation_.branches': 22,
  'my.organisation_.partners': 20,
  'my.organisation_.colleagues': 20,
  // The link is used, the account made, the organisation joined and the session begun.
  'join.organisation': 30,
  'my.organisation_.new': 16,
  // A coordinator's post for a company that rang looks up whose region it is as well.
  'my.organisation_.offers.$id.edit': 30,
  // A form posts, its offer is read first, and the page is drawn again.
  'my.organisation_.offers.$id.calendar': 32,
  // The table is read, kept, and its columns are guessed.
  'my.organisation_.loads._index': 14,
  // Choosing columns checks every row, 250 at a time; a table of 300 in the tests.
  'my.organisation_.loads.$id': 44,
  'my.organisation_.loads.columns': 7,
  'my.organisation_.feeds': 16,
  'my.organisation_.impact': 5,
  'my.organisation_.impact[.]png': 5,
  'my.organisation_.loads.template.$kind': 7,
  // Session and reader, the offers and what they can, the topics, the words of offers that changed, the requests; a form
  // posts, the request is looked at by the same rules and locked, and the page is drawn again.
  'my.organisation_.requests-nearby': 36,
  // A coordinator's post for a company that rang looks up whose region it is as well.
  'my.organisation_.offers.new': 28,
  regions: 8,
  'schools.$id': 8,
  'schools._index': 6,
}
