/** A lock between processes: a file with the holder's id. One that a dead process left is nobody's. */
import fs from 'node:fs'
import path from 'node:path'

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** @returns whether a process of that id runs, whoever's it is. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Runs the work while no other process holds the file.
 * @throws Error when a living process holds it for more than three minutes.
 */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  for (let tries = 0; ; tries++) {
    try {
      fs.writeFileSync(file, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const holder = Number(readIfThere(file) || Number.NaN)
      if (Number.isInteger(holder) && !isAlive(holder)) fs.rmSync(file, { force: true })
      else if (tries > 1_800) throw new Error(`process ${holder} holds ${file} for more than three minutes`)
      else await sleep(100)
    }
  }
  try {
    return await work()
  } finally {
    fs.rmSync(file, { force: true })
  }
}

/** The file may go between looking and reading. */
function readIfThere(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
