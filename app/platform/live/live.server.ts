/**
 * Streams of server-sent events to signed-in readers. Any process may write what they are told of: the database tells all
 * of them (triggers of `notification` and `session`), each by one connection, and each tells those who read from it. A
 * stream ends when its session does, after an hour (the browser opens another one and shows who it is again), and at once
 * when the process is told to stop.
 */
import type { Listener } from '~/platform/db/listen.server'
import { processWide } from '~/platform/process-wide.server'

/** Of the table in the database that the triggers write to. */
export const LIVE_CHANNEL = 'live'

/** A browser opens one per window that is looked at. */
const STREAMS_OF_ONE = 4
const STREAMS_OF_ALL = 2_000
const HEARTBEAT_MS = 25_000
const LIFETIME_MS = 3_600_000
/** A reader who takes nothing any more is not waited for. */
const UNREAD_CHUNKS = 16

type Who = {
  readonly userId: string
  /** Id of the row of the session. */
  readonly session: string
}

export type Live = {
  /**
   * @param read what the reader is told: asked at the beginning and whenever something happened.
   * @returns `null` when this reader, or this process, has enough of them.
   */
  stream(who: Who, signal: AbortSignal, read: () => Promise<string>): ReadableStream<Uint8Array> | null
  /** Streams that are open now. */
  count(): number
  /** Ends all streams; there are no new ones. */
  close(): Promise<void>
}

type Open = Who & { readonly tell: () => void; readonly end: () => void }

type Needs = {
  /** Begins to hear of what happened. */
  readonly listen: (hears: { onMessage(text: string): void; onListening(): void }) => Listener
}

const hubs = () => processWide('live-hubs', () => new Set<Live>())

/** For a server that stops: open streams would hold it up. */
export async function endStreams(): Promise<void> {
  await Promise.all([...hubs()].map((hub) => hub.close()))
}

export function makeLive({ listen }: Needs): Live {
  const open = new Set<Open>()
  let listener: Listener | null = null
  let isClosed = false

  function hear(text: string): void {
    const [what, id] = text.split(' ')
    for (const one of [...open]) {
      if (what === 'notified' && one.userId === id) one.tell()
      if (what === 'ended' && one.session === id) one.end()
    }
  }

  const hub: Live = {
    stream(who, signal, read) {
      const own = [...open].filter(({ userId }) => userId === who.userId)
      if (isClosed || own.length >= STREAMS_OF_ONE || open.size >= STREAMS_OF_ALL) return null
      listener ??= listen({
        onMessage: hear,
        onListening: () => {
          for (const one of open) one.tell()
        },
      })
      return streamOf(who, signal, read, open)
    },
    count: () => open.size,
    async close() {
      isClosed = true
      hubs().delete(hub)
      for (const one of [...open]) one.end()
      await listener?.close()
      listener = null
    },
  }
  hubs().add(hub)
  return hub
}

/** Enters itself in `open`, and leaves it when it ends. */
function streamOf(
  who: Who,
  signal: AbortSignal,
  read: () => Promise<string>,
  open: Set<Open>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let release = () => {}
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const say = (text: string) => {
          if (!open.has(self)) return
          if ((controller.desiredSize ?? 0) < -UNREAD_CHUNKS) return self.end()
          controller.enqueue(encoder.encode(text))
        }
        let said = ''
        const tell = oneAtATime(async () => {
          const news = await read()
          if (news !== said) say(`event: told\ndata: ${news}\n\n`)
          said = news
        })
        const self: Open = {
          ...who,
          tell: () => void tell().catch(() => self.end()),
          end: () => finish(true),
        }
        const heart = setInterval(() => say(': still here\n\n'), HEARTBEAT_MS)
        const life = setTimeout(() => self.end(), LIFETIME_MS)
        function finish(isOurs: boolean): void {
          if (!open.delete(self)) return
          clearInterval(heart)
          clearTimeout(life)
          signal.removeEventListener('abort', self.end)
          if (isOurs) controller.close()
        }
        release = () => finish(false)
        open.add(self)
        signal.addEventListener('abort', self.end)
        if (signal.aborted) return self.end()
        say('retry: 5000\n\n')
        self.tell()
      },
      cancel: () => release(),
    },
    { highWaterMark: 1 },
  )
}

/** Who calls while it runs lets it run once more afterwards, however often they call. */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  let again = false
  return async function turn(): Promise<void> {
    if (running) {
      again = true
      return running
    }
    try {
      running = work()
      await running
    } finally {
      running = null
    }
    if (again) {
      again = false
      await turn()
    }
  }
}
