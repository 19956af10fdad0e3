/**
 * Sends mails, each at most once per reason. The worker calls it, never a request: whoever asks for a mail appends an
 * event, and its reaction sends. What the server surely did not take is thrown and tried again later by the job; where
 * the connection broke after the letter was on its way nobody knows, and it is not sent a second time.
 */
import { createHash } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { createTransport, type Transporter } from 'nodemailer'
import type { Clock } from '~/kernel/calendar'
import type { Locale } from '~/platform/i18n/choose-locale'
import type { Log } from '~/platform/log/log.server'
import { LOGO_CID, type RenderedMail } from './letter.server'
import type { MailStore } from './mail-store.server'
import { type SmtpCatcher, startSmtpCatcher } from './smtp-catcher.server'

export type OutgoingMail = {
  /** What it is sent for: `SignedUp 17`. The same reason is never mailed twice. */
  readonly reason: string
  /** Name of the template. */
  readonly template: string
  readonly to: string
  readonly locale: Locale
  readonly content: RenderedMail
  /** An iCalendar file (RFC 5545) that goes with it. */
  readonly calendar?: { readonly file: string; readonly method: 'PUBLISH' | 'CANCEL' }
  /**
   * Where a reader who is signed in finds the same, a path of this site: what a notification leads to. Without it, the
   * first link of the letter that needs no token.
   */
  readonly page?: string
  /** Ends these mails by one POST, without a question (RFC 8058): mail programs show a button for it. */
  readonly unsubscribeUrl?: string
  /** From whom it seems to come, at an address that stands for somebody: answers and reports of failure go there. */
  readonly masked?: { readonly name: string; readonly address: string }
  /** Message-IDs of what stands before it, oldest first: mail programs show it below. */
  readonly thread?: readonly string[]
}

export type Mailer = {
  /**
   * @returns whether it was sent now.
   * @throws what the mail server said, when it surely did not take the mail.
   */
  send(mail: OutgoingMail): Promise<boolean>
  close(): Promise<void>
}

/** So many tries that a server answered with no, over half a day, and the address counts as one that takes no mails. */
const TRIES_TO_TELL = 10
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }
const LOGO_FILE = path.resolve('public/mail/logo.png')

type Needs = {
  readonly mails: MailStore
  readonly clock: Clock
  readonly log: Log
  readonly env: {
    readonly SMTP_URL?: string | undefined
    readonly MAIL_FROM: string
    /** Without SMTP_URL a catcher of our own takes the mails and keeps them here. */
    readonly DEMO_MAIL_DIR?: string | undefined
  }
}

export function makeMailer({ mails, clock, log, env }: Needs): Mailer {
  let catcher: Promise<SmtpCatcher> | undefined
  let transport: Promise<Transporter> | undefined

  async function connect(): Promise<Transporter> {
    if (env.SMTP_URL) return createTransport({ url: env.SMTP_URL, ...PATIENCE }, { from: env.MAIL_FROM })
    if (!env.DEMO_MAIL_DIR) throw new Error('no SMTP_URL: there is no way to send a mail')
    catcher ??= startSmtpCatcher(env.DEMO_MAIL_DIR)
    const { port } = await catcher
    return createTransport({ host: '127.0.0.1', port, ignoreTLS: true, ...PATIENCE }, { from: env.MAIL_FROM })
  }

  return {
    async send(mail) {
      const { reason, template, to, locale, content, calendar, unsubscribeUrl, masked, thread = [] } = mail
      const messageId = messageIdOf(reason, env.MAIL_FROM)
      await mails.keep({ reason, template, locale, recipient: to, messageId }, clock.now())
      const tries = await mails.claim(reason)
      if (tries === null) return false
      // The logo is the last part: before it is asked for, the server cannot have the whole letter.
      let isLastPartAsked = false
      async function* logo() {
        isLastPartAsked = true
        yield await fs.readFile(LOGO_FILE)
      }
      try {
        transport ??= connect()
        await (await transport).sendMail({
          to,
          ...{ subject: content.subject, html: content.html, text: content.text },
          messageId: `<${messageId}>`,
          ...(masked && { from: masked, replyTo: masked.address, envelope: { from: masked.address, to } }),
          ...(thread.length > 0 && { inReplyTo: thread.at(-1), references: [...thread] }),
          date: clock.now(),
          headers: {
            'Auto-Submitted': 'auto-generated',
            'Content-Language': locale,
            ...(unsubscribeUrl === undefined ? {} : oneClick(unsubscribeUrl)),
          },
          attachments: [
            ...(calendar === undefined ? [] : [calendarPart(calendar)]),
            { filename: 'logo.png', content: Readable.from(logo()), cid: LOGO_CID },
          ],
        })
      } catch (error) {
        const unsent = !isLastPartAsked || isRefusal(error)
        await mails.markFailed(reason, reasonOf(error), unsent)
        if (isAddressRefused(error)) await mails.markAddress(to, 'refused', clock.now())
        else if (isRefusal(error) && tries >= TRIES_TO_TELL)
          await mails.markAddress(to, 'unreachable', clock.now())
        if (unsent) throw new Error(`the mail was not taken: ${reasonOf(error)}`)
        log.error({ reason, template }, 'the connection broke while a mail was sent; it is not sent again')
        return false
      }
      await mails.markSent(reason, to, clock.now())
      return true
    },
    async close() {
      const open = await transport?.catch(() => undefined)
      open?.close()
      await (await catcher?.catch(() => undefined))?.close()
    },
  }
}

function oneClick(url: string) {
  return { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}

function calendarPart({ file, method }: NonNullable<OutgoingMail['calendar']>) {
  return {
    filename: 'schakel.ics',
    content: file,
    contentType: `text/calendar; charset=utf-8; method=${method}`,
  }
}

/** The same reason has the same Message-ID: a mailbox that ever sees two copies can tell. */
export function messageIdOf(reason: string, from: string): string {
  const domain = /@([\w.-]+)/.exec(from)?.[1] ?? 'schakel.example'
  return `${createHash('sha256').update(reason).digest('hex').slice(0, 32)}@${domain}`
}

/** The server answered, and the answer was no. */
function isRefusal(error: unknown): boolean {
  return typeof (error as { responseCode?: unknown }).responseCode === 'number'
}

/** The answer was about the address, and for good (RFC 5321: 5yz to RCPT). */
function isAddressRefused(error: unknown): boolean {
  const { responseCode, command } = error as { readonly responseCode?: unknown; readonly command?: unknown }
  return typeof responseCode === 'number' && responseCode >= 500 && command === 'RCPT TO'
}

/** Never the address: servers like to repeat it in what they say. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return text.replace(/\S+@\S+/g, '[address]').slice(0, 300)
}
