/** Where somebody says at which school he works, and sees who else does. */
import { Form } from '@remix-run/react'
import { Button } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { Notice } from '~/components/notices'
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import type { MySchools } from '../queries/my-schools.server'
import type { SchoolSearch } from '../queries/school-search.server'
import { MySchoolCard, WaitingFor } from './my-school-card'
import { SchoolResults } from './school-results'
import { SchoolSearchForm } from './school-search-form'

/** What was just done, told once by the address. */
const DONE: Readonly<Record<string, () => string>> = {
  joined: m.schools_my_done_joined,
  asked: m.schools_my_done_asked,
  left: m.schools_my_done_left,
  admitted: m.schools_my_done_admitted,
  refused: m.schools_my_done_refused,
  removed: m.schools_my_done_removed,
}

type Props = {
  readonly mine: MySchools
  readonly search: SchoolSearch
  readonly done: string | null
  readonly formErrors: readonly string[]
}

export function MySchoolScreen({ mine, search, done, formErrors }: Props) {
  const { schools, waitingFor, emailVerified } = mine
  const isNew = schools.length + waitingFor.length === 0
  const doneText = done === null ? undefined : DONE[done]?.()
  const known = new Set([...schools, ...waitingFor].map(({ id }) => id))
  return (
    <div className="page py-8">
      <div className="grid max-w-[48rem] gap-6">
        <h1>{m.schools_my_title()}</h1>
        <ErrorSummary formErrors={formErrors} fields={[]} />
        {doneText && formErrors.length === 0 ? <Notice role="status">{doneText}</Notice> : null}
        {emailVerified ? null : <Notice tone="need">{m.schools_my_verify_first()}</Notice>}
        {schools.map((school) => (
          <MySchoolCard key={school.id} school={school} />
        ))}
        {waitingFor.map((school) => (
          <WaitingFor key={school.id} school={school} />
        ))}
        <section>
          <h2>{isNew ? m.schools_my_choose_title() : m.schools_my_choose_another()}</h2>
          <p className="mt-1 mb-4">{m.schools_my_choose_text()}</p>
          <SchoolSearchForm action={paths.accountSchool()} asked={search.asked} />
        </section>
        <SchoolResults search={search} action={paths.accountSchool()}>
          {(school) =>
            known.has(school.id) ? null : (
              <Form method="post" className="shrink-0">
                <input type="hidden" name="branchId" value={school.id} />
                <Button
                  look="second"
                  size="small"
                  name="intent"
                  value="join"
                  aria-label={m.schools_work_here_at({ name: school.name, place: school.placeName })}
                >
                  {m.schools_work_here()}
                </Button>
              </Form>
            )
          }
        </SchoolResults>
      </div>
    </div>
  )
}
