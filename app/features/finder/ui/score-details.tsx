/** Why an offer stands where it does, for administrators: each part of its score with its number, folded. */
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { formatKm } from '~/components/format'
import type { ExplainedOrder } from '~/features/finder/domain/finder-page'
import * as m from '~/paraglide/messages'
import { getLocale } from '~/paraglide/runtime'
import { lostBy, SIGNAL_NAMES, type SignalName } from '~search/quality'

type Explained = NonNullable<ExplainedOrder['explained']>
type Explanation = Explained['hits'][number]
type ExplainedWord = Explanation['words'][number]
type FoundTerm = ExplainedWord['found'][number]
type ExplainedField = FoundTerm['fields'][number]
type FactorName = keyof Explanation['factors']

const FIELD: Record<ExplainedField, () => string> = {
  title: m.finder_score_field_title,
  topics: m.finder_score_field_topics,
  summary: m.finder_score_field_summary,
  body: m.finder_score_field_body,
}
const HOW: Record<FoundTerm['how'], () => string> = {
  itself: m.finder_score_how_itself,
  otherwise: m.finder_score_how_otherwise,
  part: m.finder_score_how_part,
}
const SIGNAL: Record<SignalName, () => string> = {
  answers: m.finder_score_signal_answers,
  confirmed: m.finder_score_signal_confirmed,
  turn: m.finder_score_signal_turn,
  places: m.finder_score_signal_places,
}
const FIT: Record<Exclude<FactorName, 'quality' | 'nearness'>, () => string> = {
  level: m.finder_score_level,
  kind: m.finder_score_kind,
  girls: m.finder_score_girls,
}
const ORDERED = {
  distance: m.finder_score_ordered_distance,
  soonest: m.finder_score_ordered_soonest,
  newest: m.finder_score_ordered_newest,
} as const

/** Three decimals: scores of neighbours differ in the third. */
function figure(value: number): string {
  return new Intl.NumberFormat(getLocale(), { minimumFractionDigits: 3, maximumFractionDigits: 3 }).format(
    value,
  )
}

export function ExplainSwitch({ order }: { readonly order: ExplainedOrder }) {
  return (
    <p className="no-print px-(--gutter) pb-4 text-sm text-ink-soft lg:px-0">
      <Link
        to={order.otherPath}
        preventScrollReset
        className="inline-flex min-h-11 items-center text-act-text underline underline-offset-[.22em]"
      >
        {order.explained ? m.finder_score_hide() : m.finder_score_show()}
      </Link>{' '}
      {m.finder_score_for_administrators()}
      {order.explained ? ` ${m.finder_score_engine({ engine: order.explained.engine })}` : null}
    </p>
  )
}

type Props = { readonly id: string; readonly explained: Explained | null }

export function ScoreDetails({ id, explained }: Props) {
  const hit = explained?.hits.find((each) => each.id === id)
  if (!explained || !hit) return null
  const counts = explained.orderedBy === 'relevance'
  return (
    <details className="mt-2 text-sm">
      <summary className="min-h-11 cursor-pointer py-2 text-act-text underline underline-offset-[.22em]">
        {counts ? m.finder_score_summary({ score: figure(hit.score) }) : m.finder_score_summary_unordered()}
      </summary>
      {explained.orderedBy === 'relevance' ? null : <p>{ORDERED[explained.orderedBy]()}</p>}
      {hit.isBehind && counts ? <p>{m.finder_score_behind()}</p> : null}
      <Parts hit={hit} floor={explained.floor} counts={counts} />
    </details>
  )
}

