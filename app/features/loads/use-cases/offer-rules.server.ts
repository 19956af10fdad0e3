/** The rules of an offer as a row is judged by them: those of its form, none of its own. */
import { gapField, gapText } from '../../offers/domain/gap-words'
import { gapsForPublication } from '../../offers/domain/gaps'
import { fieldsOfContent, rowOfferForm } from '../../offers/schemas'
import type { OfferRules } from '../domain/judge-row'

export const offerRules: OfferRules = {
  fieldsOf: fieldsOfContent,
  parse(values) {
    const parsed = rowOfferForm.safeParse(values)
    if (parsed.success) return { ok: true, content: parsed.data }
    const problems = new Map<string, string>()
    for (const { path, message } of parsed.error.issues) {
      const field = String(path[0] ?? '')
      if (!problems.has(field)) problems.set(field, message)
    }
    return { ok: false, problems: [...problems].map(([field, text]) => ({ field, text })) }
  },
  gaps: (content) => gapsForPublication(content),
  gapText: (gap) => gapText[gap](),
  gapField: (gap) => gapField[gap],
}
