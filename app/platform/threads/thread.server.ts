/**
 * Long sums in a thread of their own, so that the process that asks goes on answering. One thread, started when it is
 * first needed and kept for the next; one sum at a time, others wait. Memory is bounded by V8's limits of the thread,
 * time from the moment of asking, waiting included: at a bound the thread ends and who asked is told which one it was.
 * The entry is a module that registers tsx for itself and goes on in TypeScript, so a test, the demo and the built server
 * use the same file.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'

/** What a thread posts back. */
export type ThreadAnswer<Output> =
  | { readonly ok: true; readonly output: Output }
  | { readonly ok: false; readonly message: string; readonly isOutOfRange: boolean }

class ThreadLimitReached extends Error {
  readonly limit: 'time' | 'memory'
  constructor(limit: 'time' | 'memory') {
    super(`a thread reached its bound of ${limit}`)
    this.limit = limit
  }
}

export type ThreadSettings = {
  /** A module, from the root of the project. */
  readonly entry: string
  readonly memoryMb: number
  readonly seconds: number
}

export type Thread<Input, Output> = {
  /** @throws an error with its `limit`, time or memory; RangeError when the entry threw one; Error for what else it threw. */
  run(input: Input): Promise<Output>
  /** Ends the thread; what runs in it is refused. */
  close(): Promise<void>
}

export function makeThread<Input, Output>(settings: ThreadSettings): Thread<Input, Output> {
  let kept: Worker | null = null
  let queue: Promise<unknown> = Promise.resolve()

  async function drop(): Promise<void> {
    const worker = kept
    kept = null
    await worker?.terminate()
  }

  function one(input: Input, msLeft: number): Promise<Output> {
    if (msLeft <= 0) return Promise.reject(new ThreadLimitReached('time'))
    kept ??= start(settings)
    const worker = kept
    worker.ref()
    return new Promise<Output>((resolve, reject) => {
      const timer = setTimeout(() => end(new ThreadLimitReached('time')), msLeft)
      const settle = () => {
        clearTimeout(timer)
        for (const about of ['message', 'error', 'exit'] as const) worker.removeAllListeners(about)
        // An idle thread does not keep the process alive.
        worker.unref()
      }
      const end = (error: Error) => {
        settle()
        // A thread that is ended still says so: nobody listens any more.
        worker.on('error', () => {})
        void drop()
        reject(error)
      }
      worker.once('message', (answer: ThreadAnswer<Output>) => {
        settle()
        if (answer.ok) resolve(answer.output)
        else reject(answer.isOutOfRange ? new RangeError(answer.message) : new Error(answer.message))
      })
      worker.once('error', (error) => end(isOutOfMemory(error) ? new ThreadLimitReached('memory') : error))
      worker.once('exit', () => end(new Error('a thread ended before it answered')))
      worker.postMessage(input)
    })
  }

  return {
    run(input) {
      const until = performance.now() + settings.seconds * 1000
      const mine = queue.then(() => one(input, until - performance.now()))
      queue = mine.catch(() => {})
      return mine
    },
    close: drop,
  }
}

function start({ entry, memoryMb }: ThreadSettings): Worker {
  const worker = new Worker(path.join(rootOf(import.meta.url), entry), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  })
  return worker
}

function isOutOfMemory(error: unknown): boolean {
  return (error as { readonly code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY'
}

/** The built server lies deeper than this file does. */
function rootOf(url: string): string {
  let folder = path.dirname(fileURLToPath(url))
  while (!existsSync(path.join(folder, 'package.json'))) {
    const above = path.dirname(folder)
    if (above === folder) throw new Error('no package.json above the program')
    folder = above
  }
  return folder
}
