// When to stop: Ctrl-C, a signal, a closed terminal, or npm that is gone. Node's own modules only.

/**
 * @returns {{ asked: Promise<void>, because(reason: string): void, failed(): boolean }} `asked` is fulfilled at the first
 * reason to stop; `because` gives one from inside, which counts as a failure.
 */
export function untilAskedToStop() {
  let ask
  let failure
  const asked = new Promise((resolve) => {
    ask = resolve
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => ask())
  // A closed terminal takes no more lines; what is left to do is to stop.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => ask())
  stopWithNpm(ask)
  return {
    asked,
    because(reason) {
      failure ??= reason
      console.error(reason)
      ask()
    },
    failed: () => failure !== undefined,
  }
}

/** npm cannot pass on that it was killed; the process then belongs to another parent. */
function stopWithNpm(ask) {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) ask()
  }, 500).unref()
}
