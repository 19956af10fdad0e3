// Starts the processes of the demo, and sees to it that none outlives it. Node's own modules only.
import { spawn } from 'node:child_process'
import { ROOT } from './project.mjs'

/** A process that was asked to stop and has not by then is ended by force. */
const PATIENCE_MS = 12_000

/**
 * @typedef {{ name: string, file: string, args?: readonly string[], env?: Record<string, string | undefined> }} Program
 * `file` is a script of this project, relative to it; TypeScript runs by tsx.
 */

/** @param {(reason: string) => void} onFailure hears of a process that ends by itself. */
export function makeSupervisor(onFailure) {
  const running = new Set()
  let stopping = false

  function launch({ file, args = [], env = {} }) {
    if (stopping) throw new Error('The program is stopping.')
    const loader = file.endsWith('.ts') ? ['--import', 'tsx'] : []
    const child = spawn(process.execPath, [...loader, file, ...args], {
      cwd: ROOT,
      env: { ...process.env, ...env },
      // Over the fourth one they say that they are ready, and notice when this process is gone, however it went.
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    running.add(child)
    child.once('close', () => running.delete(child))
    return child
  }

  return {
    /** Runs a program to its end. @throws Error when it fails. */
    run(program) {
      return new Promise((resolve, reject) => {
        const child = launch(program)
        child.once('error', reject)
        child.once('close', (code, signal) =>
          code === 0 ? resolve() : reject(new Error(`${program.name} ended with ${signal ?? code}.`)),
        )
      })
    },

    /** Starts a program that stays. @returns a handle once it says that it is ready. */
    start(program) {
      return new Promise((resolve, reject) => {
        const child = launch(program)
        let wanted = true
        child.once('error', reject)
        const stop = () => {
          wanted = false
          return end(child)
        }
        child.once('message', () => resolve({ stop }))
        child.once('close', (code, signal) => {
          const reason = `${program.name} ended with ${signal ?? code}.`
          reject(new Error(reason))
          if (wanted && !stopping) onFailure(reason)
        })
      })
    },

    /** Ends all of them: asks first, uses force after a while. */
    async stop() {
      stopping = true
      await Promise.all([...running].map(end))
    },
  }
}

function end(child) {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    const force = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
    child.once('close', () => {
      clearTimeout(force)
      resolve()
    })
    child.kill('SIGTERM')
  })
}
