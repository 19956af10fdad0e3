// The thread of app/platform/threads that solves rounds begins here: a thread does not inherit that TypeScript can be run.
import { register } from 'tsx/esm/api'

register()
await import('./solve-round-thread.ts')
