/** What a reply to a form says that no field of the page can show. */
import * as m from '~/paraglide/messages'

type Reply = { readonly error?: Readonly<Record<string, readonly string[] | null>> | null | undefined }

/**
 * @param shown names of the fields that show their own errors.
 * @returns errors of the form as a whole; of what has no field on the page (a choice that was tampered with) one general
 * text, so that nothing is refused in silence.
 */
export function formProblems(reply: Reply | undefined, shown: readonly string[]): readonly string[] {
  const errors = Object.entries(reply?.error ?? {})
  const whole = errors.flatMap(([name, texts]) => (name === '' ? (texts ?? []) : []))
  const known = new Set(['', ...shown])
  const isSilent = errors.some(([name, texts]) => !known.has(name) && (texts?.length ?? 0) > 0)
  return isSilent ? [...whole, m.error_form_invalid()] : whole
}
