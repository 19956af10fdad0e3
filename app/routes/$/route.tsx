/** Whatever has no page of its own. */

import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '~/kernel/errors'
import { respond } from '~/platform/http/respond.server'

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    throw notFound('page.not-found')
  })
}

export default function Nothing() {
  return null
}
