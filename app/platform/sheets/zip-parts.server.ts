/**
 * The parts of a workbook, which is a zip. Nothing is unpacked before the whole list of contents is known to be within
 * its limits (number, size, ratio), and the library stops a part that turns out larger than it said.
 */
import { Readable } from 'node:stream'
import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import { refuse, SHEET } from './sheet.server'

export type ZipParts = {
  has(name: string): boolean
  /** @throws AppError invalid `sheet.broken` when there is no such part or it is damaged. */
  open(name: string): Promise<Readable>
  close(): void
}

/** @throws AppError invalid `sheet.broken`, `sheet.protected`, `sheet.unpacks-too-large`. */
export async function openZip(bytes: Uint8Array): Promise<ZipParts> {
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true, strictFileNames: true }
    fromBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), options, (error, file) =>
      error || !file ? reject(refuse('broken')) : resolve(file),
    )
  })
  const entries = await listOf(zip, bytes.byteLength)
  return {
    has: (name) => entries.has(name),
    open(name) {
      const entry = entries.get(name)
      if (!entry) return Promise.reject(refuse('broken'))
      return new Promise((resolve, reject) => {
        zip.openReadStream(entry, (error, stream) =>
          error || !stream ? reject(refuse('broken')) : resolve(guarded(stream)),
        )
      })
    },
    close: () => zip.close(),
  }
}

function listOf(zip: ZipFile, packed: number): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>()
  let unpacked = 0
  return new Promise((resolve, reject) => {
    if (zip.entryCount > SHEET.entries) return reject(refuse('unpacks-too-large'))
    zip.on('error', () => reject(refuse('broken')))
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: Entry) => {
      unpacked += entry.uncompressedSize
      if (entry.isEncrypted()) return reject(refuse('protected'))
      if (unpacked > SHEET.unpackedBytes || unpacked > Math.max(1_000_000, packed * SHEET.ratio))
        return reject(refuse('unpacks-too-large'))
      entries.set(entry.fileName, entry)
      zip.readEntry()
    })
    zip.readEntry()
  })
}

/** A part that is damaged, or larger than it said, is a broken file: what the reader can do something about. */
function guarded(stream: Readable): Readable {
  async function* chunks() {
    try {
      for await (const chunk of stream) yield chunk as Buffer
    } catch {
      throw refuse('broken')
    }
  }
  return Readable.from(chunks())
}
