/** What an action gave back, as conform reads it. */
import type { SubmissionResult } from '@conform-to/dom'

export type FormReply = SubmissionResult<string[]> | undefined

/** @returns the errors that belong to no field. */
export function problemsOf(reply: FormReply): readonly string[] {
  return reply?.error?.[''] ?? []
}
