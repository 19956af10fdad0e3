/** What somebody sees of the own account. */
import type { SignedInActor } from '~/authorisation/actor'
import type { Clock } from '~/kernel/calendar'
import { notFound } from '~/kernel/errors'
import type { Db } from '~/platform/db/client.server'
import { isLocale, type Locale } from '~/platform/i18n/choose-locale'

export type AccountPage = {
  readonly name: string
  readonly email: string
  readonly emailVerified: boolean
  readonly locale: Locale
  readonly schools: readonly { readonly id: string; readonly name: string; readonly placeName: string }[]
  readonly organisations: readonly { readonly slug: string; readonly name: string }[]
  /** Browsers that are signed in, this one not counted. */
  readonly otherSessions: number
}

const SHOWN_MAX = 20

/** At most six statements. @param session row of the session of this browser. */
export async function accountPage(
  needs: { readonly db: Pick<Db, 'user' | 'session'>; readonly clock: Clock },
  actor: SignedInActor,
  session: string | null,
): Promise<AccountPage> {
  const { db, clock } = needs
  const user = await db.user.findUnique({
    where: { id: actor.userId },
    select: {
      name: true,
      email: true,
      emailVerifiedAt: true,
      locale: true,
      schoolMemberships: {
        select: { branch: { select: { id: true, name: true, placeName: true } } },
        orderBy: { createdAt: 'asc' },
        take: SHOWN_MAX,
      },
      memberships: {
        select: { organisation: { select: { slug: true, name: true } } },
        orderBy: { createdAt: 'asc' },
        take: SHOWN_MAX,
      },
    },
  })
  if (!user) throw notFound('page.not-found')
  const otherSessions = await db.session.count({
    where: {
      userId: actor.userId,
      expiresAt: { gt: clock.now() },
      ...(session === null ? {} : { id: { not: session } }),
    },
  })
  return {
    name: user.name,
    email: user.email,
    emailVerified: user.emailVerifiedAt !== null,
    locale: isLocale(user.locale) ? user.locale : 'nl',
    schools: user.schoolMemberships.map(({ branch }) => branch),
    organisations: user.memberships.map(({ organisation }) => organisation),
    otherSessions,
  }
}
