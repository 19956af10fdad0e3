/** How a process of ours begins and ends: it says when it is ready, and stops when asked, or when its parent is gone. */

/** Tells the process that started this one, if there is one, that it is ready. */
export function sayReady(): void {
  process.send?.('ready')
}

/**
 * @param stop gives back what the process holds. Called once.
 * @param patienceMs the process ends after that time, whatever `stop` still waits for.
 */
export function stopWhenAsked(stop: () => Promise<void>, patienceMs = 10_000): void {
  let asked = false
  const end = () => {
    if (asked) return
    asked = true
    setTimeout(() => process.exit(1), patienceMs).unref()
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end)
  process.once('disconnect', end)
}
