/** Loads the Remix build, and in development each new one without a restart. */
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { broadcastDevReady, type ServerBuild } from '@remix-run/node'
import type { Log } from '~/platform/log/log.server'
import type { Build } from './build.mjs'

/** What app/entry.server.tsx has beside what Remix asks for. */
type EntryOfOurs = { readonly closeDown: () => Promise<void> }

/**
 * @param options `follow`: load the build anew when the compiler has made a new one.
 * @throws Error when there is no build.
 */
export async function loadBuild(
  files: Build,
  options: { readonly follow: boolean; readonly log: Log },
): Promise<{ newest: ServerBuild | (() => ServerBuild); close(): Promise<void> }> {
  let build = await read(files.server)
  if (!options.follow) return { newest: build, close: () => closeDown(build) }

  const version = path.join(path.dirname(files.server), 'version.txt')
  let seen = fs.readFileSync(version, 'utf8')
  const look = async () => {
    const now = fs.readFileSync(version, 'utf8')
    if (now === seen || now === '') return
    seen = now
    const before = build
    build = await read(files.server)
    // The new copy of the program makes parts of its own at the next request.
    await closeDown(before)
    await broadcastDevReady(build)
  }
  const watcher = fs.watch(path.dirname(version), (_event, name) => {
    if (name !== path.basename(version)) return
    look().catch((err: unknown) => options.log.error({ err }, 'the new build could not be loaded'))
  })
  await broadcastDevReady(build)
  return {
    newest: () => build,
    async close() {
      watcher.close()
      await closeDown(build)
    },
  }
}

async function read(file: string): Promise<ServerBuild> {
  // Node keeps what it has imported by address; the time makes each build another address.
  const address = `${pathToFileURL(file).href}?t=${fs.statSync(file).mtimeMs}`
  return (await import(address)) as ServerBuild
}

function closeDown(build: ServerBuild): Promise<void> {
  return (build.entry.module as unknown as EntryOfOurs).closeDown()
}
