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
  help: 2,
  language: 2,
  'offers.$slug': 12,
  'organisations.$slug': 4,
  privacy: 2,
  theme: 2,
  ready: 4,
  // A form posts and its page is drawn again: both are counted.
  account: 24,
  'sign-in': 24,
  'sign-up': 20,
  'sign-out': 3,
  'verify-email': 16,
  'forgot-password': 12,
  'reset-password': 26,
  'dev.mail._index': 2,
  'dev.mail.$id': 2,
  'answer.hold': 24,
  'board._index': 24,
  'board.rounds.$id': 40,
  'board.rounds._index': 24,
  'board.waiting': 18,
  'holds.$id': 24,
  'account_.school': 16,
  'api.places': 2,
  'offers._index': 12,
  'offers.map-points': 8,
  regions: 8,
  'schools.$id': 8,
  'schools._index': 6,
}
