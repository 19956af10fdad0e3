/** Runs a timed job of the server of the journeys in a process of its own: journeys are another program than the worker. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { journeyServer } from './journey-server'

export async function runTimedJob(job: 'expire-holds' | 'remind-bookings'): Promise<void> {
  await promisify(execFile)(process.execPath, ['--import', 'tsx', `tests/setup/${job}.ts`], {
    env: {
      ...process.env,
      APP_ENV: 'test',
      DATABASE_URL: journeyServer().databaseUrl,
      SECRET: 'a secret of at least thirty-two characters',
      LOG_LEVEL: 'silent',
    },
  })
}
