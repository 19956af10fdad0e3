/** What the page of a round shows. */
import type { CalendarDate } from '~/kernel/calendar'
import type { Level } from '~/kernel/education'
import type { Point } from '~/kernel/geography'
import type { Reason } from '../../matchmaking/domain/reasons'
import type { AskingRequest } from './asking'
import type { HoldState } from './hold-states'
import type { RoundState } from './round-states'
import type { Why } from './solve-round'

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
  readonly isLocked: boolean
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
  readonly groups: number
}

/** Groups that have a place of all that ask this school year, before and with the round. */
export type Share = {
  /** A region or a level. */
  readonly of: { readonly region: string } | { readonly level: Level }
  readonly total: number
  readonly before: number
  readonly added: number
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
  /** Schools that would get a hold. */
  readonly schools: number
  readonly locked: number
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
