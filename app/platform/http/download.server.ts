/** Content that somebody saves: never shown, or run, on our pages. */
import type { KeptFile } from '~/platform/files/file-store.server'

/** @returns the answer that saves it under its name, whatever letters that has; nobody on the way keeps a copy. */
export function downloadOf(file: { readonly name: string; readonly type: string }, kept: KeptFile): Response {
  const name = encodeURIComponent(file.name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)
  return new Response(kept.body, {
    headers: {
      'Content-Type': file.type,
      'Content-Length': String(kept.bytes),
      'Content-Disposition': `attachment; filename*=UTF-8''${name}`,
      'Cache-Control': 'private, no-store',
    },
  })
}
