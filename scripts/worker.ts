/** `npm run worker`: does what follows on events, sends mails, and what the clock asks. One or more beside the web. */

import { env } from '~/platform/env/env.server'
import { installLocale } from '~/platform/i18n/install-locale.server'
import { startWorker } from '~/platform/jobs/worker.server'
import { takeInMails, tasksOf, timedJobsOf } from '../app/background.server'
import { makeWiring } from '../app/wiring.server'
import { sayReady, stopWhenAsked } from './lib/be-a-child'

installLocale()
const wiring = makeWiring(env(), { part: 'worker' })
const { db, pool, log } = wiring
const worker = await startWorker({ db, pool, log, tasks: tasksOf(wiring), timed: timedJobsOf(wiring) })
const mailIn = await takeInMails(wiring)
stopWhenAsked(async () => {
  await mailIn?.close()
  await worker.stop()
  await wiring.close()
})
log.info('working')
sayReady()
