/** The title of a request and how it stands, as the school and its coordinator see it. */
import { DemoMark } from '~/components/notices'
import { StatusBadge } from '~/components/status-badge'
import type { RequestPage } from '../queries/request-page.server'
import { placedWord, requestStateWord, requestStatus } from './words'

export function RequestStanding({ request }: { readonly request: RequestPage }) {
  const { need, state, groups, placed, isDemo } = request
  return (
    <>
      <h1 className="wrap-break-word">{need.title}</h1>
      <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-2">
        <StatusBadge status={requestStatus[state]}>{requestStateWord[state]()}</StatusBadge>
        <span>{placedWord(placed, groups.length)}</span>
        {isDemo ? <DemoMark /> : null}
      </p>
    </>
  )
}
