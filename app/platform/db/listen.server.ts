/** One connection that only listens (LISTEN): PostgreSQL tells it what other processes have just committed. */
import pg from 'pg'

export type Listener = { close(): Promise<void> }

type Hears = {
  readonly onMessage: (text: string) => void
  /** It listens from now on, at first and after each break: what was told before is lost. */
  readonly onListening: () => void
  readonly onError: (error: unknown) => void
}

const AGAIN_MS = 2_000

/** Begins at once and goes on through breaks until `close`. @param channel a plain name. */
export function listen(url: string, channel: string, hears: Hears): Listener {
  let client: pg.Client | null = null
  let timer: NodeJS.Timeout | undefined
  let isClosed = false
  let wasBroken = false

  function broke(error: unknown, which: pg.Client): void {
    if (isClosed || client !== which) return
    client = null
    if (!wasBroken) hears.onError(error)
    wasBroken = true
    which.end().catch(() => {})
    timer = setTimeout(() => void begin(), AGAIN_MS)
    timer.unref()
  }

  async function begin(): Promise<void> {
    if (isClosed) return
    const fresh = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 5_000 })
    client = fresh
    fresh.on('notification', ({ payload }) => hears.onMessage(payload ?? ''))
    fresh.on('error', (error) => broke(error, fresh))
    fresh.on('end', () => broke(new Error('the listening connection ended'), fresh))
    try {
      await fresh.connect()
      await fresh.query(`LISTEN ${channel}`)
      wasBroken = false
      hears.onListening()
    } catch (error) {
      broke(error, fresh)
    }
  }

  const begun = begin()
  return {
    async close() {
      isClosed = true
      clearTimeout(timer)
      await begun
      await client?.end().catch(() => {})
    },
  }
}
