/** What a request still looks for ends: open proposals close, groups that have a place keep it. Inside a transaction. */
import type { Outbox } from '~/kernel/events'
import { proposalExpired } from '../../proposals/events'
import type { ProposalStore } from '../../proposals/store.server'
import type { SupportRequest } from '../domain/request'
import { requestExpired } from '../events'
import type { RequestStore } from '../store.server'

export type EndRestStores = {
  readonly requests: RequestStore
  readonly proposals: ProposalStore
  readonly outbox: Outbox
}

/** @param request locked; without a place that is held. It expires, or lives on for the groups that have their place. */
export async function endRest(
  { requests, proposals, outbox }: EndRestStores,
  request: SupportRequest,
  now: Date,
): Promise<void> {
  for (const proposal of await proposals.openOf(request.id)) {
    await proposals.answer(proposal.id, { state: 'expired', answeredById: null }, now)
    await outbox.append(proposalExpired(proposal.id))
  }
  const rest = request.groups.filter((group) => group.standing === 'none')
  if (rest.length < request.groups.length) {
    await requests.dropGroups(
      rest.map((group) => group.id),
      now,
    )
    await requests.settle(request.id, now, { waiting: null })
    return
  }
  await requests.settle(request.id, now, { decided: 'expired' })
  await outbox.append(requestExpired(request.id))
}
