/** The words of an `AppError`, in the language of the request. */
import type { AppError } from '~/kernel/errors'
import * as m from '~/paraglide/messages'

type MessageFunction = (params: Record<string, unknown>) => string

/** @returns the text of `error_<code>` with the parameters filled in; a general one where the code has no text. */
export function errorText(error: Pick<AppError, 'code' | 'params'>): string {
  const name = `error_${error.code.replace(/[.-]/g, '_')}`
  const message = (m as unknown as Record<string, MessageFunction | undefined>)[name]
  return message ? message(error.params) : m.error_page_unexpected()
}
