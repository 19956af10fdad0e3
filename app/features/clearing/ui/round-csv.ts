/** The columns of a round as a table, in the reader's language. */
import { formatDay, formatLevels } from '~/components/format'
import * as m from '~/paraglide/messages'
import type { ExportedGroup } from '../queries/round-export.server'
import { holdStateWord, sectorWord, whyLeftText, wouldHelpText } from './words'

type Column = { readonly head: string; readonly cell: (row: ExportedGroup) => string | number | null }

export function roundColumns(): readonly Column[] {
  return [
    { head: m.board_col_request(), cell: ({ asking }) => asking.title },
    { head: m.board_col_school(), cell: ({ asking }) => asking.schoolName },
    { head: m.board_csv_place(), cell: ({ asking }) => asking.placeName },
    { head: m.board_filter_sector(), cell: ({ asking }) => sectorWord[asking.sector]() },
    {
      head: m.board_filter_level(),
      cell: ({ asking: { request } }) => formatLevels([{ level: request.level, years: request.years }]),
    },
    { head: m.board_csv_pupils(), cell: ({ asking }) => asking.request.groupSize },
    { head: m.board_csv_weeks(), cell: ({ asking }) => asking.waitingWeeks },
    { head: m.board_csv_offer(), cell: ({ offer }) => offer?.title ?? null },
    { head: m.board_csv_organisation(), cell: ({ offer }) => offer?.organisationName ?? null },
    { head: m.board_csv_organisation_place(), cell: ({ offer }) => offer?.placeName ?? null },
    { head: m.board_csv_answer(), cell: standText },
    { head: m.board_col_why(), cell: ({ why }) => whyText(why) },
  ]
}

function standText({ holdState, why }: ExportedGroup): string | null {
  if (holdState) return holdStateWord[holdState]()
  return why.kind === 'served' && why.later ? m.board_later_row({ day: formatDay(why.later, true) }) : null
}

function whyText(why: ExportedGroup['why']): string {
  if (why.kind === 'served') {
    const choice = m.board_csv_choice({ choice: why.choice, of: why.of })
    const { shares } = why
    return shares
      ? `${choice} ${m.board_given_shares({ count: shares.groups, pupils: shares.pupils })}`
      : choice
  }
  return [whyLeftText(why), wouldHelpText(why.wouldHelp)].filter((text) => text !== null).join(' ')
}
