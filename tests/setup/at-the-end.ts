/** What a test file has opened is closed after its last test, the last opened first. */
import { afterAll } from 'vitest'

const closers: (() => Promise<void>)[] = []

export function atTheEnd(close: () => Promise<void>): void {
  closers.push(close)
}

/** To be called by a setup file, so that it stands before the hooks of the test file itself. */
export function closeAllAtTheEnd(): void {
  afterAll(async () => {
    for (let close = closers.pop(); close; close = closers.pop()) await close()
  })
}
