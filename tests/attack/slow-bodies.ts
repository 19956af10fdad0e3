/** Readers that send one byte a second and never end, while others go on. */
import net from 'node:net'
import { isOpen, makeTally, type Target } from './attack'

const MANY = 200
/** The server gives a request half a minute; it looks every half minute. */
const PATIENCE_MS = 70_000

export async function slowBodies(target: Target) {
  const tally = makeTally()
  const { hostname, port } = new URL(target.origin)
  const open = Array.from({ length: MANY }, (_, index) => slowReader(hostname, Number(port), index % 2 === 0))
  await new Promise((resolve) => setTimeout(resolve, 2_000))
  for (let look = 0; look < 10; look++) {
    const startedAt = performance.now()
    const { status } = await target.visitor().get('/offers')
    tally.check(isOpen(status) && performance.now() - startedAt < 5_000, `others wait: ${status}`)
  }
  const ends = await Promise.all(open.map(({ ended }) => Promise.race([ended, after(PATIENCE_MS)])))
  for (const end of ends) tally.check(end === 'closed', 'a slow reader was kept')
  for (const { close } of open) close()
  return tally.result()
}

function slowReader(host: string, port: number, isHeader: boolean) {
  const socket = net.connect({ host, port })
  socket.on('error', () => {})
  socket.on('data', () => {})
  const ended = new Promise<string>((resolve) => socket.once('close', () => resolve('closed')))
  socket.write(`POST /sign-in HTTP/1.1\r\nHost: ${host}:${port}\r\nOrigin: http://${host}:${port}\r\n`)
  if (!isHeader)
    socket.write('Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\n')
  const drip = setInterval(() => socket.write(isHeader ? 'X-A: b\r\n' : 'a'), 1_000)
  void ended.then(() => clearInterval(drip))
  return { ended, close: () => socket.destroy() }
}

function after(ms: number): Promise<string> {
  return new Promise((resolve) => setTimeout(resolve, ms, 'kept').unref())
}
