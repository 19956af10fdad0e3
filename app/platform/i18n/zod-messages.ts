/**
 * What a form says of a wrong field when its schema has no words of its own: in the reader's language, with what to
 * do. Runs on the server and, for forms that check while typing, in the browser.
 */

import type { $ZodRawIssue } from 'zod/v4/core'
import { config } from 'zod/v4/core'
import * as m from '~/paraglide/messages'

/** @returns the text of the issue. */
function issueText(issue: $ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null) return m.error_form_required()
      return issue.expected === 'number' || issue.expected === 'int'
        ? m.error_form_number()
        : m.error_form_invalid()
    case 'too_big':
      if (issue.origin === 'string') return m.error_form_too_long({ max: Number(issue.maximum) })
      if (issue.origin === 'array' || issue.origin === 'set')
        return m.error_form_too_many({ max: Number(issue.maximum) })
      return m.error_form_at_most({ max: Number(issue.maximum) })
    case 'too_small':
      if (issue.origin === 'string')
        return Number(issue.minimum) <= 1
          ? m.error_form_required()
          : m.error_form_too_short({ min: Number(issue.minimum) })
      if (issue.origin === 'array' || issue.origin === 'set')
        return m.error_form_too_few({ min: Number(issue.minimum) })
      return m.error_form_at_least({ min: Number(issue.minimum) })
    case 'invalid_format':
      if (issue.format === 'email') return m.error_form_email()
      if (issue.format === 'url') return m.error_form_url()
      return m.error_form_invalid()
    case 'invalid_value':
      return m.error_form_choose()
    default:
      return m.error_form_invalid()
  }
}

/** To be called once by each entry that checks forms. */
export function installZodMessages(): void {
  config({ customError: issueText })
}
