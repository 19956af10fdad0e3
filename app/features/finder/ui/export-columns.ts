/** The columns of an exported result, in the reader's language. No names or addresses of people. */
import { formatDays, formatLevels } from '~/components/format'
import { paths } from '~/components/paths'
import type { OfferRow } from '~/features/finder/domain/offer-row'
import * as m from '~/paraglide/messages'
import { kindWord, languageWord, locationWord } from './words'

type Column = { readonly head: string; readonly cell: (row: OfferRow) => string | number | null }

/** @param origin of the program, so that the links work from anywhere. */
export function exportColumns(origin: string): readonly Column[] {
  return [
    { head: m.finder_export_rank(), cell: (row) => row.rank },
    { head: m.finder_export_offer(), cell: (row) => row.title },
    { head: m.finder_kind(), cell: (row) => kindWord[row.kind]() },
    { head: m.finder_organisation(), cell: (row) => row.organisationName },
    { head: m.finder_export_place(), cell: (row) => row.placeName },
    {
      head: m.finder_export_distance(),
      cell: (row) => (row.distanceKm === null ? null : Math.round(row.distanceKm * 10) / 10),
    },
    { head: m.common_fact_for(), cell: (row) => formatLevels(row.levels).replaceAll('\u2060', '') },
    { head: m.finder_location(), cell: (row) => locationWord[row.location]() },
    { head: m.finder_export_minutes(), cell: (row) => row.durationMinutes },
    { head: m.finder_export_group(), cell: (row) => row.groupSizeMax },
    { head: m.finder_export_price(), cell: (row) => row.costCents / 100 },
    { head: m.finder_language(), cell: (row) => row.languages.map(languageWord).join(', ') },
    {
      head: m.finder_export_weekdays(),
      cell: (row) => (row.weekdays.length > 0 ? formatDays(row.weekdays) : null),
    },
    { head: m.finder_export_open(), cell: (row) => row.openPlaces },
    { head: m.finder_export_summary(), cell: (row) => row.summary },
    { head: m.finder_export_demo(), cell: (row) => (row.isDemo ? m.finder_export_yes() : null) },
    { head: m.finder_export_link(), cell: (row) => `${origin}${paths.offer(row.slug)}` },
  ]
}
