/** The saved searches that are mailed to the own address. */
import { Link } from '@remix-run/react'
import { ButtonLink } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { formatDay } from '~/components/format'
import { Notice } from '~/components/notices'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import { type FormReply, problemsOf } from '~/features/accounts/ui/form-reply'
import * as m from '~/paraglide/messages'
import type { SavedSearchList } from '../queries/saved-searches.server'
import { SearchLines } from './search-lines'

type Props = { readonly list: SavedSearchList; readonly reply: FormReply }

export function OwnSearchesScreen({ list, reply }: Props) {
  const { email, emailVerified, searches, lastsUntil } = list
  return (
    <PageFrame title={m.searches_own_title()} lead={m.searches_own_lead({ email })} narrow>
      <div className="grid gap-6">
        <ErrorSummary formErrors={problemsOf(reply)} fields={[]} />
        {emailVerified ? null : (
          <Notice tone="need">
            {m.searches_own_unverified()}{' '}
            <Link to={paths.account()} className="link">
              {m.searches_own_to_account()}
            </Link>
          </Notice>
        )}
        {searches.length > 0 ? (
          <>
            <SearchLines searches={searches} canEnd />
            {lastsUntil ? (
              <p className="text-ink-soft">
                {m.searches_own_until({ day: formatDay(lastsUntil.slice(0, 10), true) })}
              </p>
            ) : null}
          </>
        ) : emailVerified ? (
          <p>{m.searches_own_none()}</p>
        ) : null}
        <div>
          <ButtonLink to={paths.finder()} look="second">
            {m.searches_back_to_finder()}
          </ButtonLink>
        </div>
      </div>
    </PageFrame>
  )
}
