/** A company brings a table of offers. It is read and kept; nothing is done with it yet. */
import type { Actor } from '~/authorisation/actor'
import { allow, partnerAt } from '~/authorisation/permissions'
import type { Clock } from '~/kernel/calendar'
import type { OrganisationId } from '~/kernel/ids'
import { typedLine } from '~/kernel/typed-text'
import type { Transact } from '~/platform/db/client.server'
import type { ReadSheet } from '~/platform/sheets/read-sheet.server'
import { isExample } from '../domain/field-help'
import { refOf } from '../domain/judge-row'
import { guessColumns } from '../domain/load-field'
import { noFile, onlyExample } from '../errors'
import type { LoadStore } from '../store.server'

export type ReceiveLoadNeeds = {
  readonly transact: Transact<{ readonly loads: LoadStore }>
  readonly readSheet: ReadSheet
  readonly clock: Clock
}

/**
 * @returns the load, with its columns guessed from their heads and from what the company said of them before.
 * @throws AppError 401; 404 for an organisation that is not the actor's; invalid `sheet.…`, `load.no-file`, `load.only-example`.
 */
export async function receiveLoad(
  { transact, readSheet, clock }: ReceiveLoadNeeds,
  actor: Actor,
  input: {
    readonly organisationId: OrganisationId
    readonly fileName: string
    readonly bytes: Uint8Array
    /** Of what a feed brings. */
    readonly feedId?: string
    /** Who added that feed for the company. */
    readonly partnerId?: string | null
  },
): Promise<string> {
  const { organisationId, bytes } = input
  allow(actor, 'load.run', { organisationId })
  if (input.fileName === '' && bytes.byteLength === 0) throw noFile()
  const { heads, rows: all } = await readSheet(bytes)
  const fileName = typedLine(input.fileName).slice(-200) || '…'
  const byUserId = actor.kind === 'user' ? actor.userId : null
  return transact(async ({ loads }) => {
    const mapping = guessColumns(heads, await loads.rememberedColumns(organisationId))
    const rows = all.filter(({ cells }) => !isExample(refOf(cells, mapping)))
    if (rows.length === 0) throw onlyExample()
    const feedId = input.feedId ?? null
    const partnerId = input.partnerId ?? partnerAt(actor, organisationId)
    return loads.create(
      { organisationId, byUserId, feedId, partnerId, fileName, heads, mapping, rows },
      clock.now(),
    )
  })
}
