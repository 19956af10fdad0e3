/** What one wider wish would give, in words. */
import { formatNumber } from '~/components/format'
import type { Help } from '~/features/matchmaking/domain/what-helps'
import * as m from '~/paraglide/messages'

export function helpText({ change, more, to }: Help): string {
  const figures = { count: more, shown: formatNumber(more) }
  switch (change) {
    case 'further':
      return to === null
        ? m.requests_help_any_distance(figures)
        : m.requests_help_further({ ...figures, km: to })
    case 'other-kind':
      return m.requests_help_kind(figures)
    case 'other-period':
      return m.requests_help_period(figures)
    case 'other-day':
      return m.requests_help_day(figures)
    case 'smaller-group':
      return m.requests_help_group({ ...figures, pupils: to ?? 0 })
  }
}
