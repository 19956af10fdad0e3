/** What the journeys run against. Everything ends with the run. */
import { announceJourneyServer } from './journey-server'
import { startProgram } from './program'

export default async function setup(): Promise<() => Promise<void>> {
  const { end, ...server } = await startProgram('journeys')
  announceJourneyServer(server)
  return end
}
