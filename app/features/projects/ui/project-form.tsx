/** The frame of the forms of a project: plain forms, whose step is an address. */
import type { SubmissionResult } from '@conform-to/react'
import { useForm } from '@conform-to/react'
import { Form, Link, useNavigation } from '@remix-run/react'
import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import type { FieldLike } from '~/components/field'
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'

export type ProjectReply = SubmissionResult<string[]> | undefined

/** The form that the reply is to, with its fields; others begin afresh. */
export function useProjectForm<Name extends string>(
  intent: string,
  reply: ProjectReply,
  initial: Partial<Record<Name, string | readonly string[]>> = {},
) {
  return useForm<Record<Name, string>>({
    id: intent,
    lastResult: reply?.initialValue?.intent === intent ? reply : null,
    defaultValue: initial as never,
  })
}

type Props = {
  readonly projectId: string
  readonly intent: string
  readonly title: string
  readonly formErrors: readonly string[] | undefined
  readonly fields: readonly FieldLike[]
  readonly submit: string
  readonly look?: 'main' | 'second' | 'danger'
  readonly withFile?: boolean
  readonly children: ReactNode
}

export function ProjectForm(props: Props) {
  const { projectId, intent, title, formErrors, fields, submit, look = 'main', withFile, children } = props
  const navigation = useNavigation()
  const busy = navigation.state !== 'idle' && navigation.formData?.get('intent') === intent
  const heading = useRef<HTMLHeadingElement>(null)
  // A step begins here for who cannot see the page change.
  useEffect(() => heading.current?.focus(), [])
  return (
    <section
      className="no-print mt-6 rounded-md border-2 border-act bg-surface p-5"
      aria-labelledby={`${intent}-heading`}
    >
      <h2 id={`${intent}-heading`} ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <Form
        method="post"
        id={intent}
        noValidate
        preventScrollReset
        className="mt-3 grid gap-5"
        {...(withFile && { encType: 'multipart/form-data' as const })}
      >
        <ErrorSummary formErrors={formErrors} fields={fields} />
        {children}
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <Button name="intent" value={intent} look={look} busy={busy} busyText={m.projects_busy()}>
            {submit}
          </Button>
          <Link to={paths.project(projectId)} className="link inline-flex min-h-11 items-center">
            {m.projects_back_to()}
          </Link>
        </div>
      </Form>
    </section>
  )
}

/** One press, without fields of its own. */
export function PressForm({
  intent,
  hidden = {},
  look = 'main',
  small = false,
  label,
  children,
}: {
  readonly intent: string
  readonly hidden?: Readonly<Record<string, string>>
  readonly look?: 'main' | 'second' | 'quiet'
  readonly small?: boolean
  readonly label?: string
  readonly children: string
}) {
  const navigation = useNavigation()
  const busy = navigation.state !== 'idle' && navigation.formData?.get('intent') === intent
  return (
    <Form method="post" preventScrollReset>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button
        name="intent"
        value={intent}
        look={look}
        size={small ? 'small' : 'normal'}
        busy={busy}
        busyText={m.projects_busy()}
        aria-label={label}
      >
        {children}
      </Button>
    </Form>
  )
}
