/** What the journeys know of the server that global-journeys.ts started: handed over by the environment. */
export type JourneyServer = {
  readonly origin: string
  readonly databaseUrl: string
  readonly mailFolder: string
  /** Where answers by mail are taken in. */
  readonly mailInPort: number
}

const NAME = 'JOURNEY_SERVER'

export function announceJourneyServer(server: JourneyServer): void {
  process.env[NAME] = JSON.stringify(server)
}

export function journeyServer(): JourneyServer {
  const text = process.env[NAME]
  if (!text) throw new Error('the journeys are started by `npx playwright test`, which starts the server')
  return JSON.parse(text) as JourneyServer
}
