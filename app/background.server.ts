/** What the worker does: reactions to events, mails, and what the clock asks. */

import { SYSTEM } from '~/authorisation/actor'
import type { Task, TimedJob } from '~/platform/jobs/worker.server'
import { type Received, type SmtpReceiver, startSmtpReceiver } from '~/platform/mail/smtp-receiver.server'
import { REACT, type ReactPayload, react } from '~/platform/outbox/outbox.server'
import { lapseBookings } from './features/bookings/use-cases/lapse-bookings.server'
import { remindOfBookings } from './features/bookings/use-cases/remind-of-bookings.server'
import { tellOfPlans } from './features/bookings/use-cases/tell-of-plans.server'
import { expireHolds } from './features/clearing/use-cases/expire-holds.server'
import { remindHolds } from './features/clearing/use-cases/remind-holds.server'
import { isReplyAddress, receiveMail } from './features/conversations/use-cases/receive-mail.server'
import { scanMessageFiles } from './features/conversations/use-cases/scan-message-files.server'
import { endClosedSchools } from './features/departures/use-cases/end-closed-schools.server'
import { askHarvests } from './features/feeds/use-cases/ask-harvests.server'
import { checkIndex } from './features/finder/reactions/check-index.server'
import { forgetLoads } from './features/loads/use-cases/forget-loads.server'
import { scanFiles } from './features/media/use-cases/scan-files.server'
import { sweepFiles } from './features/media/use-cases/sweep-files.server'
import {
  askNotificationDigests,
  forgetNotifications,
} from './features/notifications/use-cases/keep-notifications.server'
import { sendPostponed } from './features/notifications/use-cases/send-postponed.server'
import { askStillRight } from './features/offers/use-cases/ask-still-right.server'
import { resumeDueOffers } from './features/offers/use-cases/resume-due-offers.server'
import { applyRetention } from './features/privacy/use-cases/apply-retention.server'
import { scanVersions } from './features/projects/use-cases/scan-versions.server'
import { tellOfFiles } from './features/projects/use-cases/tell-of-files.server'
import { expireProposals } from './features/proposals/use-cases/expire-proposals.server'
import { remindCompanies } from './features/proposals/use-cases/remind-companies.server'
import { remindSchools } from './features/proposals/use-cases/remind-schools.server'
import { askStillWanted } from './features/requests/use-cases/ask-still-wanted.server'
import { expireRequests } from './features/requests/use-cases/expire-requests.server'
import { forgetDrafts } from './features/requests/use-cases/keep-draft.server'
import { askDigests, renewAndForget } from './features/saved-searches/use-cases/keep-saved-searches.server'
import { forgetSearches } from './features/search-log/use-cases/forget-searches.server'
import { judgeSilence } from './features/silence/use-cases/judge-silence.server'
import { reactionOf } from './reactions.server'
import type { Wiring } from './wiring.server'

/** @returns the jobs by name. Each may run twice and must not mind. */
export function tasksOf(wiring: Wiring): Readonly<Record<string, Task>> {
  return {
    [REACT]: async (payload) => {
      await react(wiring.db, payload as ReactPayload, (type, name) => {
        const reaction = reactionOf(type, name)
        return reaction && ((event) => reaction(wiring, event))
      })
    },
  }
}

