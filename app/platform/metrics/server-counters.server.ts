/**
 * Counters of what happens before a page is reached. The server around the pages and the build of the pages are loaded
 * apart, so they share one registry by the process; `/metrics` tells it with the rest.
 */
import { Counter, Registry } from 'prom-client'
import { processWide } from '~/platform/process-wide.server'

export const serverRegistry = (): Registry => processWide('server-counters', () => new Registry())

/** @returns the counter of this name, made at its first use. Its labels hold few values: no addresses, nobody. */
export function serverCounter<Label extends string>(
  name: string,
  help: string,
  labelNames: readonly Label[],
): Counter<Label> {
  const known = serverRegistry().getSingleMetric(name)
  if (known) return known as Counter<Label>
  return new Counter({ name, help, labelNames: [...labelNames], registers: [serverRegistry()] })
}
