// What can be known of a process by its id. Node's own modules only.
import fs from 'node:fs'

/** @returns whether it runs, whoever's it is. One that has ended and was not collected by its parent does not. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
  return !/\) Z /.test(readProc(pid, 'stat') ?? '')
}

/**
 * Ids are given out again, after a restart of the machine above all, so the command is looked at.
 * @returns whether it runs and its command fits. Where the system does not tell commands, running is enough.
 */
export function isAliveAs(pid, command) {
  if (!isAlive(pid)) return false
  const line = readProc(pid, 'cmdline')
  return line === undefined ? process.platform !== 'linux' : command.test(line)
}

function readProc(pid, name) {
  try {
    return fs.readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return undefined
  }
}