/** @returns what runs by the clock (UTC). */
export function timedJobsOf(wiring: Wiring): Readonly<Record<string, TimedJob>> {
  return {
    /** Places that no school answered go to the next; whose last day is near is told. */
    holds: {
      cron: '7 * * * *',
      run: async () => {
        await expireHolds(wiring)
        await remindHolds(wiring)
      },
    },
    /** A wished period that has passed is over at midnight. */
    'expire-requests': {
      cron: '20 1 * * *',
      run: async () => {
        await expireRequests(wiring)
      },
    },
    'forget-request-drafts': {
      cron: '55 3 * * *',
      run: async () => {
        await forgetDrafts(wiring)
      },
    },
    /** In the morning: people read of it when they can do something. */
    'end-closed-schools': {
      cron: '25 7 * * 1-5',
      run: async () => {
        await endClosedSchools(wiring)
      },
    },
    /** In the morning of working days; holidays of each school's region are left out by the use case. */
    'ask-still-wanted': {
      cron: '15 7 * * 1-5',
      run: async () => {
        await askStillWanted(wiring)
      },
    },
    /** A proposal is too late from its last midnight on; what follows from it need not wait for the morning. */
    'expire-proposals': {
      cron: '7 * * * *',
      run: async () => {
        await expireProposals(wiring)
      },
    },
    /** In the morning of working days; public holidays are left out by the use case. */
    'remind-companies': {
      cron: '30 7 * * 1-5',
      run: async () => {
        await remindCompanies(wiring)
      },
    },
    /** In the morning of working days; holidays of each school's region are left out by the use case. */
    'remind-schools': {
      cron: '35 7 * * 1-5',
      run: async () => {
        await remindSchools(wiring)
      },
    },
    /** In the hours of the day, so that no mail rings at night; each run says only what was not said. */
    'remind-of-bookings': {
      cron: '41 6-17 * * *',
      run: async () => {
        await remindOfBookings(wiring)
        await tellOfPlans(wiring)
      },
    },
    /** On Monday morning: what is new for who saved a search. */
    'saved-search-digests': {
      cron: '30 6 * * 1',
      run: async () => {
        await askDigests(wiring)
      },
    },
    /**
     * At half past seven in Amsterdam, summer and winter: the use case asks what the clock shows there. The later runs send
     * what a worker that was away did not.
     */
    'notification-digests': {
      cron: '30 5-10 * * *',
      run: async () => {
        await askNotificationDigests(wiring)
      },
    },
    /** Whose quiet hours are over. */
    'send-postponed': {
      cron: '*/5 * * * *',
      run: async () => {
        await sendPostponed(wiring)
      },
    },
    'forget-notifications': {
      cron: '50 3 * * *',
      run: async () => {
        await forgetNotifications(wiring)
      },
    },
    'keep-saved-searches': {
      cron: '5 8 * * *',
      run: async () => {
        await renewAndForget(wiring)
      },
    },
    'forget-searches': {
      cron: '40 3 * * *',
      run: async () => {
        await forgetSearches(wiring)
      },
    },
    /** After midnight in Amsterdam the last day to choose a date is over. */
    'lapse-bookings': {
      cron: '10 1 * * *',
      run: async () => {
        await lapseBookings(wiring)
      },
    },
    /** In the morning of working days: a company answers from its desk. */
    'ask-still-right': {
      cron: '10 8 * * 1-5',
      run: async () => {
        await askStillRight(wiring)
      },
    },
    /** After the questions of the night have lapsed, and before a coordinator begins. */
    'judge-silence': {
      cron: '50 7 * * 1-5',
      run: async () => {
        await judgeSilence(wiring)
      },
    },
    /** After midnight in Amsterdam, summer and winter, and before anybody is at work. */
    'resume-paused-offers': {
      cron: '10 3 * * *',
      run: async () => {
        await resumeDueOffers(wiring, SYSTEM)
      },
    },
    /** What a scanner did not answer for at once, and what came in before there was one. */
    'scan-files': {
      cron: '23 * * * *',
      run: async () => {
        await scanFiles(wiring)
        await scanVersions(wiring)
        await scanMessageFiles(wiring)
      },
    },
    /** In the afternoon of working days: what was shared since the day before, in one mail. */
    'tell-of-project-files': {
      cron: '20 14 * * 1-5',
      run: async () => {
        await tellOfFiles(wiring)
      },
    },
    'sweep-files': {
      cron: '35 3 * * *',
      run: async () => {
        await sweepFiles(wiring)
      },
    },
    /** At night, when the servers of companies have little to do. */
    'harvest-feeds': {
      cron: '25 2 * * *',
      run: async () => {
        await askHarvests(wiring)
      },
    },
    'forget-loads': {
      cron: '45 3 * * *',
      run: async () => {
        await forgetLoads(wiring)
      },
    },
    /** What has been kept of people long enough (docs/privacy.md). */
    retention: {
      cron: '55 3 * * *',
      run: async () => {
        const lines = await applyRetention(wiring, { dryRun: false })
        const gone = lines
          .filter(({ rows }) => rows > 0)
          .map(({ rule, table, rows }) => ({ rule, table, rows }))
        if (gone.length > 0) wiring.log.info({ gone }, 'what was kept long enough is gone')
      },
    },
    /** At night, when a rebuild is in nobody's way. */
    'check-index': {
      cron: '50 2 * * *',
      run: async () => {
        const checked = await checkIndex(wiring)
        if (checked.rebuilt) wiring.log.warn(checked, 'the index did not say what the database says; rebuilt')
      },
    },
    /** What has expired is of no use to anybody and, in the case of sessions and links, best gone. */
    'sweep-expired': {
      cron: '17 * * * *',
      run: async () => {
        const now = wiring.clock.now()
        const monthAgo = new Date(now.getTime() - 30 * 86_400_000)
        await wiring.db.session.deleteMany({ where: { expiresAt: { lt: now } } })
        await wiring.db.authCeremony.deleteMany({ where: { expiresAt: { lt: now } } })
        await wiring.db.oneUseLink.deleteMany({ where: { expiresAt: { lt: monthAgo } } })
        // The way back to the old address is shut long before.
        await wiring.db.emailChange.deleteMany({ where: { askedAt: { lt: monthAgo } } })
        await wiring.db.rateLimit.deleteMany({ where: { expire: { lt: BigInt(now.getTime()) } } })
      },
    },
  }
}

const REFUSALS = {
  unknown: 'Dit adres is niet bekend. / This address is not known.',
  foreign:
    'Antwoord vanaf het adres van je account bij Schakel, of in het gesprek zelf. / Answer from the address of your account, or on the page.',
} as const

/** Answers by SMTP, where this process has a port for them. @returns `null` where it has none. */
export async function takeInMails(wiring: Wiring): Promise<SmtpReceiver | null> {
  const { MAIL_IN_PORT: port, MAIL_IN_HOST: host } = wiring.env
  if (port === undefined || wiring.replyDomain === null) return null
  const receiver = await startSmtpReceiver({
    ...{ host, port, log: wiring.log },
    isOurs: (address) => isReplyAddress(wiring, address),
    receive: async (raw, { from, to }): Promise<Received> => {
      const mail = await wiring.readMail(raw)
      const { outcome } = await receiveMail(wiring, mail, { to, returnPath: from })
      wiring.log.info({ outcome }, 'a mail came in')
      return outcome === 'unknown' || outcome === 'foreign'
        ? { ok: false, refusal: REFUSALS[outcome] }
        : { ok: true }
    },
  })
  wiring.log.info({ port: receiver.port }, 'takes in answers by mail')
  return receiver
}
