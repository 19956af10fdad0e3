/** What the page of a round shows. */
import type { CalendarDate } from '~/kernel/calendar'
import type { Level, LevelYears } from '~/kernel/education'
import type { Point } from '~/kernel/geography'
import type { Reason } from '../../matchmaking/domain/reasons'
import type { AskingRequest } from './asking'
import type { HoldState } from './hold-states'
import type { RoundSettings } from './round-settings'
import type { RoundSharing, SharesWith } from './round-sharing'
import type { RoundState } from './round-states'
import type { RoundStepKind } from './round-steps'
import type { AllOrNone, Why } from './solve-round'
import type { SchoolSector } from './waiting-filter'

/** The request of a row, without what only sums need. */
export type RowRequest = Pick<
  AskingRequest,
  'id' | 'title' | 'placeName' | 'waitingWeeks' | 'isUrgent' | 'isDemo'
> & {
  readonly level: Level
  readonly years: readonly number[]
  readonly groupSize: number
  readonly point: Point
}

/** Groups of one request that get the same offer. */
export type GivenRow = {
  /** From 1, over all pages: the number on the list and on the map. */
  readonly number: number
  readonly request: RowRequest
  readonly groupIds: readonly string[]
  readonly offer: {
    readonly id: string
    readonly slug: string
    readonly title: string
    readonly organisationName: string
    readonly placeName: string
    readonly point: Point
  }
  readonly why: Extract<Why, { kind: 'served' }>
  readonly reasons: readonly Reason[]
  /** Of each of the groups that shares its place: the others there. */
  readonly shares: readonly SharesWith[]
  readonly isLocked: boolean
  /** The day on which the place begins, where it is planned and not given by this round. */
  readonly later: CalendarDate | null
  /** Of a published round: how many of the groups stand where. */
  readonly holds: readonly { readonly state: HoldState; readonly groups: number }[]
}

/** Groups of one request that get nothing, for the same reason. */
export type LeftRow = {
  readonly number: number
  readonly request: RowRequest
  readonly groups: number
  readonly why: Exclude<Why, { kind: 'served' }>
}

export type ExcludedRow = {
  readonly groupIds: readonly string[]
  readonly offerId: string
  readonly requestTitle: string
  readonly offerTitle: string
}

/** One more place there serves one more group; `groups` wait for it. */
export type CallRow = {
  readonly offerId: string
  readonly slug: string
  readonly title: string
  readonly organisationName: string
  readonly placeName: string
  readonly topicIds: readonly string[]
  readonly levels: readonly LevelYears[]
  readonly regions: readonly string[]
  readonly groups: number
}

/** Groups of a region, a level or a kind of school, by what they get. */
export type Share = {
  readonly of: { readonly region: string } | { readonly level: Level } | { readonly sector: SchoolSector }
  /** Those that waited when the round was solved. */
  readonly waiting: number
  /** Of them those that would get a place in the order of arrival. */
  readonly firstCome: number
  /** Of them those that get a place by the round. */
  readonly added: number
  /** Of all that ask this school year, and those of them that had a place before; `null` once it was sent. */
  readonly all: { readonly total: number; readonly before: number } | null
}

/** A step of the history, newest first. */
export type StepRow = {
  readonly number: number
  readonly what: RoundStepKind
  readonly requestTitle: string | null
  readonly offerTitle: string | null
  readonly settings: RoundSettings | null
  readonly served: number
  readonly waiting: number
  readonly solveMs: number | null
  /** `null`: somebody who has left. */
  readonly byName: string | null
  readonly at: Date
}

/** A page of rows and how many there are. */
export type Rows<Row> = {
  readonly rows: readonly Row[]
  readonly total: number
  readonly page: number
  readonly pageCount: number
}

export type RoundPage = {
  readonly id: string
  readonly state: RoundState
  readonly regions: readonly { readonly id: string; readonly name: string }[]
  readonly mayRun: boolean
  readonly createdOn: CalendarDate
  readonly publishedOn: CalendarDate | null
  readonly inputHash: string
  /** Groups. */
  readonly waiting: number
  readonly served: number
  readonly firstComeServed: number
  /** `null`: no request of it wants all or nothing. */
  readonly allOrNone: AllOrNone | null
  /** `null`: no two groups could share a place. */
  readonly sharing:
    | (Pick<RoundSharing, 'able' | 'apart' | 'bound' | 'gap'> & {
        /** Groups that share, and the places that they have together. */
        readonly groups: number
        readonly places: number
      })
    | null
  /** Of a round that plans ahead: groups of `served` whose place is kept for a later round, and from when on it is. */
  readonly later: { readonly groups: number; readonly nearUntil: CalendarDate } | null
  /** Schools that would get a hold. */
  readonly schools: number
  readonly locked: number
  readonly settings: RoundSettings
  readonly closed: readonly { readonly offerId: string; readonly title: string }[]
  readonly steps: readonly StepRow[]
  /** What the proof says in figures; the mean of the scores of the given pairs is a whole number, `null` without any. */
  readonly proof: { readonly prioritySum: number; readonly meanScore: number | null; readonly priced: number }
  readonly given: Rows<GivenRow>
  readonly left: Rows<LeftRow>
  readonly excluded: readonly ExcludedRow[]
  /** Offers whose companies could help most with one more session; most groups first. */
  readonly calls: readonly CallRow[]
  readonly shares: readonly Share[]
  /** Every request of the round, and where its groups go. */
  readonly pins: readonly {
    readonly requestId: string
    /** Of its first row in the list of who gets a place; `null`: it is not in it. */
    readonly number: number | null
    readonly school: Point
    /** Empty: it keeps waiting. */
    readonly to: readonly Point[]
    readonly isLeft: boolean
    /** In the order of arrival none of its groups would get a place, and by the round one does. */
    readonly isGain: boolean
  }[]
}

const ROUND_PAGE_SIZE = 25

/** @returns the rows of the page; a page that is not there gives the nearest. */
export function rowsOf<Row>(all: readonly Row[], asked: number): Rows<Row> {
  const pageCount = Math.max(1, Math.ceil(all.length / ROUND_PAGE_SIZE))
  const page = Math.min(Math.max(1, Math.trunc(asked) || 1), pageCount)
  const first = (page - 1) * ROUND_PAGE_SIZE
  return { rows: all.slice(first, first + ROUND_PAGE_SIZE), total: all.length, page, pageCount }
}
