/** Under every result, also an empty one: keep the question, hear by mail what is new. */
import { Link } from '@remix-run/react'
import Mail from 'lucide-react/icons/mail'
import { paths } from '~/components/paths'
import { writeAddress } from '~/features/finder/domain/finder-address'
import type { FinderPage } from '~/features/finder/domain/finder-page'
import * as m from '~/paraglide/messages'

/** Nothing where a part of the question is not understood: it would be kept without that part. */
export function SaveSearch({ page: { state, problems, placeChoices } }: { readonly page: FinderPage }) {
  if (problems.length > 0 || placeChoices.length > 0) return null
  const query = writeAddress({ ...state, page: 1, view: 'auto', sort: 'relevance' })
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 px-(--gutter) py-4 lg:px-0">
      <Link to={paths.saveSearch(query)} className="link inline-flex min-h-11 items-center gap-2 font-[650]">
        <Mail aria-hidden size={20} strokeWidth={1.75} />
        {m.searches_save_link()}
      </Link>
      <span className="text-ink-soft">{m.searches_save_why()}</span>
    </p>
  )
}
