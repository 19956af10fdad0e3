/** What a coordinator can do when a school rings: enter a request, or look at one that runs. */
import { paths } from '~/components/paths'
import { requestStateWord } from '~/features/requests/ui/words'
import * as m from '~/paraglide/messages'
import type { RequestOfSchool } from '../queries/requests-of-school.server'
import { Rang } from './rang'

type Props = { readonly branchId: string; readonly requests: readonly RequestOfSchool[] }

export function SchoolRang({ branchId, requests }: Props) {
  return (
    <Rang
      title={m.phone_school_title()}
      text={m.phone_school_text()}
      enter={{ to: paths.enterRequest(branchId), label: m.phone_enter_request() }}
      runningTitle={m.phone_school_running()}
      running={requests.map(({ id, title, state }) => ({
        id,
        to: paths.boardRequest(id),
        title,
        state: requestStateWord[state](),
      }))}
    />
  )
}
