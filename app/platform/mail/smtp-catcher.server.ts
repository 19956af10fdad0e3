/**
 * A real SMTP server of demo and tests: takes every mail, delivers none, and keeps each as a file. A mail that is shown
 * under /dev/mail went through the same protocol as one in production. It listens on loopback only.
 */
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import fs from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { SMTPServer } from 'smtp-server'

export type SmtpCatcher = { readonly port: number; close(): Promise<void> }

/** Ours are below 50 kB. */
const MAX_BYTES = 2 * 1024 * 1024

/** @param folder where each mail becomes `<time>-<random>.eml`; made when it is missing. */
export async function startSmtpCatcher(folder: string, port = 0): Promise<SmtpCatcher> {
  await fs.mkdir(folder, { recursive: true, mode: 0o700 })
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: MAX_BYTES,
    onData(stream, _session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        if (stream.sizeExceeded) {
          done(Object.assign(new Error('too large'), { responseCode: 552 }))
          return
        }
        keep(folder, Buffer.concat(parts)).then(
          () => done(),
          (error: Error) => done(error),
        )
      })
    },
  })
  // A sender that hangs up is no reason to end the process.
  server.on('error', () => {})
  const listening = server.listen(port, '127.0.0.1')
  await once(listening, 'listening')
  return {
    port: (listening.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** Written under another name first: who lists the folder never meets half a mail. */
async function keep(folder: string, mail: Buffer): Promise<void> {
  const name = `${Date.now().toString().padStart(15, '0')}-${randomBytes(4).toString('hex')}`
  const draft = path.join(folder, `.${name}.part`)
  await fs.writeFile(draft, mail, { mode: 0o600 })
  await fs.rename(draft, path.join(folder, `${name}.eml`))
}
