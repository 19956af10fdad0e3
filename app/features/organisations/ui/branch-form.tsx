/** One branch: name, address, postcode, number of the Chamber of Commerce. */
import type { SubmissionResult } from '@conform-to/dom'
import { Form, Link, useNavigation } from '@remix-run/react'
import { Button } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { TextField } from '~/components/field'
import { formProblems } from '~/components/form-problems'
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import type { BranchFacts } from '../domain/branch'

const NAMES = ['name', 'address', 'postcode', 'branchNumber'] as const

type Props = {
  readonly organisationId: string
  /** `null`: a new one. */
  readonly branch: (BranchFacts & { readonly id: string }) | null
  readonly reply: SubmissionResult<string[]> | undefined
}

export function BranchForm({ organisationId, branch, reply }: Props) {
  const busy = useNavigation().state === 'submitting'
  const field = (name: (typeof NAMES)[number]) => {
    const errors = reply?.error?.[name]
    const initialValue = reply?.initialValue?.[name] ?? branch?.[name] ?? ''
    return { id: `branch-${name}`, name, initialValue, ...(errors ? { errors } : {}) }
  }
  const [name, address, postcode, branchNumber] = [
    field('name'),
    field('address'),
    field('postcode'),
    field('branchNumber'),
  ]
  const optional = m.organisations_form_optional()
  return (
    <section className="max-w-(--measure)" aria-labelledby="branch">
      <h2 id="branch">
        {branch ? m.organisations_branches_change_who({ name: branch.name }) : m.organisations_branches_add()}
      </h2>
      <Form method="post" className="mt-4 grid gap-5" noValidate>
        <ErrorSummary
          formErrors={formProblems(reply, NAMES)}
          fields={[name, address, postcode, branchNumber]}
        />
        <input type="hidden" name="organisation" value={organisationId} />
        {branch ? <input type="hidden" name="branch" value={branch.id} /> : null}
        <TextField
          field={name}
          label={m.organisations_branches_name()}
          hint={m.organisations_branches_name_hint()}
          autoComplete="off"
        />
        <TextField
          field={address}
          label={m.organisations_branches_address()}
          optional={optional}
          autoComplete="off"
        />
        <TextField field={postcode} label={m.organisations_form_postcode()} width="w-40" autoComplete="off" />
        <TextField
          field={branchNumber}
          label={m.organisations_branches_number()}
          hint={m.organisations_branches_number_hint()}
          optional={optional}
          inputMode="numeric"
          width="w-56"
          autoComplete="off"
        />
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <Button
            name="intent"
            value={branch ? 'change' : 'add'}
            busy={busy}
            busyText={m.organisations_form_busy()}
          >
            {branch ? m.organisations_branches_save() : m.organisations_branches_add()}
          </Button>
          {branch ? (
            <Link
              to={paths.branches({ of: organisationId })}
              className="link inline-flex min-h-11 items-center"
            >
              {m.organisations_form_back()}
            </Link>
          ) : null}
        </div>
      </Form>
    </section>
  )
}
