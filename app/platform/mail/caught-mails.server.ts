/** Reads back what the catcher kept: for /dev/mail and for tests. */
import fs from 'node:fs/promises'
import path from 'node:path'
import PostalMime from 'postal-mime'

export type CaughtMail = {
  /** Name of its file without `.eml`. */
  readonly id: string
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly date: string | null
  readonly text: string
  /** Pictures that travelled with it are put in, so that it stands alone. */
  readonly html: string
}

export type CaughtMails = {
  /** Newest first. @param limit at most so many. */
  list(limit?: number): Promise<readonly CaughtMail[]>
  /** @returns `null` when there is none of that id. */
  read(id: string): Promise<CaughtMail | null>
}

const ID = /^\d{15}-[0-9a-f]{8}$/

export function makeCaughtMails(folder: string): CaughtMails {
  async function read(id: string): Promise<CaughtMail | null> {
    if (!ID.test(id)) return null
    const file = await ifThere(fs.readFile(path.join(folder, `${id}.eml`)))
    return file && parse(id, file)
  }
  return {
    read,
    async list(limit = 100) {
      const names = (await ifThere(fs.readdir(folder))) ?? []
      const ids = names
        .filter((name) => name.endsWith('.eml'))
        .map((name) => name.slice(0, -4))
        .sort()
        .reverse()
      const mails = await Promise.all(ids.slice(0, limit).map(read))
      return mails.filter((mail) => mail !== null)
    },
  }
}

async function ifThere<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

async function parse(id: string, file: Buffer): Promise<CaughtMail> {
  const mail = await PostalMime.parse(file, { attachmentEncoding: 'base64' })
  let html = mail.html ?? ''
  for (const { contentId, mimeType, content } of mail.attachments) {
    const name = contentId?.replace(/^<|>$/g, '')
    if (name) html = html.replaceAll(`cid:${name}`, `data:${mimeType};base64,${content}`)
  }
  return {
    id,
    from: mail.from?.address ?? '',
    to: (mail.to ?? []).map(({ address }) => address ?? '').join(', '),
    subject: mail.subject ?? '',
    date: mail.date ?? null,
    text: mail.text ?? '',
    html,
  }
}
