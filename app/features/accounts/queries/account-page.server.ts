/** What somebody sees of the own account. */
import type { SignedInActor } from '~/authorisation/actor'
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
}

const SHOWN_MAX = 20

/** At most five statements. */
export async function accountPage(db: Pick<Db, 'user'>, actor: SignedInActor): Promise<AccountPage> {
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
  return {
    name: user.name,
    email: user.email,
    emailVerified: user.emailVerifiedAt !== null,
    locale: isLocale(user.locale) ? user.locale : 'nl',
    schools: user.schoolMemberships.map(({ branch }) => branch),
    organisations: user.memberships.map(({ organisation }) => organisation),
  }
}
