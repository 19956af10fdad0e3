/** What a link about another address would do, before anybody presses the button. */
import type { Clock } from '~/kernel/calendar'
import type { Db } from '~/platform/db/client.server'
import type { Links } from '~/platform/links/links.server'

/** Both addresses as they stand in the wish; `null`: the link opens nothing. */
export type EmailChangeState = { readonly oldEmail: string; readonly newEmail: string } | null

type Needs = {
  readonly db: Pick<Db, 'oneUseLink' | 'emailChange'>
  readonly links: Links
  readonly clock: Clock
}

/** At most two statements. */
export async function emailChangeState(
  { db, links, clock }: Needs,
  purpose: 'change-email' | 'undo-email',
  token: string,
): Promise<EmailChangeState> {
  const id = links.read(purpose, token, clock.now())
  const link = id === null ? null : await db.oneUseLink.findFirst({ where: { id, purpose, usedAt: null } })
  if (!link) return null
  return db.emailChange.findUnique({
    where: { id: link.subjectId },
    select: { oldEmail: true, newEmail: true },
  })
}
