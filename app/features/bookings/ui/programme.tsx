/** A programme by the minute, with its sum. */
import * as m from '~/paraglide/messages'
import type { ProgrammeRow } from '../domain/plan'
import { programmeLines } from '../domain/plan-words'
import { sumWord } from './plan-words'

type Props = {
  readonly rows: readonly ProgrammeRow[]
  readonly startTime: string | null
  readonly durationMinutes: number | null
}

export function Programme({ rows, startTime, durationMinutes }: Props) {
  return (
    <>
      <table className="mt-2 w-full max-w-(--measure) border-collapse">
        <thead className="sr-only">
          <tr>
            <th scope="col">{m.bookings_plan_when()}</th>
            <th scope="col">{m.bookings_plan_what()}</th>
          </tr>
        </thead>
        <tbody>
          {programmeLines(rows, startTime).map(({ when, what }) => (
            <tr key={when} className="border-t border-line align-top">
              <th scope="row" className="w-36 py-2 pr-4 text-left font-[650] tabular-nums whitespace-nowrap">
                {when}
              </th>
              <td className="py-2">{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-1 text-sm text-ink-soft">{sumWord(rows, durationMinutes)}</p>
    </>
  )
}
