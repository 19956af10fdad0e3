/** Who gets a place by region, level and kind of school: bars, and the same figures as a table. */
import { useId } from 'react'
import { formatNumber } from '~/components/format'
import * as m from '~/paraglide/messages'
import type { Share } from '../domain/round-page'
import { levelWord, sectorWord } from './words'

export function Shares({ shares }: { readonly shares: readonly Share[] }) {
  const isPreview = shares.some(({ all }) => all !== null)
  return (
    <section aria-labelledby="shares">
      <h2 id="shares">{m.board_shares_title()}</h2>
      <p className="text-sm text-ink-soft">
        {isPreview ? m.board_shares_hint() : m.board_shares_hint_sent()} {m.board_shares_mark()}
      </p>
      <div className="mt-4 grid items-start gap-x-8 gap-y-5 lg:grid-cols-3">
        {GROUPS.map(({ by, title }) => {
          const own = shares.filter(({ of }) => by in of)
          return own.length === 0 ? null : (
            <div key={by}>
              <h3 className="text-base">{title()}</h3>
              <dl className="mt-2 grid gap-3">
                {own.map((share) => (
                  <Bars key={nameOf(share)} share={share} />
                ))}
              </dl>
            </div>
          )
        })}
      </div>
      <ShareTable shares={shares} />
    </section>
  )
}

const GROUPS = [
  { by: 'region', title: m.board_region },
  { by: 'level', title: m.board_filter_level },
  { by: 'sector', title: m.board_filter_sector },
] as const

function nameOf({ of }: Share): string {
  if ('region' in of) return of.region
  return 'level' in of ? levelWord(of.level) : sectorWord[of.sector]()
}

/** Solid: had a place. Hatched: by this round. The line: what the order of arrival would give. */
function Bars({ share }: { readonly share: Share }) {
  const { all, waiting, firstCome, added } = share
  const hatch = useId()
  const { total, before } = all ?? { total: waiting, before: 0 }
  const width = (groups: number) => Math.round((1000 * groups) / Math.max(1, total)) / 10
  return (
    <div className="grid grid-cols-[7.5rem_1fr] gap-x-3">
      <dt className="text-sm">{nameOf(share)}</dt>
      <dd>
        <svg
          aria-hidden
          viewBox="0 0 100 5"
          preserveAspectRatio="none"
          className="block h-3.5 w-full border border-act"
        >
          <pattern id={hatch} width="2" height="2" patternUnits="userSpaceOnUse">
            <rect width="1" height="2" className="fill-act" />
          </pattern>
          <rect width={width(before)} height="5" className="fill-act" />
          <rect x={width(before)} width={width(added)} height="5" fill={`url(#${hatch})`} />
          <rect x={width(before + firstCome) - 0.5} width="1" height="5" className="fill-need" />
        </svg>
        <span className="text-sm tabular-nums">
          {m.board_share({
            before: formatNumber(before),
            after: formatNumber(before + added),
            total: formatNumber(total),
          })}
        </span>
      </dd>
    </div>
  )
}

const NUMBER = 'py-1 pl-3 text-right tabular-nums'

function ShareTable({ shares }: { readonly shares: readonly Share[] }) {
  return (
    <details className="mt-2 text-sm">
      <summary className="link inline-flex min-h-11 w-fit cursor-pointer items-center">
        {m.board_shares_table()}
      </summary>
      <table className="w-full max-w-[40rem]">
        <caption className="sr-only">{m.board_shares_title()}</caption>
        <thead>
          <tr className="align-bottom text-ink-soft">
            <th scope="col" className="py-1 text-left font-[650]">
              {m.board_shares_of()}
            </th>
            {[m.board_shares_waiting(), m.board_shares_first(), m.board_shares_round()].map((name) => (
              <th key={name} scope="col" className={`${NUMBER} font-[650]`}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shares.map((share) => (
            <tr key={nameOf(share)} className="border-t border-line">
              <th scope="row" className="py-1 text-left font-[400]">
                {nameOf(share)}
              </th>
              <td className={NUMBER}>{formatNumber(share.waiting)}</td>
              <td className={NUMBER}>{formatNumber(share.firstCome)}</td>
              <td className={NUMBER}>{formatNumber(share.added)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
