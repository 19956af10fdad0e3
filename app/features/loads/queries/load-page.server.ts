/** One load as its people see it: its columns, what it would do, how far it is, what became of it. */
import type { Actor } from '~/authorisation/actor'
import { allow, partnerAt } from '~/authorisation/permissions'
import type { Clock } from '~/kernel/calendar'
import { isUuid, type OrganisationId } from '~/kernel/ids'
import * as m from '~/paraglide/messages'
import type { Db } from '~/platform/db/client.server'
import type { Change } from '../domain/judge-row'
import {
  canUndo,
  type LoadCounts,
  type LoadRowState,
  type LoadState,
  type SavedProblem,
} from '../domain/load'
import type { ColumnMapping } from '../domain/load-field'
import { TERM_FIELDS } from '../domain/load-words'
import { loadNotFound } from '../errors'
import { loadTerms } from './load-terms.server'

export type LoadShow = 'wrong' | 'new' | 'changed' | 'same' | 'failed' | 'kept'
export type LoadRowView = {
  readonly number: number
  readonly externalRef: string
  readonly title: string
  readonly problems: readonly {
    readonly field: string | null
    readonly cell: string | null
    readonly text: string
    readonly isRemark: boolean
  }[]
  readonly changes: readonly Change[]
}
export type LoadPage = {
  readonly id: string
  readonly fileName: string
  /** A feed brought it. */
  readonly isFeed: boolean
  readonly state: LoadState
  readonly organisation: { readonly id: string; readonly name: string; readonly isVerified: boolean }
  readonly heads: readonly string[]
  readonly mapping: ColumnMapping
  /** First values of each column, at most three, while columns are chosen. */
  readonly examples: readonly (readonly string[])[]
  readonly publish: boolean
  readonly counts: LoadCounts
  /** Rows by what became of them. */
  readonly states: Readonly<Record<LoadRowState, number>>
  /** Loaded offers that schools do not see yet. */
  readonly drafts: number
  readonly rows: {
    readonly show: LoadShow
    readonly list: readonly LoadRowView[]
    readonly page: number
    readonly pages: number
  } | null
  readonly canUndo: boolean
  readonly isForgotten: boolean
  /** The reader works for a partner that loads for it: its offers themselves are not theirs to see. */
  readonly asPartner: boolean
}

type Reads = Pick<
  Db,
  | 'offerLoad'
  | 'offerLoadRow'
  | 'organisationBranch'
  | 'topic'
  | 'vocabularyTerm'
  | 'curriculumGoal'
  | 'region'
  | 'municipality'
  | '$queryRaw'
>
const PAGE = 25

/**
 * At most ten statements.
 * @param asked which rows; those that need a look first where nothing is asked.
 * @throws AppError 404 for what is not the actor's.
 */
export async function loadPage(
  { db, clock }: { readonly db: Reads; readonly clock: Clock },
  actor: Actor,
  id: string,
  asked: { readonly show: string | null; readonly page: number },
  locale: 'nl' | 'en',
): Promise<LoadPage> {
  if (!isUuid(id)) throw loadNotFound()
  const load = await db.offerLoad.findUnique({
    where: { id },
    include: { organisation: { select: { id: true, name: true, verification: true } } },
  })
  if (!load) throw loadNotFound()
  allow(actor, 'load.run', { organisationId: load.organisationId as OrganisationId })
  const states = await statesOf(db, id)
  const counts = {
    rows: load.rowCount,
    new: load.newCount,
    changed: load.changedCount,
    same: load.sameCount,
    wrong: load.wrongCount,
    done: load.doneCount,
  }
  const show = showOf(load.state, counts, states, asked.show)
  const { id: organisationId, name, verification } = load.organisation
  return {
    id,
    fileName: load.fileName,
    isFeed: load.feedId !== null,
    state: load.state,
    organisation: { id: organisationId, name, isVerified: verification === 'verified' },
    heads: load.columns,
    mapping: load.mapping as ColumnMapping,
    examples: load.state === 'mapping' ? await examplesOf(db, id, load.columns.length) : [],
    publish: load.publish,
    counts,
    states,
    drafts: load.state === 'done' ? await draftsOf(db, id) : 0,
    rows: show && (await rowsOf(db, clock, { id, organisationId }, show, asked.page, locale)),
    canUndo: canUndo(load, clock.now()) && states.loaded > 0,
    isForgotten: load.forgottenAt !== null,
    asPartner: partnerAt(actor, organisationId as OrganisationId) !== null,
  }
}

async function statesOf(db: Reads, loadId: string): Promise<LoadPage['states']> {
  const none = { waiting: 0, loaded: 0, skipped: 0, failed: 0, undone: 0, kept: 0 }
  const groups = await db.offerLoadRow.groupBy({ by: ['state'], where: { loadId }, _count: true })
  return { ...none, ...Object.fromEntries(groups.map(({ state, _count }) => [state, _count])) }
}

