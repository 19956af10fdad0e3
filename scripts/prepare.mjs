// Makes a fresh clone ready to run: packages, then generated code. Node's own modules only, because it runs before there
// are packages. What is up to date is left alone, so that a second start costs milliseconds.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { groupMessages } from './lib/group-messages.mjs'

const ROOT = path.resolve(import.meta.dirname, '..')
const at = (...parts) => path.join(ROOT, ...parts)
const STAMPS = at('.cache/generated.json')

/**
 * @param {{ log?: (line: string) => void, forWatching?: boolean, onlyToRun?: boolean }} [options] `log` hears what takes
 * time; `forWatching` makes code that compiles faster and weighs more; `onlyToRun` does without the packages of tests and
 * checks, a fifth of an installation.
 * @throws Error with the output of the command that failed.
 */
export async function prepare({ log = () => {}, forWatching = false, onlyToRun = false } = {}) {
  await installPackages(log, onlyToRun)
  await generateCode({ log, forWatching })
}

async function installPackages(log, onlyToRun) {
  if (packagesAreInstalled(onlyToRun)) return
  log('Installing packages (npm ci) …')
  const npm = process.env.npm_execpath
  const [command, ...before] = npm
    ? [process.execPath, npm]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm']
  const omit = onlyToRun ? ['--omit=dev'] : []
  await run(command, [...before, 'ci', ...omit, '--no-audit', '--no-fund', '--loglevel=error'])
}

/** Compares what npm wrote into node_modules with the lock file, version by version: dates of files say nothing. */
export function packagesAreInstalled(onlyToRun = false) {
  const wanted = readJson(at('package-lock.json'))?.packages
  const present = readJson(at('node_modules/.package-lock.json'))?.packages
  if (!wanted) throw new Error('package-lock.json is missing')
  if (!present) return false
  return Object.entries(wanted).every(([place, entry]) => {
    if (place === '') return true
    const found = present[place]
    // npm leaves out the optional packages of other platforms.
    if (found) return found.version === entry.version
    return entry.optional === true || (onlyToRun && (entry.dev === true || entry.devOptional === true))
  })
}

/** Prisma client and message functions, each only when what it is made from has changed. */
export async function generateCode({ log = () => {}, forWatching = false } = {}) {
  const stamps = readJson(STAMPS) ?? {}
  const lock = fs.readFileSync(at('package-lock.json'))
  const parts = [
    {
      name: 'prisma',
      from: [at('prisma/schema.prisma'), at('prisma.config.ts')],
      makes: at('app/generated/prisma/client.ts'),
      command: [at('scripts/prisma.mjs'), 'generate'],
    },
    {
      name: 'messages',
      from: [at('project.inlang/settings.json'), ...filesIn(at('messages'))],
      makes: at('app/paraglide/messages.js'),
      command: [
        at('node_modules/@inlang/paraglide-js/bin/run.js'),
        'compile',
        '--project',
        './project.inlang',
        '--outdir',
        './app/paraglide',
        '--strategy',
        'globalVariable',
        'baseLocale',
        '--silent',
      ],
      variant: forWatching ? 'grouped' : 'both',
      afterwards: () => {
        if (forWatching) groupMessages(at('app/paraglide/messages'))
        else groupForNode()
      },
    },
  ]
  const stale = parts
    .map((part) => ({ ...part, hash: hashOf(lock, part.from) + (part.variant ?? '') }))
    .filter((part) => stamps[part.name] !== part.hash || !fs.existsSync(part.makes))
  if (stale.length === 0) return
  log(`Generating code (${stale.map((part) => part.name).join(', ')}) …`)
  await Promise.all(
    stale.map(async ({ command, afterwards }) => {
      await run(process.execPath, command)
      afterwards?.()
    }),
  )
  for (const part of stale) stamps[part.name] = part.hash
  fs.mkdirSync(path.dirname(STAMPS), { recursive: true })
  fs.writeFileSync(STAMPS, JSON.stringify(stamps))
}

/**
 * A second copy of the messages in few files, for programs that load them without a bundle (tsconfig.node.json): opening
 * 1,700 files costs the worker two seconds.
 */
function groupForNode() {
  const [from, to] = [at('app/paraglide'), at('app/paraglide/grouped')]
  fs.rmSync(to, { recursive: true, force: true })
  const copy = path.join(ROOT, '.cache/grouped')
  fs.rmSync(copy, { recursive: true, force: true })
  fs.cpSync(from, copy, { recursive: true })
  groupMessages(path.join(copy, 'messages'))
  fs.renameSync(copy, to)
}

function hashOf(lock, files) {
  const hash = createHash('sha256').update(lock)
  for (const file of files) hash.update(path.basename(file)).update('\0').update(fs.readFileSync(file))
  return hash.digest('hex')
}

function filesIn(folder) {
  return fs
    .readdirSync(folder)
    .sort()
    .map((name) => path.join(folder, name))
}

function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      shell: command.endsWith('.cmd'),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`${path.basename(args[0] ?? command)} ended with ${code}:\n${output}`)),
    )
  })
}
