/** The production build that route tests and journeys run against: made when a source is newer than it. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { withLock } from './lock'
import { filesIn } from './templates'

const ROOT = path.resolve(import.meta.dirname, '../..')
const at = (file: string) => path.join(ROOT, file)

export const SERVER_BUILD = at('build/index.js')
export const BROWSER_BUILD = at('public/build')

/** Costs milliseconds when the build is newer than all it is made from, else about ten seconds. */
export async function ensureBuild(): Promise<void> {
  await withLock(at('.cache/build.lock'), async () => {
    const sources = [
      ...['app', 'search', 'messages'].flatMap((folder) => filesIn(at(folder))),
      ...['package-lock.json', 'remix.config.js', 'postcss.config.js', 'tsconfig.json'].map(at),
    ].filter((file) => !/\.test\.tsx?$/.test(file))
    const newest = Math.max(...sources.map((file) => fs.statSync(file).mtimeMs))
    if (fs.existsSync(SERVER_BUILD) && fs.statSync(SERVER_BUILD).mtimeMs > newest) return
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [at('node_modules/@remix-run/dev/dist/cli.js'), 'build'],
      { cwd: ROOT, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } },
    )
    if (status !== 0) throw new Error(`the build failed:\n${stdout}\n${stderr}`)
  })
}
