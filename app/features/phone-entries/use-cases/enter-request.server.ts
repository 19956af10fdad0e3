/** A school rang: its coordinator posts what it needs. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import { AppError } from '~/kernel/errors'
import type { Transact } from '~/platform/db/client.server'
import type { Switches } from '../../administration/domain/switches'
import type { RequestId } from '../../requests/domain/ids'
import {
  type PostRequest,
  type PostRequestNeeds,
  type PostStores,
  postIn,
  readyToPost,
} from '../../requests/use-cases/post-request.server'
import type { Contact } from '../domain/phone-entry'
import { contactMissing, phoneIsOff } from '../errors'
import { requestEntered } from '../events'
import type { PhoneEntryStore } from '../store.server'

type Stores = PostStores & { readonly phoneEntries: PhoneEntryStore }
export type EnterRequestNeeds = Omit<PostRequestNeeds, 'transact'> & {
  readonly transact: Transact<Stores>
  readonly switches: Switches
}

export type EnterRequest = PostRequest & {
  /** Who rang; kept only where nobody of the school has an account. */
  readonly contact: Contact | null
}

/**
 * The request is the school's as if it had posted it; the entry says who did. A form posted twice makes one of both.
 * @throws AppError 401; 404 for a school outside the actor's regions; invalid `phone-entry.contact-missing`.
 */
export async function enterRequest(
  needs: EnterRequestNeeds,
  actor: Actor,
  { contact, ...input }: EnterRequest,
): Promise<RequestId> {
  const school = await needs.transact(({ phoneEntries }) => phoneEntries.school(input.branchId))
  allow(actor, 'request.enter', { regionIds: school?.regionIds ?? [] })
  if (actor.kind !== 'user') throw new AppError('unauthenticated', 'account.sign-in-first')
  if (!(await needs.switches.isOn('phone-entries'))) throw phoneIsOff()
  if (!school?.hasStaff && !contact) throw contactMissing()
  const now = needs.clock.now()
  const reason = await readyToPost(needs, input, now)
  return needs.transact(async (stores) => {
    const posted = await postIn(stores, { ...input, createdById: actor.userId, reason }, now)
    if (!posted.isNew) return posted.id
    const entryId = await stores.phoneEntries.add(
      {
        of: { requestId: posted.id },
        kind: 'entered',
        byId: actor.userId,
        contact: school?.hasStaff ? null : contact,
      },
      now,
    )
    await stores.outbox.append(requestEntered(posted.id, entryId))
    return posted.id
  })
}
