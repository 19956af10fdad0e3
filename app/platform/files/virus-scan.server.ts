/**
 * The hook for a virus scanner: a port with one engine, ClamAV's `clamd` over its own protocol (INSTREAM: parts of four
 * bytes of length and content, an empty one at the end). https://docs.clamav.net/manual/Usage/Scanning.html#clamd
 */
import net from 'node:net'

export type ScanFile = (content: Uint8Array) => Promise<'clean' | 'infected'>

const PART_BYTES = 64 * 1024
const PATIENCE_MS = 60_000

/**
 * @param address `tcp://host:port` or `unix:/path`.
 * @returns a scan that rejects when the scanner does not answer, so that it is tried again.
 */
export function makeClamdScan(address: string): ScanFile {
  const url = new URL(address)
  const to =
    url.protocol === 'unix:' ? { path: url.pathname } : { host: url.hostname, port: Number(url.port || 3310) }
  return async (content) => {
    const answer = await ask(to, content)
    if (/\bOK$/.test(answer)) return 'clean'
    if (/\bFOUND$/.test(answer)) return 'infected'
    throw new Error(`clamd answered: ${answer.slice(0, 200) || 'nothing'}`)
  }
}

function ask(to: net.NetConnectOpts, content: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(to)
    let answer = ''
    socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('clamd does not answer')))
    socket.on('error', reject)
    socket.on('data', (part) => {
      answer += part.toString('utf8')
    })
    socket.on('close', () => resolve(answer.replaceAll('\0', '').trim()))
    socket.on('connect', () => {
      socket.write('zINSTREAM\0')
      for (let from = 0; from < content.length; from += PART_BYTES) {
        const part = content.subarray(from, from + PART_BYTES)
        socket.write(lengthOf(part.length))
        socket.write(part)
      }
      socket.write(lengthOf(0))
    })
  })
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes)
  return length
}
