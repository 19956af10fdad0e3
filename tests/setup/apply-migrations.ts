import fs from 'node:fs'
import path from 'node:path'
import { withClient } from './templates'

export async function applyMigrations(url: string, folder: string): Promise<void> {
  await withClient(url, async (client) => {
    for (const name of fs.readdirSync(folder).sort()) {
      const file = path.join(folder, name, 'migration.sql')
      if (fs.existsSync(file)) await client.query(fs.readFileSync(file, 'utf8'))
    }
  })
}
