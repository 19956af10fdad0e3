/** What a form that came back says of one field: what was typed, and what is wrong with it. */
import type { SubmissionResult } from '@conform-to/dom'
import type { FieldLike } from '~/components/field'

export type Reply = SubmissionResult<string[]> | undefined

/**
 * @param name as in the form, e.g. `groups[0].date`.
 * @param start what the field holds before anything was typed.
 */
export function replyField(reply: Reply, name: string, start?: string): FieldLike {
  const typed = valueAt(reply?.initialValue, name)
  const errors = reply?.error?.[name]
  return {
    id: `answer-${name.replace(/[^a-zA-Z0-9]+/g, '-').replace(/-$/, '')}`,
    name,
    initialValue: reply?.initialValue ? typed : start,
    ...(errors && { errors }),
  }
}

function valueAt(values: unknown, name: string): unknown {
  return name
    .split(/[.[\]]+/)
    .filter((part) => part !== '')
    .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], values)
}
