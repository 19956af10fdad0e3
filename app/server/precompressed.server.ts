/** Serves `x.js.br` or `x.js.gz`, which the build wrote beside `x.js`, as `x.js` to those who can read it. */
import fs from 'node:fs'
import path from 'node:path'
import type { RequestHandler } from 'express'

const ENDINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const

/** @param folder its files do not change while the server runs. Goes before the static files of the same folder. */
export function precompressed(folder: string): RequestHandler {
  const there = new Set(compressedIn(folder))
  return (request, response, next) => {
    const found = ENDINGS.find(
      ([encoding, ending]) =>
        there.has(request.path + ending) && request.acceptsEncodings(encoding) === encoding,
    )
    if (found) {
      const [encoding, ending] = found
      response.type(path.extname(request.path))
      response.setHeader('Content-Encoding', encoding)
      request.url = request.path + ending
    }
    response.vary('Accept-Encoding')
    next()
  }
}

/** @returns the paths as they are asked for: `/routes/offers-ABC.js.br`. */
function compressedIn(folder: string): string[] {
  if (!fs.existsSync(folder)) return []
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(br|gz)$/.test(entry.name))
    .map(
      (entry) =>
        `/${path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')}`,
    )
}
