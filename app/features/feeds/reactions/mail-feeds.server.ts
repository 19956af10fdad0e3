/** FeedReady, FeedFailed: the leads get a mail, while it is still so. */
import type { ErrorParams } from '~/kernel/errors'
import type { DomainEvent } from '~/kernel/events'
import type { Db } from '~/platform/db/client.server'
import { errorText } from '~/platform/http/error-text.server'
import { isLocale, type Locale } from '~/platform/i18n/choose-locale'
import type { RenderedMail } from '~/platform/mail/letter.server'
import type { Mailer } from '~/platform/mail/mailer.server'
import { feedFailedMail, feedReadyMail } from '../emails/feed-told.server'

type Needs = {
  readonly db: Pick<Db, 'offerFeed'>
  readonly mailer: Pick<Mailer, 'send'>
  readonly inLocale: <T>(locale: Locale, work: () => T) => T
  readonly env: { readonly ORIGIN: string }
}
type Event = Pick<DomainEvent, 'subjectId'> & { readonly id: bigint }

const LEADS_MAX = 20

export async function mailFeedReady(needs: Needs, event: Event): Promise<void> {
  const feed = await feedOf(needs, event.subjectId)
  const [load] = feed?.loads ?? []
  if (feed?.state !== 'waiting' || !load) return
  await toLeads(needs, event, feed, 'feed-ready', (props) =>
    feedReadyMail({ ...props, loadId: load.id, items: feed.itemCount }),
  )
}

export async function mailFeedFailed(needs: Needs, event: Event): Promise<void> {
  const feed = await feedOf(needs, event.subjectId)
  if (!feed || feed.errorCode === null || feed.state === 'stopped') return
  const error = { code: feed.errorCode, params: feed.errorParams as ErrorParams }
  await toLeads(needs, event, feed, 'feed-failed', (props) =>
    feedFailedMail({ ...props, problem: needs.inLocale(props.locale, () => errorText(error)) }),
  )
}

type Feed = NonNullable<Awaited<ReturnType<typeof feedOf>>>

function feedOf({ db }: Needs, id: string) {
  return db.offerFeed.findUnique({
    where: { id },
    include: {
      loads: { where: { state: { in: ['mapping', 'checked'] } }, orderBy: { createdAt: 'desc' }, take: 1 },
      organisation: {
        select: {
          name: true,
          memberships: {
            where: { role: 'owner', user: { emailVerifiedAt: { not: null } } },
            select: { user: { select: { id: true, email: true, locale: true } } },
            orderBy: { userId: 'asc' },
            take: LEADS_MAX,
          },
        },
      },
    },
  })
}

type Props = Pick<
  Parameters<typeof feedReadyMail>[0],
  'locale' | 'origin' | 'organisationId' | 'name' | 'url'
>

async function toLeads(
  { mailer, env }: Needs,
  event: Event,
  feed: Feed,
  template: string,
  content: (props: Props) => RenderedMail,
): Promise<void> {
  const { organisationId, url, organisation } = feed
  for (const { user } of organisation.memberships) {
    const locale = isLocale(user.locale) ? user.locale : 'nl'
    await mailer.send({
      reason: `${template} ${event.id} ${user.id}`,
      template,
      to: user.email,
      locale,
      content: content({ locale, origin: env.ORIGIN, organisationId, name: organisation.name, url }),
    })
  }
}
