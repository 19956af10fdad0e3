/**
 * The most statements that one answer of a route may cost, whoever asks and whatever is in the database. A page that
 * needs more with more rows has a loop where a join belongs. Reading the session costs one of them.
 */
export const QUERY_BUDGET: Readonly<Record<string, number>> = {
  health: 0,
  ready: 4,
  'offers._index': 12,
  'offers.map-points': 8,
}
