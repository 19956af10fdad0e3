// One process at a time, by a file that holds its id. The file of a process that died is nobody's.
import fs from 'node:fs'
import { isAlive } from './processes.mjs'

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
const PATIENCE_MS = 60_000

/** Runs the work while no other process has the file. @throws Error when one has it for more than a minute. */
export async function withFileLock(file, work) {
  const giveUpAt = Date.now() + PATIENCE_MS
  for (;;) {
    try {
      fs.writeFileSync(file, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    const holder = Number(readIfThere(file))
    if (holder && !isAlive(holder)) {
      fs.rmSync(file, { force: true })
      continue
    }
    if (Date.now() > giveUpAt) throw new Error(`Process ${holder} has ${file} for more than a minute.`)
    await sleep(50)
  }
  try {
    return await work()
  } finally {
    fs.rmSync(file, { force: true })
  }
}

function readIfThere(file) {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