async function draftsOf(db: Reads, loadId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ drafts: number }[]>`
    SELECT count(*)::int AS drafts FROM offer_load_row r JOIN offer o ON o.id = r.offer_id
    WHERE r.load_id = ${loadId}::uuid AND r.state = 'loaded' AND o.state = 'draft'`
  return row?.drafts ?? 0
}

function showOf(
  state: LoadState,
  counts: LoadCounts,
  states: LoadPage['states'],
  asked: string | null,
): LoadShow | null {
  const there: Readonly<Record<LoadShow, number>> =
    state === 'checked'
      ? {
          wrong: counts.wrong,
          new: counts.new,
          changed: counts.changed,
          same: counts.same,
          failed: 0,
          kept: 0,
        }
      : state === 'done' || state === 'undone'
        ? { wrong: counts.wrong, new: 0, changed: 0, same: 0, failed: states.failed, kept: states.kept }
        : { wrong: 0, new: 0, changed: 0, same: 0, failed: 0, kept: 0 }
  const order: readonly LoadShow[] = ['failed', 'kept', 'wrong', 'changed', 'new', 'same']
  return (
    order.find((show) => show === asked && there[show] > 0) ?? order.find((show) => there[show] > 0) ?? null
  )
}

async function examplesOf(db: Reads, loadId: string, columns: number): Promise<LoadPage['examples']> {
  const rows = await db.offerLoadRow.findMany({
    where: { loadId },
    select: { cells: true },
    orderBy: { number: 'asc' },
    take: 20,
  })
  const cells = rows.map((row) => row.cells as string[])
  return Array.from({ length: columns }, (_, column) =>
    [...new Set(cells.map((row) => row[column] ?? ''))]
      .filter((cell) => cell !== '')
      .slice(0, 3)
      .map((cell) => (cell.length > 60 ? `${cell.slice(0, 60)}…` : cell)),
  )
}

async function rowsOf(
  db: Reads,
  clock: Clock,
  { id: loadId, organisationId }: { readonly id: string; readonly organisationId: string },
  show: LoadShow,
  asked: number,
  locale: 'nl' | 'en',
): Promise<NonNullable<LoadPage['rows']>> {
  const where = { loadId, ...(show === 'failed' || show === 'kept' ? { state: show } : { outcome: show }) }
  const total = await db.offerLoadRow.count({ where })
  const pages = Math.max(1, Math.ceil(total / PAGE))
  const page = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), pages) : 1
  const rows = await db.offerLoadRow.findMany({
    where,
    select: { number: true, externalRef: true, title: true, problems: true, changes: true },
    orderBy: { number: 'asc' },
    skip: (page - 1) * PAGE,
    take: PAGE,
  })
  const changes = rows.flatMap((row) => row.changes as Change[])
  const changed = new Set(changes.map(({ field }) => field))
  const labels = new Map([
    ...(TERM_FIELDS.some((field) => changed.has(field)) ? await labelsOf(db, clock, locale) : []),
    ...(changed.has('branch') ? await branchLabels(db, organisationId, locale) : []),
  ])
  return {
    show,
    page,
    pages,
    list: rows.map(({ number, externalRef, title, problems, changes }) => ({
      number,
      externalRef: externalRef ?? '',
      title,
      problems: (problems as SavedProblem[]).map(({ field, cell, isRemark = false, ...texts }) => ({
        field,
        cell,
        isRemark,
        text: texts[locale],
      })),
      changes: (changes as Change[])
        .filter(({ field }) => field !== 'reach')
        .map(({ field, before, after }) => ({
          field,
          before: named(field, before, labels),
          after: named(field, after, labels),
        })),
    })),
  }
}

async function labelsOf(db: Reads, clock: Clock, locale: 'nl' | 'en') {
  const terms = await loadTerms(db, clock.now())
  return new Map(
    TERM_FIELDS.flatMap((field) => terms[field].map((term) => [`${field} ${term.id}`, term[locale]])),
  )
}

async function branchLabels(db: Reads, organisationId: string, locale: 'nl' | 'en') {
  const rows = await db.organisationBranch.findMany({
    where: { organisationId },
    select: { id: true, name: true },
  })
  return [
    ['branch main', m.offers_form_branch_main({}, { locale })],
    ['branch other', m.offers_form_branch_other({}, { locale })],
    ...rows.map(({ id, name }) => [`branch ${id}`, name]),
  ] as [string, string][]
}

function named(field: string, value: string, labels: ReadonlyMap<string, string>): string {
  return value
    .split(' | ')
    .map((part) => labels.get(`${field} ${part}`) ?? part)
    .join('; ')
}
