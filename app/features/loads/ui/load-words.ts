/** What is said of a load and its rows. */
import { formatNumber } from '~/components/format'
import type { Status } from '~/components/status-badge'
import * as m from '~/paraglide/messages'
import type { LoadState } from '../domain/load'
import { fieldWord, isLoadField } from '../domain/load-field'
import type { LoadShow } from '../queries/load-page.server'

export const loadState: Readonly<
  Record<LoadState, { readonly status: Status; readonly word: () => string }>
> = {
  mapping: { status: 'open', word: m.loads_state_mapping },
  checked: { status: 'asked', word: m.loads_state_checked },
  running: { status: 'held', word: m.loads_state_running },
  done: { status: 'done', word: m.loads_state_done },
  undoing: { status: 'held', word: m.loads_state_undoing },
  undone: { status: 'ended', word: m.loads_state_undone },
  cancelled: { status: 'ended', word: m.loads_state_cancelled },
}

export const showWord: Readonly<Record<LoadShow, () => string>> = {
  wrong: m.loads_rows_wrong,
  new: m.loads_rows_new,
  changed: m.loads_rows_changed,
  same: m.loads_rows_same,
  failed: m.loads_rows_failed,
  kept: m.loads_rows_kept,
}

export const fieldName = (field: string) => (isLoadField(field) ? fieldWord[field]() : field)

/** @returns "300 rijen". */
export const rowsWord = (count: number) => m.loads_count_rows({ count, shown: formatNumber(count) })

export const shown = (count: number) => ({ count, shown: formatNumber(count) })
