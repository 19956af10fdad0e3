/** A written `console.error` fails the test that wrote it: React, Prisma and our own code complain there. */
import { format } from 'node:util'
import { afterEach, beforeEach } from 'vitest'

let written: string[] = []
const write = console.error

beforeEach(() => {
  written = []
  console.error = (...parts: unknown[]) => {
    written.push(format(...parts))
  }
})

afterEach(() => {
  console.error = write
  if (written.length > 0) throw new Error(`console.error was written:\n${written.join('\n')}`)
})
