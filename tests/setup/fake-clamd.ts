/** A small `clamd`: speaks INSTREAM, and finds what contains the word EICAR. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import net from 'node:net'
import { atTheEnd } from './at-the-end'

export type FakeClamd = {
  readonly address: string
  /** Bytes of each content that was asked about. */
  readonly asked: number[]
  /** What it answers instead of looking. */
  answerWith(answer: string | null): void
}

const COMMAND = 'zINSTREAM\0'

export async function fakeClamd(): Promise<FakeClamd> {
  const asked: number[] = []
  let fixed: string | null = null
  const server = net.createServer((socket) => {
    let received = Buffer.alloc(0)
    socket.on('error', () => socket.destroy())
    socket.on('data', (part) => {
      received = Buffer.concat([received, part])
      const content = contentOf(received)
      if (content === null) return
      asked.push(content.length)
      const found = content.includes('EICAR') ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK'
      socket.end(`${fixed ?? found}\0`)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  atTheEnd(async () => {
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return {
    address: `tcp://127.0.0.1:${port}`,
    asked,
    answerWith: (answer) => {
      fixed = answer
    },
  }
}

/** @returns `null` until the empty part has come. */
function contentOf(received: Buffer): Buffer | null {
  if (!received.subarray(0, COMMAND.length).equals(Buffer.from(COMMAND))) return null
  const parts: Buffer[] = []
  for (let at = COMMAND.length; at + 4 <= received.length; ) {
    const length = received.readUInt32BE(at)
    if (length === 0) return Buffer.concat(parts)
    parts.push(received.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return null
}
