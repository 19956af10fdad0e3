/** The branches of the organisation, and a form for one: another one, or the one that is being changed. */
import type { SubmissionResult } from '@conform-to/dom'
import { Form, Link } from '@remix-run/react'
import { Button } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { formProblems } from '~/components/form-problems'
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import type { BranchesPage } from '../queries/branches-page.server'
import { BranchForm } from './branch-form'

type Props = {
  readonly page: BranchesPage
  /** The one that is being changed; `null`: another one. */
  readonly changingId: string | null
  readonly reply: SubmissionResult<string[]> | undefined
}

export function BranchesScreen({ page, changingId, reply }: Props) {
  const { organisation, branches, mayEdit } = page
  const changing = branches.find(({ id }) => id === changingId) ?? null
  const ofForm = reply?.initialValue?.intent !== 'remove'
  return (
    <div className="grid gap-10">
      {ofForm ? null : <ErrorSummary formErrors={formProblems(reply, [])} fields={[]} />}
      <section aria-labelledby="branches">
        <h2 id="branches">{m.organisations_branches_list()}</h2>
        <ul className="card mt-3 divide-y divide-line">
          <li className="px-4 py-4">
            <p className="font-[650]">{m.organisations_branches_main()}</p>
            <p>
              {organisation.postcode} {organisation.placeName}
            </p>
            <p className="text-sm text-ink-soft">{m.organisations_branches_main_text()}</p>
          </li>
          {branches.map((branch) => (
            <li key={branch.id} className="px-4 py-4">
              <BranchLine page={page} branch={branch} />
            </li>
          ))}
        </ul>
      </section>
      {mayEdit ? (
        <BranchForm
          key={changing?.id ?? 'new'}
          organisationId={organisation.id}
          branch={changing}
          reply={ofForm ? reply : undefined}
        />
      ) : (
        <p className="text-ink-soft">{m.organisations_my_only_lead()}</p>
      )}
    </div>
  )
}

type LineProps = { readonly page: BranchesPage; readonly branch: BranchesPage['branches'][number] }

function BranchLine({ page: { organisation, mayEdit }, branch }: LineProps) {
  const { id, name, address, postcode, placeName, branchNumber, offers } = branch
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
      <div className="min-w-0">
        <p className="font-[650] wrap-break-word">{name}</p>
        <p className="wrap-break-word">{[address, `${postcode} ${placeName}`].filter(Boolean).join(', ')}</p>
        <p className="text-sm text-ink-soft">
          {m.organisations_branches_offers({ count: offers })}
          {branchNumber ? ` · ${m.organisations_branches_number_is({ number: branchNumber })}` : null}
        </p>
      </div>
      {mayEdit ? (
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <Link
            to={paths.branches({ of: organisation.id, branch: id })}
            className="link inline-flex min-h-11 items-center"
            aria-label={m.organisations_branches_change_who({ name })}
          >
            {m.organisations_branches_change()}
          </Link>
          {offers === 0 ? (
            <Form method="post">
              <input type="hidden" name="organisation" value={organisation.id} />
              <input type="hidden" name="branch" value={id} />
              <Button
                look="second"
                size="small"
                name="intent"
                value="remove"
                aria-label={m.organisations_branches_remove_who({ name })}
              >
                {m.organisations_branches_remove()}
              </Button>
            </Form>
          ) : null}
        </div>
      ) : null}
    </div>
  )
}
