/**
 * Where the content of pictures and files is kept: a port with one engine, a folder. Content is named by its SHA-256, so
 * the same content is kept once, a name never changes its meaning, and no path comes from a reader. Rows of the database
 * say what belongs to whom; content that no row names is swept away after a day (features/media/use-cases/sweep-files).
 * Several web processes and the worker need the same folder.
 */
import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'

export type KeptFile = { readonly bytes: number; readonly body: ReadableStream }

export type FileStore = {
  /** Keeps the content. @returns its key: 64 hexadecimal digits. */
  put(content: Uint8Array): Promise<string>
  /** @returns the content, `null` when there is none of that name or it is no name. */
  open(key: string): Promise<KeptFile | null>
  /** @returns the whole content at once, for what cannot take it in parts. */
  read(key: string): Promise<Uint8Array | null>
  /** What is not there may be removed as well. */
  remove(key: string): Promise<void>
  /** All that was put last before `before`, in no order. */
  keysBefore(before: Date): AsyncGenerator<string>
}

const KEY = /^[0-9a-f]{64}$/

/** @param folder is made where it does not exist. */
export function makeFileStore(folder: string): FileStore {
  const placeOf = (key: string) => path.join(folder, key.slice(0, 2), key)
  return {
    async put(content) {
      const key = createHash('sha256').update(content).digest('hex')
      const place = placeOf(key)
      await fs.mkdir(path.dirname(place), { recursive: true })
      // Whole or not at all, also when two put the same at once.
      const draft = `${place}.${randomBytes(6).toString('hex')}`
      await fs.writeFile(draft, content)
      await fs.rename(draft, place)
      return key
    },

    async open(key) {
      if (!KEY.test(key)) return null
      const handle = await openOrNull(placeOf(key))
      if (handle === null) return null
      const { size } = await handle.stat()
      const stream = createReadStream('', { fd: handle, autoClose: true })
      return { bytes: size, body: Readable.toWeb(stream) as ReadableStream }
    },

    async read(key) {
      if (!KEY.test(key)) return null
      const handle = await openOrNull(placeOf(key))
      if (handle === null) return null
      try {
        return await handle.readFile()
      } finally {
        await handle.close()
      }
    },

    async remove(key) {
      if (KEY.test(key)) await fs.rm(placeOf(key), { force: true })
    },

    async *keysBefore(before) {
      for (const part of await namesIn(folder))
        for (const name of await namesIn(path.join(folder, part))) {
          const place = path.join(folder, part, name)
          const { mtimeMs } = await fs.stat(place)
          if (mtimeMs >= before.getTime()) continue
          if (KEY.test(name)) yield name
          else await fs.rm(place, { force: true })
        }
    },
  }
}

async function openOrNull(place: string) {
  try {
    return await fs.open(place, 'r')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await fs.readdir(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
