/** Passkeys: made, used to come in or to show once more who it is, and taken away. */
import type { Actor } from '~/authorisation/actor'
import type { Clock } from '~/kernel/calendar'
import { notFound } from '~/kernel/errors'
import type { Outbox } from '~/kernel/events'
import type { UserId } from '~/kernel/ids'
import type { Passkeys } from '~/platform/auth/passkeys.server'
import type { Transact } from '~/platform/db/client.server'
import type { Limits } from '~/platform/limits/limits.server'
import { TRIES } from '../domain/tries'
import { passkeyRefused, tooManyPasskeys } from '../errors'
import { passkeyAdded, passkeyRemoved } from '../events'
import type { PasskeyStore } from '../passkey-store.server'
import type { AccountStore } from '../store.server'
import { requireProof } from './require-proof.server'

export type PasskeyNeeds = {
  readonly transact: Transact<{
    readonly keys: PasskeyStore
    readonly accounts: AccountStore
    readonly outbox: Outbox
  }>
  readonly passkeys: Passkeys
  readonly clock: Clock
}

const MOST = 20

type Asked = { readonly challenge: string; readonly options: object }
type Answered = { readonly answer: unknown; readonly challenge: string }

/** @returns what the browser needs to make one. @throws AppError 401; 409 `account.too-many-passkeys`. */
export async function askNewPasskey(
  { transact, passkeys, clock }: PasskeyNeeds,
  actor: Actor,
  { provenAt }: { readonly provenAt: Date },
): Promise<Asked> {
  const { userId } = requireProof(actor, provenAt, clock.now())
  const { account, known } = await transact(async ({ accounts, keys }) => ({
    account: await accounts.ofId(userId),
    known: await keys.idsOf(userId),
  }))
  if (!account) throw notFound('page.not-found')
  if (known.length >= MOST) throw tooManyPasskeys()
  return passkeys.askNew({ userId, email: account.email, name: account.name, known })
}

/** @throws AppError 401; 422 `account.passkey-refused`. */
export async function addPasskey(
  { transact, passkeys, clock }: PasskeyNeeds,
  actor: Actor,
  { answer, challenge, name, provenAt }: Answered & { readonly name: string; readonly provenAt: Date },
): Promise<void> {
  const { userId } = requireProof(actor, provenAt, clock.now())
  const passkey = await passkeys.readNew(answer, challenge)
  if (!passkey) throw passkeyRefused()
  await transact(async ({ keys, outbox }) => {
    if (!(await keys.add(userId, { ...passkey, name }, clock.now()))) throw passkeyRefused()
    await outbox.append(passkeyAdded(userId))
  })
}

/** @throws AppError 401; 404 for one that is not one's own. */
export async function removePasskey(
  { transact, clock }: PasskeyNeeds,
  actor: Actor,
  { passkey, provenAt }: { readonly passkey: string; readonly provenAt: Date },
): Promise<void> {
  const { userId } = requireProof(actor, provenAt, clock.now())
  await transact(async ({ keys, outbox }) => {
    if (!(await keys.remove(userId, passkey))) throw notFound('account.no-passkey')
    await outbox.append(passkeyRemoved(userId))
  })
}

/** @returns what the browser needs to show one; the same whoever asks. @throws AppError 429. */
export async function askPasskey(
  { passkeys, limits }: Pick<PasskeyNeeds, 'passkeys'> & { readonly limits: Limits },
  { clientAddress }: { readonly clientAddress: string },
): Promise<Asked> {
  await limits.take(TRIES.passkeyAddress, clientAddress)
  return passkeys.ask()
}

/**
 * Whose device answered the challenge. An unknown passkey is refused as a wrong answer is.
 * @param input `challenge`: null when this browser asked for none, or too long ago.
 * @throws AppError 422 `account.passkey-refused`; 429.
 */
export async function readPasskey(
  needs: PasskeyNeeds & { readonly limits: Limits },
  input: Pick<Answered, 'answer'> & { readonly challenge: string | null; readonly clientAddress: string },
): Promise<UserId> {
  const { transact, passkeys, limits, clock } = needs
  await limits.take(TRIES.signInAddress, input.clientAddress)
  const id = passkeys.idOf(input.answer)
  if (id === null || input.challenge === null) throw passkeyRefused()
  const kept = await transact(({ keys }) => keys.ofCredential(id))
  const counter = kept && (await passkeys.read(input.answer, input.challenge, kept.passkey))
  if (kept === null || counter === null) throw passkeyRefused()
  await transact(({ keys }) => keys.used(id, counter, clock.now()))
  await limits.giveBack(TRIES.signInAddress, input.clientAddress)
  return kept.userId
}
