/** Forms: read, check, do, and on a mistake give back what was typed with words that help. */

import type { SubmissionResult } from '@conform-to/dom'
import { parseWithZod } from '@conform-to/zod/v4'
import { data } from '@remix-run/node'
import type * as z from 'zod'
import { AppError } from '~/kernel/errors'
import { installZodMessages } from '~/platform/i18n/zod-messages'
import { processWide } from '~/platform/process-wide.server'
import { errorText } from './error-text.server'
import { headersOf, STATUS } from './respond.server'

/** What the page gets back: hand it to conform's `useForm({ lastResult })`. */
export type FormReply = ReturnType<typeof data<SubmissionResult<string[]>>>

export type ParsedForm<Value> =
  | {
      readonly ok: true
      readonly value: Value
      /** As it was sent. */
      readonly form: FormData
      /** The reply to an error that only the work finds: values kept, but for the fields of `secret`. */
      refuse(error: AppError, field?: string): FormReply
    }
  | { readonly ok: false; readonly response: FormReply }

type Options = {
  /** Fields that are never sent back: passwords. */
  readonly secret?: readonly string[]
}

/**
 * @returns the checked value, or a 422 reply with the errors per field and what was typed.
 * @throws AppError `invalid` when the body is not a form.
 */
export async function parseForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  options: Options = {},
): Promise<ParsedForm<z.output<Schema>>> {
  speakOfMistakes()
  const form = await readForm(request)
  const submission = await parseWithZod(form, { schema, async: true })
  const hideFields = [...(options.secret ?? [])]
  if (submission.status !== 'success') {
    return { ok: false, response: data(submission.reply({ hideFields }), { status: 422 }) }
  }
  return {
    ok: true,
    value: submission.value as z.output<Schema>,
    form,
    refuse(error, field) {
      const text = [errorText(error)]
      const reply = submission.reply(
        field === undefined
          ? { formErrors: text, hideFields }
          : { fieldErrors: { [field]: text }, hideFields },
      )
      return data(reply, { status: STATUS[error.kind], headers: headersOf(error) })
    },
  }
}

const MENDABLE = new Set(['invalid', 'conflict', 'gone', 'too-many', 'unavailable', 'forbidden'])

/**
 * Reads the form, does the work, and turns a refusal of the work into a form error.
 * @param fieldOf names the field that an error code belongs to; others stand above the form.
 * @throws what is not mendable by the sender: 404, sign in first, bugs.
 */
export async function submitForm<Schema extends z.ZodType, Result>(
  request: Request,
  schema: Schema,
  work: (value: z.output<Schema>, form: FormData) => Promise<Result>,
  options: Options & { readonly fieldOf?: Readonly<Record<string, string>> } = {},
): Promise<Result | FormReply> {
  const parsed = await parseForm(request, schema, options)
  if (!parsed.ok) return parsed.response
  try {
    return await work(parsed.value, parsed.form)
  } catch (error) {
    if (!(error instanceof AppError) || !MENDABLE.has(error.kind)) throw error
    return parsed.refuse(error, options.fieldOf?.[error.code])
  }
}

/** @throws AppError `invalid` when the body is not a form. */
export async function readForm(request: Request): Promise<FormData> {
  return request.formData().catch((cause) => {
    throw new AppError('invalid', 'form.unreadable', {}, cause)
  })
}

/**
 * For forms that are read by a query of their own: what a refusal of the work says, and the status that goes with it.
 * @throws what is not mendable by the sender.
 */
export function refusalOf(error: unknown): { readonly text: string; readonly status: number } {
  if (!(error instanceof AppError) || !MENDABLE.has(error.kind)) throw error
  return { text: errorText(error), status: STATUS[error.kind] }
}

/** Gives schemas that a query runs the words of the reader's language; once per process. */
export function speakOfMistakes(): void {
  processWide('zod-messages', () => {
    installZodMessages()
    return true
  })
}
