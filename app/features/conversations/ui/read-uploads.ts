/** Files of a form as a use case takes them. */
import type { SentFile } from '../domain/message-file'

/** Without a choice browsers send a file without name and content: the use case leaves it out. */
export function readUploads(files: readonly File[]): Promise<readonly SentFile[]> {
  return Promise.all(
    files.map(async (file) => ({ name: file.name, content: new Uint8Array(await file.arrayBuffer()) })),
  )
}
