import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { withFileLock } from './file-lock.mjs'
import { takeFolder } from './instance.mjs'
import { firstFreePort } from './port.mjs'
import { isAlive, isAliveAs } from './processes.mjs'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'instance-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))

/** A process that is called as the demo is. */
async function pretender() {
  const script = path.join(folder, 'demo.mjs')
  fs.writeFileSync(script, 'setInterval(() => {}, 1000)')
  const child = spawn(process.execPath, [script])
  await once(child, 'spawn')
  return child
}

test('a folder that a living program has is refused with its address', async () => {
  const child = await pretender()
  fs.writeFileSync(
    path.join(folder, 'running.json'),
    JSON.stringify({ pid: child.pid, address: 'http://there' }),
  )
  await expect(takeFolder(folder)).rejects.toThrow('already runs at http://there')
  child.kill()
  await once(child, 'close')

  const taken = await takeFolder(folder)
  taken.leave()
  expect(fs.existsSync(path.join(folder, 'running.json'))).toBe(false)
})

test('a process id that was given out again to another program is nobody', async () => {
  fs.writeFileSync(
    path.join(folder, 'running.json'),
    JSON.stringify({ pid: process.ppid, address: 'http://there' }),
  )
  const taken = await takeFolder(folder)
  taken.leave()
})

test('a process lives until it has ended', async () => {
  const child = await pretender()
  expect(isAlive(child.pid)).toBe(true)
  expect(isAliveAs(child.pid, /demo\.mjs/)).toBe(true)
  expect(isAliveAs(child.pid, /postgres/)).toBe(process.platform !== 'linux')
  child.kill()
  await once(child, 'close')
  expect(isAlive(child.pid)).toBe(false)
})

test('one at a time has a lock; that of a dead process is nobody’s', async () => {
  const lock = path.join(folder, 'lock')
  const order: string[] = []
  const work = (name: string) => async () => {
    order.push(`${name} in`)
    await new Promise((resolve) => setTimeout(resolve, 20))
    order.push(`${name} out`)
  }
  const child = await pretender()
  child.kill()
  await once(child, 'close')
  fs.writeFileSync(lock, String(child.pid))
  await Promise.all([withFileLock(lock, work('a')), withFileLock(lock, work('b'))])
  expect(order).toEqual(['a in', 'a out', 'b in', 'b out'])
})

test('a port that somebody listens on, be it on loopback only, is passed over', async () => {
  const server = net.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as net.AddressInfo
  expect(await firstFreePort(port)).toBeGreaterThan(port)
  server.close()
})
