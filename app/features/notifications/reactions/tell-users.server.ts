/**
 * The one door through which all mails to users go. Every reaction writes a letter and hands it to `send`; here it becomes
 * a notification in the page of who reads at that address, and the letter goes out at once, waits for the end of quiet
 * hours, is left to a digest, or stays unsent, as its kind and its reader say. A letter of no kind, or to an address
 * without an account, goes out as it is.
 */
import { paths } from '~/components/paths'
import type { Clock } from '~/kernel/calendar'
import type { JsonValue } from '~/kernel/events'
import * as m from '~/paraglide/messages'
import type { Transact } from '~/platform/db/client.server'
import { inLocale } from '~/platform/i18n/in-locale.server'
import type { LinkStore } from '~/platform/links/link-store.server'
import type { Links } from '~/platform/links/links.server'
import { type Letter, renderLetter } from '~/platform/mail/letter.server'
import type { Mailer, OutgoingMail } from '~/platform/mail/mailer.server'
import { canBeOff, DIGEST_TEMPLATE, deliveryOf, factsOf, type Kind, kindOf } from '../domain/kinds'
import { isOwnPath, stopLinkUntil, TITLE_MAX } from '../domain/notification'
import { mailableFrom } from '../domain/quiet-hours'
import type { NotificationStore, ToldUser } from '../store.server'

type Needs = {
  /** What takes a mail out of the house. */
  readonly mailer: Mailer
  readonly transact: Transact<{ readonly notifications: NotificationStore; readonly links: LinkStore }>
  readonly links: Pick<Links, 'sign'>
  readonly clock: Clock
  readonly env: { readonly ORIGIN: string }
}

/** @returns a mailer for all reactions. */
export function tellUsers(needs: Needs): Mailer {
  return { send: (mail) => tell(needs, mail), close: () => needs.mailer.close() }
}

async function tell(needs: Needs, mail: OutgoingMail): Promise<boolean> {
  const kind = kindOf(mail.template)
  const isDigest = mail.template === DIGEST_TEMPLATE
  if (kind === null && !isDigest) return needs.mailer.send(mail)
  const now = needs.clock.now()
  const told = await needs.transact(async ({ notifications }) => {
    const reader = await notifications.byAddress(mail.to)
    if (!reader) return null
    const delivery = kind === null ? 'now' : deliveryOf(kind, reader.chosen.get(kind))
    if (kind !== null)
      await notifications.keep({ ...inShort(needs, reader, kind, mail), delivery, createdAt: now })
    return { reader, delivery }
  })
  if (!told) return needs.mailer.send(mail)
  const { reader, delivery } = told
  if (delivery !== 'now') return false
  const whole = await withWaysOut(needs, reader, kind, mail)
  const mayWait = kind === null || factsOf(kind).canWait
  const dueAt = mayWait ? mailableFrom(now, reader.quiet) : now
  if (dueAt <= now) return needs.mailer.send(whole)
  await needs.transact(({ notifications }) =>
    notifications.postpone({
      reason: mail.reason,
      userId: reader.userId,
      kind: kind ?? DIGEST_TEMPLATE,
      // What can be mailed is text through and through.
      mail: whole as unknown as JsonValue,
      dueAt,
    }),
  )
  return false
}

function inShort({ env }: Needs, { userId }: ToldUser, kind: Kind, mail: OutgoingMail) {
  const { letter, subject } = mail.content
  const path = mail.page ?? pageOf(letter, env.ORIGIN)
  return {
    userId,
    kind,
    reason: mail.reason,
    title: subject.slice(0, TITLE_MAX),
    preview: letter.preview.slice(0, TITLE_MAX),
    locale: mail.locale,
    path: path !== null && isOwnPath(path) ? path : null,
  }
}

/** @returns where the first link leads that works without the mail: a token is for who is not signed in. */
function pageOf({ blocks }: Letter, origin: string): string | null {
  for (const block of blocks) {
    if (block.kind !== 'button' && block.kind !== 'link' && block.kind !== 'item') continue
    if (!block.href.startsWith(`${origin}/`)) continue
    const path = block.href.slice(origin.length)
    if (!path.includes('token=')) return path
  }
  return null
}

/** Under the letter: where its reader chooses how such mails come, and, where they may, a link that ends them. */
async function withWaysOut(
  needs: Needs,
  reader: ToldUser,
  kind: Kind | null,
  mail: OutgoingMail,
): Promise<OutgoingMail> {
  const { ORIGIN } = needs.env
  const stop = kind === null || canBeOff(kind) ? await stopLink(needs, reader, kind ?? DIGEST_TEMPLATE) : null
  const content = inLocale(mail.locale, () =>
    renderLetter({
      ...mail.content.letter,
      footerLinks: [
        { label: m.notifications_mail_settings(), href: ORIGIN + paths.notificationSettings() },
        ...(stop === null ? [] : [{ label: m.notifications_mail_stop(), href: stop }]),
      ],
    }),
  )
  return { ...mail, content, ...(stop !== null && { unsubscribeUrl: stop }) }
}

/** The same in all mails of a year about one kind: one row each. */
async function stopLink(
  { links, transact, clock, env }: Needs,
  { userId }: ToldUser,
  kind: string,
): Promise<string> {
  const expiresAt = stopLinkUntil(clock.now())
  const purpose = 'stop-notifications'
  const { token, id } = links.sign({ purpose, key: `${userId} ${kind}`, expiresAt })
  await transact((stores) =>
    stores.links.keep({ id, purpose, subjectId: userId, payload: { kind }, expiresAt }),
  )
  return env.ORIGIN + paths.stopNotifications(token)
}
