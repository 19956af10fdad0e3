/**
 * What the demo season is made with, written down once. The shares of demand follow docs/demo-season.md; none of them was
 * turned until a clearing round looked good.
 */
export const PARAMETERS = {
  /** Another seed is another season. */
  seed: 'schakel-2026',

  size: {
    /** 140 requests that teachers wrote, and as many again as a season brings. */
    full: { written: 140, generated: 2000 },
    /** Same rules, for tests and journeys. */
    small: { written: 20, generated: 70 },
  },

  time: {
    /** Generated requests come from 1 September on, but over this many days at least. */
    shortestSeasonDays: 84,
    /** Share of the requests of a weekday, Monday first. */
    weekdays: [0.24, 0.23, 0.18, 0.22, 0.13],
    /** The first weeks of a school year are busier: weight of the first day against the last. */
    rushAtStart: 1.5,
  },

  demand: {
    /** Most requests come from around this many towns, by rank; the rest from anywhere. */
    towns: 40,
    townZipf: 0.85,
    townSdKm: 7,
    ruralShare: 0.18,
    /** Of all requests. */
    levels: { po: 0.44, vmbo: 0.3, havo: 0.11, vwo: 0.1, pro: 0.05 },
    /** A school that looked first asks for what it saw within reach; else it names what it wants. */
    sawAnOfferShare: 0.55,
    /** Topics by how often the written requests name them, and how many a request names. */
    topicZipf: 0.7,
    topics: [0.4, 0.4, 0.2],
    /** A guest lesson or an excursion, either is good. */
    eitherKindShare: 0.25,
    kinds: {
      'guest-lesson': 0.58,
      excursion: 0.33,
      event: 0.03,
      'co-development': 0.03,
      'lesson-material': 0.03,
    },
    groups: [0.3, 0.4, 0.2, 0.1],
    /** How far a school travels, km. */
    radiusKm: { 10: 0.2, 15: 0.25, 25: 0.3, 40: 0.25 },
    weekdayWishShare: 0.6,
    urgentShare: 0.12,
    /** A school that asked before asks again this often instead of a new one. */
    returningShare: 0.25,
  },

  school: {
    /** How many companies a school asks at first; none: it only looks. */
    asks: [0.08, 0.42, 0.32, 0.18],
    /** Days between posting and asking, mean. */
    asksAfterDays: 0.8,
    /** After a no from everybody: asks once more, or leaves it at the waiting list. */
    asksAgainShare: 0.4,
    takesMaterialShare: 0.7,
    withdrawsShare: 0.03,
    choosesDateAfterDays: 4,
    /** Answers to a hold. The rest lets it pass. */
    holdYes: 0.78,
    holdNo: 0.1,
    cancelsShare: 0.02,
    /** A wish that waits still stands in the new school year. */
    renewsShare: 0.85,
  },

  company: {
    /** Share of requests that a company answers in time: from, to; the better ones are more. */
    answers: [0.4, 0.97],
    /** Days until it answers, mean; at most the deadline counts. */
    answersAfterDays: 4,
    saysYes: 0.74,
    saysDateToBeAgreed: 0.25,
    /** Takes every group it has room for, else a part of them. */
    takesAllGroups: 0.75,
    declines: { 'no-time': 0.4, 'period-full': 0.25, 'too-far': 0.15, 'other-topic': 0.1, other: 0.1 },
    cancelsShare: 0.03,
    /** Days ahead of a lesson, at least. */
    leadDays: 6,
  },

  lesson: { noShowShare: 0.03 },
  evaluation: {
    /** How many say how it was. */
    share: { school: 0.62, company: 0.5 },
    /** Weights of 1 (bad) to 5 (very good). */
    ratings: { 5: 41, 4: 39, 3: 14, 2: 5, 1: 1 },
    textShare: 0.35,
  },

  /** Clearing rounds, in days before the last day of the season. */
  rounds: { everywhere: 45, demoRegion: 1, preview: 0 },
} as const

export type SeasonSize = keyof typeof PARAMETERS.size
