/** What is wrong with a form, at its top, with a link to each field. It takes the focus when it appears. */
import { Link, useNavigation } from '@remix-run/react'
import CircleAlert from 'lucide-react/icons/circle-alert'
import { useEffect, useRef } from 'react'
import * as m from '~/paraglide/messages'
import type { FieldLike } from './field'

type Props = {
  /** Errors of the form as a whole. */
  readonly formErrors?: readonly string[] | undefined
  /** In the order of the page. */
  readonly fields: readonly FieldLike[]
  /** What is wrong on another page, with the way there. */
  readonly elsewhere?: readonly { readonly to: string; readonly text: string }[]
}

export function ErrorSummary({ formErrors = [], fields, elsewhere = [] }: Props) {
  const wrong = fields.filter((field) => field.errors && field.errors.length > 0)
  const box = useRef<HTMLDivElement>(null)
  const isSending = useNavigation().state === 'submitting'
  const key = [...formErrors, ...wrong.map((field) => `${field.id}${field.errors?.[0]}`)].join('|')
  // Again after each post, also when the same things are still wrong.
  useEffect(() => {
    if (key !== '' && !isSending) box.current?.focus()
  }, [key, isSending])
  if (key === '') return null
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="rounded-md border-2 border-danger bg-danger-soft p-4 text-danger-text"
    >
      <h2 className="flex items-center gap-2 text-lg">
        <CircleAlert aria-hidden size={22} strokeWidth={1.75} />
        {wrong.length > 0 ? m.common_errors_title({ count: wrong.length }) : m.common_error_title()}
      </h2>
      {formErrors.map((text) => (
        <p key={text} className="mt-1">
          {text}
        </p>
      ))}
      {wrong.length + elsewhere.length > 0 ? (
        <ul className="mt-2 list-disc pl-5">
          {wrong.map((field) => (
            <li key={field.id}>
              <a href={`#${field.id}`} className="underline underline-offset-[.22em]">
                {field.errors?.[0]}
              </a>
            </li>
          ))}
          {elsewhere.map(({ to, text }) => (
            <li key={to}>
              <Link to={to} className="underline underline-offset-[.22em]">
                {text}
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
