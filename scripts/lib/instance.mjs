// One running program per data folder. Two would stop each other's database. Node's own modules only.
import fs from 'node:fs'
import path from 'node:path'
import { isAliveAs } from './processes.mjs'

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
/** A program that was told to stop may need this long to be gone. */
const PATIENCE_MS = 15_000
const OURS = /(demo|dev)\.mjs/

/**
 * Takes the folder for this process.
 * @param {string} folder
 * @param {{ log?: (line: string) => void }} [options]
 * @returns {Promise<{ tell(address: string): void, leave(): void }>} `tell` writes down where it answers.
 * @throws Error when another process has it, with the address at which that one answers.
 */
export async function takeFolder(folder, { log = () => {} } = {}) {
  fs.mkdirSync(folder, { recursive: true })
  const file = path.join(folder, 'running.json')
  const giveUpAt = Date.now() + PATIENCE_MS
  for (let told = false; ; told = true) {
    try {
      fs.writeFileSync(file, JSON.stringify({ pid: process.pid }), { flag: 'wx' })
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    const holder = read(file)
    if (!holder || holder.pid === process.pid || !isAliveAs(holder.pid, OURS)) {
      fs.rmSync(file, { force: true })
      continue
    }
    if (holder.address || Date.now() > giveUpAt) throw new Error(taken(folder, holder))
    if (!told) log(`Waiting for process ${holder.pid}, which starts or stops in ${folder} …`)
    await sleep(200)
  }
  const write = (more) => fs.writeFileSync(file, JSON.stringify({ pid: process.pid, ...more }))
  return {
    tell: (address) => write({ address }),
    leave: () => {
      if (read(file)?.pid === process.pid) fs.rmSync(file, { force: true })
    },
  }
}

function taken(folder, { pid, address }) {
  const where = address ? `at ${address} ` : ''
  return `Schakel already runs ${where}(process ${pid}) with the data in ${folder}.
Stop that one first, or start this one with data of its own: SCHAKEL_DATA=<folder> npm run demo`
}

function read(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
