import { formatDay } from '~/components/format'
import type { Span } from '~/kernel/calendar'
import * as m from '~/paraglide/messages'

/** @returns "4 januari 2027 tot en met 26 februari 2027"; one day is one day. */
export function daySpanWord({ from, until }: Span): string {
  if (from === until) return formatDay(from, true)
  return m.matchmaking_span({ from: formatDay(from, true), until: formatDay(until, true) })
}
