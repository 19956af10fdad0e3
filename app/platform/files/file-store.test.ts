import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeFileStore } from './file-store.server'

let folder: string
beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'files-'))
})
afterAll(() => fs.rm(folder, { recursive: true }))

const NEVER = 'a'.repeat(64)
const later = () => new Date(Date.now() + 60_000)

async function oldOnes(before: Date) {
  const keys: string[] = []
  for await (const key of makeFileStore(folder).keysBefore(before)) keys.push(key)
  return keys
}

test('the same content is kept once, under a name that says what it is', async () => {
  const store = makeFileStore(folder)
  const [one, two] = await Promise.all([
    store.put(Buffer.from('werkblad')),
    store.put(Buffer.from('werkblad')),
  ])
  expect(one).toBe(two)
  expect(one).toMatch(/^[0-9a-f]{64}$/)
  expect(Buffer.from((await store.read(one)) ?? []).toString()).toBe('werkblad')
  const kept = await store.open(one)
  expect(kept?.bytes).toBe(8)
  expect(await new Response(kept?.body).text()).toBe('werkblad')
  expect(await oldOnes(later())).toEqual([one])
  expect(await oldOnes(new Date(Date.now() - 60_000))).toEqual([])
})

test('nothing outside is reached, and what is not there is not there', async () => {
  const store = makeFileStore(folder)
  for (const key of ['../../etc/passwd', '..%2f', '', NEVER, `${NEVER}/x`]) {
    expect(await store.open(key)).toBeNull()
    expect(await store.read(key)).toBeNull()
    await store.remove(key)
  }
  expect(await oldOnes(later())).toHaveLength(1)
})

test('what is removed is gone; what a crash left half written is swept up', async () => {
  const store = makeFileStore(folder)
  const key = await store.put(Buffer.from('weg'))
  await fs.writeFile(path.join(folder, key.slice(0, 2), `${key}.half`), 'w')
  await store.remove(key)
  expect(await store.read(key)).toBeNull()
  await oldOnes(later())
  expect(await fs.readdir(path.join(folder, key.slice(0, 2)))).toEqual([])
})

test('a folder that is not there is empty', async () => {
  const keys: string[] = []
  for await (const key of makeFileStore(path.join(folder, 'none')).keysBefore(later())) keys.push(key)
  expect(keys).toEqual([])
})
