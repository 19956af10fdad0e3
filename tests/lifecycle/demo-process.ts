/** The demo as a person starts and stops it, seen from outside. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'

export type Demo = {
  readonly pid: number
  /** Where it said that it is open. */
  readonly origin: string
  readonly seconds: number
  readonly output: () => string
  /** @returns the exit code, once it has ended. */
  ended(): Promise<number | null>
}

/** Starts it as a shell does: with a process group of its own. */
export function launchDemo(
  project: string,
  env: Record<string, string>,
): ChildProcess & { said: () => string } {
  const child = spawn(process.execPath, ['scripts/demo.mjs'], {
    cwd: project,
    detached: true,
    env: { NODE_ENV: 'production', PATH: process.env.PATH, HOME: process.env.HOME, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout?.on('data', (chunk) => (output += chunk))
  child.stderr?.on('data', (chunk) => (output += chunk))
  return Object.assign(child, { said: () => output })
}

/** @throws Error with what it said, when it ends instead of opening. */
export async function openDemo(project: string, env: Record<string, string>): Promise<Demo> {
  const startedAt = performance.now()
  const child = launchDemo(project, env)
  const gone = once(child, 'close').then(([code]) => code as number | null)
  const origin = await until(() => {
    if (child.exitCode !== null) throw new Error(`the demo ended:\n${child.said()}`)
    return /Schakel is open: (\S+)/.exec(child.said())?.[1]
  }, 150_000)
  return {
    pid: child.pid as number,
    origin,
    seconds: (performance.now() - startedAt) / 1000,
    output: child.said,
    ended: () => gone,
  }
}

/** Asks every 50 ms until there is an answer. @throws Error after `patienceMs`. */
export async function until<T>(
  ask: () => T | undefined | Promise<T | undefined>,
  patienceMs = 20_000,
): Promise<T> {
  const giveUpAt = Date.now() + patienceMs
  while (Date.now() < giveUpAt) {
    const answer = await ask()
    if (answer !== undefined) return answer
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`nothing came for ${patienceMs / 1000} s`)
}

/**
 * Every process that was started with this data folder: children inherit the environment, whoever they run as.
 * @returns their commands. Linux only.
 */
export function processesOf(dataFolder: string): string[] {
  const found: string[] = []
  for (const pid of fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const at = (name: string) => fs.readFileSync(path.join('/proc', pid, name), 'utf8')
      if (!at('environ').split('\0').includes(`SCHAKEL_DATA=${dataFolder}`)) continue
      if (/\) Z /.test(at('stat'))) continue
      found.push(`${pid} ${at('cmdline').replaceAll('\0', ' ')}`)
    } catch {
      // It ended while we looked, or is not ours to see.
    }
  }
  return found
}

/** Copies what git keeps, with the packages of this project: a clone without the download. */
export function copyProject(from: string, to: string): void {
  const kept = ['app', 'messages', 'prisma', 'project.inlang', 'public', 'scripts', 'search']
  const files = fs
    .readdirSync(from)
    .filter((name) => /\.(json|js|ts)$/.test(name) || ['.npmrc', '.gitignore'].includes(name))
  for (const name of [...kept, ...files]) {
    fs.cpSync(path.join(from, name), path.join(to, name), {
      recursive: true,
      filter: (source) => !/\/(app\/(generated|paraglide)|public\/build)$/.test(source),
    })
  }
  fs.symlinkSync(path.join(from, 'node_modules'), path.join(to, 'node_modules'))
}
