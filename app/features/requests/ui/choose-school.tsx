/** The first question to a visitor: at which school of the register he works. Everything else follows from it. */
import { ButtonLink } from '~/components/button'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import { SchoolResults } from '~/features/schools/ui/school-results'
import { SchoolSearchForm } from '~/features/schools/ui/school-search-form'
import * as m from '~/paraglide/messages'
import type { SchoolSearch } from '../../schools/queries/school-search.server'
import type { TypedRequest } from '../domain/request-form'
import { addressOfAnswers } from './answers-address'

type Props = { readonly search: SchoolSearch; readonly typed: TypedRequest }

export function ChooseSchool({ search, typed }: Props) {
  const carried = Object.entries(typed).flatMap(([name, values]) =>
    values.map((value) => [name, value] as const),
  )
  const action = `${paths.newRequest()}?${new URLSearchParams(carried.map(([name, value]) => [name, value]))}`
  return (
    <PageFrame title={m.requests_new_title()} lead={m.requests_choose_lead()} narrow>
      <SchoolSearchForm action={paths.newRequest()} asked={search.asked} carried={carried} />
      <div className="mt-6">
        <SchoolResults search={search} action={action}>
          {({ id, name, placeName }) => (
            <ButtonLink
              to={addressOfAnswers({ ...typed, branch: [id] }, 'what')}
              look="second"
              size="small"
              className="shrink-0"
            >
              {m.schools_work_here()}
              <span className="sr-only">
                : {name}, {placeName}
              </span>
            </ButtonLink>
          )}
        </SchoolResults>
      </div>
      <p className="mt-8 border-t border-line pt-6">
        {m.accounts_sign_up_have_account()}{' '}
        <ButtonLink look="quiet" size="small" to={paths.signIn(addressOfAnswers(typed, 'what'))}>
          {m.accounts_sign_in_title()}
        </ButtonLink>
      </p>
    </PageFrame>
  )
}
