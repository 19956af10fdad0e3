/** Every part of the design system in every state, for those who build with it. Not there in production. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { PageFrame } from '~/components/shell'
import { refuseInProduction } from '~/platform/http/dev-pages.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'
import { Fields } from './fields'
import { Pieces } from './pieces'
import { Tokens } from './tokens'

export const meta: MetaFunction = () => [{ title: 'Components · Schakel' }]

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    refuseInProduction(wire().env)
    return null
  })
}

export default function Components() {
  return (
    <div lang="en">
      <PageFrame title="Components" lead="One language: pads, traces, contacts and the title block.">
        <div className="grid gap-4 lg:grid-cols-2">
          <Pieces />
          <Fields />
        </div>
        <Tokens />
      </PageFrame>
    </div>
  )
}
