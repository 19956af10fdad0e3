/**
 * Runs many small jobs side by side with the result of one after the other: a job waits for every earlier job that
 * touches the same thing, and for nothing else.
 */
export type Job<Result> = {
  /** What it touches, e.g. `request:…` and `offer:…`. */
  readonly touches: readonly string[]
  readonly run: () => Promise<Result>
}

/** @returns the results in the order of the jobs. @throws what the first failing job throws. */
export async function inLanes<Result>(
  jobs: readonly Job<Result>[],
  atOnce: number,
): Promise<readonly Result[]> {
  const last = new Map<string, Promise<unknown>>()
  const gate = makeGate(atOnce)
  return Promise.all(
    jobs.map(({ touches, run }) => {
      const before = touches.map((thing) => last.get(thing))
      const result = Promise.all(before).then(() => gate(run))
      for (const thing of touches) last.set(thing, result)
      return result
    }),
  )
}

function makeGate(size: number): <T>(run: () => Promise<T>) => Promise<T> {
  let free = size
  const waiting: (() => void)[] = []
  return async (run) => {
    if (free > 0) free--
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await run()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free++
    }
  }
}
