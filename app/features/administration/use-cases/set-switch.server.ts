/** An administrator switches a part of the program off or on. Counts from the next request on. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { SwitchKey } from '../domain/switches'
import { switchSet } from '../events'
import type { AdministrationNeeds } from './judge-account.server'

/** @throws AppError 401, 404. */
export async function setSwitch(
  needs: AdministrationNeeds,
  actor: Actor,
  { key, isOn }: { readonly key: SwitchKey; readonly isOn: boolean },
): Promise<void> {
  allow(actor, 'administration.enter', {})
  await needs.transact(async ({ administration, outbox }) => {
    await administration.setSwitch(key, isOn, needs.clock.now())
    await outbox.append(switchSet(key, { isOn }))
  })
}
