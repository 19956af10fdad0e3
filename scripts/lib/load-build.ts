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
): Promise<{ newest: ServerBuild | (() => Promise<ServerBuild>); close(): Promise<void> }> {
  let build = await read(files.server)
  if (!options.follow) return { newest: build, close: () => closeDown(build) }

  // Written last, also when its content stays the same because only server code has changed.
  const version = path.join(path.dirname(files.server), 'version.txt')
  let seen = madeAt(files.server)
  const look = async () => {
    if (fs.readFileSync(version, 'utf8') === '' || madeAt(files.server) === seen) return
    seen = madeAt(files.server)
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
    newest: async () => build,
    async close() {
      watcher.close()
      await closeDown(build)
    },
  }
}

async function read(file: string): Promise<ServerBuild> {
  // Node keeps what it has imported by address; the time makes each build another address.
  const address = `${pathToFileURL(file).href}?t=${madeAt(file)}`
  return (await import(address)) as ServerBuild
}

function madeAt(file: string): number {
  return fs.statSync(file).mtimeMs
}

function closeDown(build: ServerBuild): Promise<void> {
  return (build.entry.module as unknown as EntryOfOurs).closeDown()
}
