/**
 * Takes in mails by SMTP. It stands behind the mail server of the house, which speaks TLS to the world and hands over what
 * is for the domain of the answers; so it offers neither TLS nor a login. An address that stands for nobody is refused
 * before a byte of the mail is sent, and so is a mail that says it is too large; one mail is worked on at a time.
 */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import type { Log } from '~/platform/log/log.server'

/** A file of 30 MB is a third larger as it travels: such a mail comes in, and its sender is told about the file. */
const MAIL_MAX_BYTES = 48 * 1024 * 1024

export type Envelope = { readonly from: string; readonly to: readonly string[] }
/** `refusal`: one line that the sender's mail server passes on. */
export type Received = { readonly ok: true } | { readonly ok: false; readonly refusal: string }

export type SmtpReceiver = { readonly port: number; close(): Promise<void> }

type Needs = {
  readonly host: string
  /** 0: any that is free. */
  readonly port: number
  readonly log: Log
  readonly isOurs: (address: string) => Promise<boolean>
  readonly receive: (raw: Uint8Array, envelope: Envelope) => Promise<Received>
}

const refused = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode })

export async function startSmtpReceiver({ host, port, log, isOurs, receive }: Needs): Promise<SmtpReceiver> {
  let before: Promise<unknown> = Promise.resolve()
  const inTurn = (work: () => Promise<Received>): Promise<Received> => {
    const mine = before.then(work, work)
    before = mine.catch(() => {})
    return mine
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    banner: 'Schakel',
    size: MAIL_MAX_BYTES,
    maxClients: 8,
    socketTimeout: 60_000,
    onRcptTo({ address }, _session, done) {
      isOurs(address).then(
        (ours) =>
          done(ours ? null : refused(550, '5.1.1 Dit adres is niet bekend. / This address is not known.')),
        (err: unknown) => {
          log.error({ err }, 'an address could not be looked up')
          done(refused(451, '4.3.0 Later again'))
        },
      )
    },
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => {
        // What is too large is counted and thrown away.
        if (!stream.sizeExceeded) parts.push(part)
        else parts.length = 0
      })
      stream.on('end', () => {
        if (stream.sizeExceeded)
          return done(
            refused(552, '5.3.4 Deze mail is te groot. Stuur hem zonder bijlage. / This mail is too large.'),
          )
        const { mailFrom, rcptTo } = session.envelope
        const envelope = {
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
        }
        inTurn(() => receive(Buffer.concat(parts), envelope)).then(
          (received) => done(received.ok ? null : refused(550, `5.7.1 ${received.refusal}`)),
          (err: unknown) => {
            log.error({ err }, 'a mail could not be taken in')
            done(refused(451, '4.3.0 Later again'))
          },
        )
      })
    },
  })
  // A sender that hangs up is no reason to end the process.
  server.on('error', () => {})
  const listening = server.listen(port, host)
  await once(listening, 'listening')
  return {
    port: (listening.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