function Parts({
  hit,
  floor,
  counts,
}: {
  readonly hit: Explanation
  readonly floor: Explained['floor']
  readonly counts: boolean
}) {
  const { factors } = hit
  return (
    <table className="mt-1 w-full max-w-xl">
      <caption className="sr-only">{m.finder_score_table()}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{m.finder_score_part()}</th>
          <th scope="col">{m.finder_score_number()}</th>
        </tr>
      </thead>
      <tbody>
        {counts ? (
          <>
            <TextRows hit={hit} floor={floor} />
            <Row
              name={m.finder_score_hint()}
              why={m.finder_score_hint_why()}
              number={`+ ${figure(hit.hint)}`}
            />
            {(Object.keys(FIT) as (keyof typeof FIT)[]).map((name) => (
              <Row
                key={name}
                name={FIT[name]()}
                why={factors[name] === 1 ? m.finder_score_fits() : m.finder_score_fits_not()}
                number={`× ${figure(factors[name])}`}
              />
            ))}
            <Row
              name={m.finder_score_quality()}
              why={m.finder_score_quality_why()}
              number={`× ${figure(factors.quality)}`}
            />
          </>
        ) : null}
        {SIGNAL_NAMES.map((name) => (
          <Row
            key={name}
            isPart
            name={SIGNAL[name]()}
            why={m.finder_score_signal_at({ value: figure(hit.signals[name]) })}
            number={`− ${figure(lostBy(name, hit.signals))}`}
          />
        ))}
        {counts ? (
          <>
            <Row
              name={m.finder_score_nearness()}
              why={farWord(hit)}
              number={`× ${figure(factors.nearness)}`}
            />
            <Row isTotal name={m.finder_score_total()} number={`= ${figure(hit.score)}`} />
          </>
        ) : null}
      </tbody>
    </table>
  )
}

function TextRows({ hit, floor }: { readonly hit: Explanation; readonly floor: Explained['floor'] }) {
  if (hit.words.length === 0) return <Row name={m.finder_score_no_words()} number={figure(1)} />
  return (
    <>
      {hit.words.map((word) => (
        <Row
          key={word.word}
          name={m.finder_score_word({ word: word.word })}
          why={<WordWhy word={word} />}
          number={`+ ${figure(word.rarity * word.rank)}`}
        />
      ))}
      <Row
        name={m.finder_score_share()}
        why={
          <>
            {m.finder_score_share_why()}
            {floor ? (
              <span className="block">
                {floor.isAlmost ? `${m.finder_score_floor_almost()} ` : null}
                {m.finder_score_floor({ least: figure(floor.least), best: figure(floor.best) })}
              </span>
            ) : null}
          </>
        }
        number={`× ${figure(hit.share)}`}
      />
    </>
  )
}

function WordWhy({ word: { rarity, rank, found } }: { readonly word: ExplainedWord }) {
  if (found.length === 0) return m.finder_score_word_missing({ rarity: figure(rarity) })
  return (
    <>
      {m.finder_score_word_sum({ rarity: figure(rarity), rank: figure(rank) })}
      {found.map(({ term, how, fields }) => (
        <span key={how + term} className="block">
          {m.finder_score_found({ term, how: HOW[how](), fields: fieldsWord(fields) })}
        </span>
      ))}
    </>
  )
}

function fieldsWord(fields: readonly ExplainedField[]): string {
  if (fields.length === 0) return m.finder_score_spread()
  return m.finder_score_in({ fields: fields.map((field) => FIELD[field]()).join(', ') })
}

function farWord({ factors, distanceKm }: Explanation): string {
  if (distanceKm !== null) return m.finder_score_nearness_km({ km: formatKm(distanceKm) })
  return factors.nearness === 1 ? m.finder_score_nearness_none() : m.finder_score_nearness_unknown()
}

function Row({
  name,
  why,
  number,
  isPart = false,
  isTotal = false,
}: {
  readonly name: string
  readonly why?: ReactNode
  readonly number: string
  readonly isPart?: boolean
  readonly isTotal?: boolean
}) {
  return (
    <tr className={`border-t border-line align-top ${isTotal ? 'font-[750]' : ''}`}>
      <th scope="row" className={`py-1 pr-3 text-left font-[650] ${isPart ? 'pl-4' : ''}`}>
        {name}
        {why ? <span className="block font-normal text-ink-soft">{why}</span> : null}
      </th>
      <td className="py-1 text-right whitespace-nowrap tabular-nums">{number}</td>
    </tr>
  )
}
