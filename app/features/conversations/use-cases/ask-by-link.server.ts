/** A company asks the school a question from the link of a mail, without signing in. The link stays as it is. */
import type { SignedInActor } from '~/authorisation/actor'
import type { OrganisationId, UserId } from '~/kernel/ids'
import type { Transact } from '~/platform/db/client.server'
import type { LinkStore } from '~/platform/links/link-store.server'
import type { Links } from '~/platform/links/links.server'
import { linkIsSpent } from '../../proposals/errors'
import type { ProposalStore } from '../../proposals/store.server'
import { type MessageStores, type WriteMessageNeeds, writeMessage } from './write-message.server'

type LinkedStores = { readonly links: LinkStore; readonly proposals: ProposalStore }

/** @throws AppError gone for a link that is used, too late, or of who no longer works there; what writing throws. */
export async function askByLink(
  needs: Omit<WriteMessageNeeds, 'transact'> & {
    readonly transact: Transact<MessageStores & LinkedStores>
    readonly links: Pick<Links, 'read'>
  },
  token: unknown,
  question: { readonly key: string; readonly text: string },
): Promise<void> {
  const now = needs.clock.now()
  const id = needs.links.read('answer-proposal', token, now)
  if (id === null) throw linkIsSpent()
  const { actor, pair } = await needs.transact(async ({ links, proposals }) => {
    const link = await links.look('answer-proposal', id, now)
    const proposal = link && (await proposals.read(link.subjectId))
    const userId = link?.payload.userId
    const role = proposal && userId ? await proposals.roleAt(proposal.organisationId, userId) : null
    if (!proposal || !userId || !role) throw linkIsSpent()
    const { requestId, organisationId } = proposal
    return { actor: holder(userId, organisationId, role), pair: { requestId, organisationId } }
  })
  await writeMessage(needs, actor, { to: pair, files: [], ...question })
}

function holder(
  userId: string,
  organisationId: OrganisationId,
  role: 'owner' | 'editor' | 'viewer',
): SignedInActor {
  return {
    kind: 'user',
    userId: userId as UserId,
    emailVerified: true,
    schools: new Map(),
    organisations: new Map([[organisationId, role]]),
    regions: new Set(),
    isAdministrator: false,
  }
}
