/** What the forms of saved searches may send. */
import * as z from 'zod'
import { typedLine } from '~/kernel/typed-text'
import { SAVED } from './domain/saved-search'

export const saveSearchForm = z.object({
  email: z
    .string()
    .transform((text) => typedLine(text))
    .pipe(z.string().min(1).max(254).pipe(z.email())),
  query: z.string().max(SAVED.queryMax).default(''),
})

const token = z.string().max(200)
export const savedSearchLinkForm = z.object({ token })

/** `search`: that one, otherwise all. A mail program sends `List-Unsubscribe=One-Click` and nothing else (RFC 8058). */
export const endByLinkForm = z.object({
  search: z.uuid().optional(),
  'List-Unsubscribe': z.literal('One-Click').optional(),
})
export const endSearchForm = z.object({ search: z.uuid() })
