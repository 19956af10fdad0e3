/**
 * What the simulated national year assumes; written down before the first run and not changed after it. Shares of answers are
 * priors, places of demand and supply those of the experiments behind the clearing.
 */
export const PARAMETERS = {
  seeds: [1, 2, 3],
  /** Places per request. */
  scarcities: [0.4, 0.7, 1.0],
  requests: 50_000,
  companies: 8_000,
  /** Each company has one to three offers. */
  offersPerCompany: [0.5, 0.3, 0.2],
  /** School weeks, from the end of August. */
  weeks: 40,
  /** Requests per week: a wave in autumn (around week 5) and one after Christmas (around week 22), and a steady rest. */
  season: { autumn: 0.45, winter: 0.3, autumnWeek: 5, winterWeek: 22, spreadWeeks: 4 },
  /** A request is for the weeks from two after it is posted, for this many. */
  windowWeeks: [6, 10, 16],
  windowShares: [0.4, 0.4, 0.2],
  leadWeeks: 2,
  /** What share of the places is known when the year begins; the rest is published evenly until week 25. */
  knownAtStart: 0.6,
  lastPublishWeek: 25,
  topics: 24,
  topicZipf: { requests: 0.7, offers: 0.9, rotated: 3 },
  guestLessons: { requests: 0.6, offers: 0.55 },
  /** km; the company's for a guest lesson, the school's for an excursion. */
  offerRadius: [15, 30, 60, 400],
  offerRadiusShares: [0.35, 0.4, 0.2, 0.05],
  requestRadius: [10, 25, 40],
  requestRadiusShares: [0.35, 0.45, 0.2],
  /** A company serves a level with this chance. */
  levelShares: { po: 0.4, vmbo: 0.3, havo: 0.6, vwo: 0.55, pro: 0.2 },
  /** Companies lie where people are, more strongly than schools do. */
  concentration: 1.5,
  /** Companies that do not answer, and the weeks until that is clear. */
  silentCompanies: 0.15,
  silentWeeks: 2,
  /** After this many unanswered questions a company is hidden. */
  hiddenAfter: 3,
  /** A company declines a given request with this chance; a school lets a held place go. */
  declines: 0.1,
  refuses: 0.05,
  /** A booking is cancelled, half way to its date. */
  cancels: 0.05,
  /** Schools that were helped in an earlier year. */
  helpedBefore: 0.6,
  neverHelpedWeeks: 13,
  /** Best candidates of a request that are looked at. */
  candidates: 30,
} as const

/**
 * `rounds-late` plans the whole of what is known each week and gives only what lies within this many weeks; the rest is planned
 * anew. Of plans that serve as many it takes the one with the soonest places, from companies that answer.
 */
export const LATE = {
  noticeWeeks: 3,
  /** 0–1000, as all costs. */
  perWeekAhead: 25,
  mostAhead: 600,
  notYetHeardOf: 60,
  silentSoFar: 400,
} as const

export const POLICIES = ['fcfs', 'greedy', 'rounds-weekly', 'rounds-monthly', 'rounds-late'] as const
export type Policy = (typeof POLICIES)[number]
