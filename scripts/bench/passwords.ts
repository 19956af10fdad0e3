/** What one password costs on this machine, alone and when several sign in at once: `npm run bench:passwords`. */
import { hashPassword, verifyPassword } from '~/platform/auth/password.server'

const ROUNDS = 20
const PASSWORD = 'vier losse woorden samen'

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now()
  await work()
  return performance.now() - before
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

async function measure(atOnce: number): Promise<object> {
  const known = await hashPassword(PASSWORD)
  const hash: number[] = []
  const verify: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const many = (work: () => Promise<unknown>) => Promise.all(Array.from({ length: atOnce }, work))
    hash.push((await milliseconds(() => many(() => hashPassword(PASSWORD)))) / atOnce)
    verify.push((await milliseconds(() => many(() => verifyPassword(known, PASSWORD)))) / atOnce)
  }
  return { atOnce, hashMs: Math.round(median(hash)), verifyMs: Math.round(median(verify)) }
}

await measure(1)
for (const atOnce of [1, 2, 8]) console.log(JSON.stringify(await measure(atOnce)))
