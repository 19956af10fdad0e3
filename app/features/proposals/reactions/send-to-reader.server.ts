/** One mail about a proposal to one reader, in the reader's language. */
import { inLocale } from '~/platform/i18n/in-locale.server'
import type { RenderedMail } from '~/platform/mail/letter.server'
import type { Mailer } from '~/platform/mail/mailer.server'
import type { StoredEvent } from '~/platform/outbox/outbox.server'
import type { MailReader } from '../queries/mail-facts.server'

export const absolute = ({ env }: { readonly env: { readonly ORIGIN: string } }, path: string) =>
  new URL(path, env.ORIGIN).href

/**
 * The same event tells the same reader once.
 * @param write runs in the reader's language.
 * @param page where the letter has no link to it that needs no token.
 */
export async function sendToReader(
  { mailer }: { readonly mailer: Pick<Mailer, 'send'> },
  event: StoredEvent,
  template: string,
  reader: MailReader,
  write: () => RenderedMail,
  page?: string,
): Promise<void> {
  await mailer.send({
    reason: `${event.type} ${event.id} ${reader.id}`,
    template,
    to: reader.email,
    locale: reader.locale,
    content: inLocale(reader.locale, write),
    ...(page !== undefined && { page }),
  })
}
