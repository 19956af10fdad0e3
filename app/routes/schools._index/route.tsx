import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import { ASKED_MAX } from '~/features/schools/domain/school-search'
import { searchSchools } from '~/features/schools/queries/school-search.server'
import { SchoolResults } from '~/features/schools/ui/school-results'
import { SchoolSearchForm } from '~/features/schools/ui/school-search-form'
import * as m from '~/paraglide/messages'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.schools_title(), m.schools_meta())

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const { searchParams } = new URL(request.url)
    const asked = (searchParams.get('q') ?? '').trim().slice(0, ASKED_MAX)
    return searchSchools(wire().db, asked, Number(searchParams.get('page') ?? 1))
  })
}

export default function Schools() {
  const search = useLoaderData<typeof loader>()
  return (
    <div className="page py-8">
      <div className="max-w-[48rem]">
        <h1>{m.schools_title()}</h1>
        <p className="mt-2 mb-6">{m.schools_intro()}</p>
        <SchoolSearchForm action={paths.schools()} asked={search.asked} />
        <div className="mt-8">
          <SchoolResults search={search} action={paths.schools()} />
        </div>
        <p className="mt-6 text-sm text-ink-soft">{m.schools_source()}</p>
      </div>
    </div>
  )
}
