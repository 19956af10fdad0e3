// What the demo makes up once and keeps: the secret that signs its links, the key of its search engine.
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/**
 * @param {string} folder the data folder.
 * @returns {{ secret: string, meiliKey: string }} the same at every start.
 */
export function keptSettings(folder) {
  const file = path.join(folder, 'settings.json')
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'))
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
  const random = () => randomBytes(32).toString('base64url')
  const settings = { secret: random(), meiliKey: random() }
  fs.mkdirSync(folder, { recursive: true })
  fs.writeFileSync(file, JSON.stringify(settings), { mode: 0o600 })
  return settings
}
