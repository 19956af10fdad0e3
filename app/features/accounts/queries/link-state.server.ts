/** What a link of a mail would do, before anybody presses the button. */
import type { Clock } from '~/kernel/calendar'
import type { Db } from '~/platform/db/client.server'
import type { Links } from '~/platform/links/links.server'

/** `done`: what it was for has happened. `gone`: used otherwise, expired, withdrawn, or never one of ours. */
export type LinkState = 'open' | 'done' | 'gone'

type Needs = {
  readonly db: Pick<Db, 'oneUseLink' | 'user'>
  readonly links: Links
  readonly clock: Clock
}

/** At most two statements. */
export async function linkState(
  { db, links, clock }: Needs,
  purpose: 'verify-email' | 'reset-password' | 'sign-in',
  token: string | null,
): Promise<LinkState> {
  const now = clock.now()
  const id = links.read(purpose, token, now)
  const link = id === null ? null : await db.oneUseLink.findFirst({ where: { id, purpose } })
  if (!link) return 'gone'
  const user = await db.user.findUnique({
    where: { id: link.subjectId },
    select: { email: true, emailVerifiedAt: true },
  })
  const isForThisAddress = user?.email === (link.payload as { email?: unknown }).email
  if (!user || !isForThisAddress) return 'gone'
  if (purpose === 'verify-email' && user.emailVerifiedAt !== null) return 'done'
  return link.usedAt === null ? 'open' : 'gone'
}
