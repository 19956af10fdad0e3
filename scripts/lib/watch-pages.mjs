// Runs Remix's own `dev` as a process that says when its first build stands, and that ends with the one that started it.
import fs from 'node:fs'
import path from 'node:path'

const version = path.resolve(process.env.REMIX_SERVER_FOLDER, 'version.txt')
fs.mkdirSync(path.dirname(version), { recursive: true })
fs.rmSync(version, { force: true })

process.once('disconnect', () => process.exit(0))
const timer = setInterval(() => {
  if (!fs.existsSync(version)) return
  clearInterval(timer)
  process.send('ready')
}, 50)

// `dev` insists on starting a server of its own: it is given one that ends at once (`-c`), for ours has another parent.
await import('../../node_modules/@remix-run/dev/dist/cli.js')
