/** On the page of a school, for the coordinator of its region: what can be done when it rings. */
import { Link } from '@remix-run/react'
import Phone from 'lucide-react/icons/phone'
import { ButtonLink } from '~/components/button'
import { paths } from '~/components/paths'
import { requestStateWord } from '~/features/requests/ui/words'
import * as m from '~/paraglide/messages'
import type { RequestOfSchool } from '../queries/requests-of-school.server'

type Props = { readonly branchId: string; readonly requests: readonly RequestOfSchool[] }

export function SchoolRang({ branchId, requests }: Props) {
  return (
    <section className="card p-5">
      <h2 className="text-lg leading-7">{m.phone_school_title()}</h2>
      <div className="mt-2 grid gap-4">
        <p>{m.phone_school_text()}</p>
        <div>
          <ButtonLink to={paths.enterRequest(branchId)}>
            <Phone aria-hidden size={20} strokeWidth={1.75} />
            {m.phone_enter_request()}
          </ButtonLink>
        </div>
        {requests.length > 0 ? (
          <div>
            <h3 className="text-base">{m.phone_school_running()}</h3>
            <ul className="mt-1">
              {requests.map(({ id, title, state }) => (
                <li key={id} className="py-1.5">
                  <Link to={paths.boardRequest(id)} className="link">
                    {title}
                  </Link>{' '}
                  <span className="text-sm text-ink-soft">({requestStateWord[state]().toLowerCase()})</span>
                </li>
              ))}
            </ul>
          </div>
        ) : null}
      </div>
    </section>
  )
}
