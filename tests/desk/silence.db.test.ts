/** A company that answers nobody: told, hidden, heard of by its coordinators, and back by one click. The clock is ours. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { declineProposal } from '~/features/proposals/use-cases/answer-proposal.server'
import { expireProposals } from '~/features/proposals/use-cases/expire-proposals.server'
import { comeBack, comeBackByLink, openSilenceLink } from '~/features/silence/use-cases/come-back.server'
import { judgeSilence } from '~/features/silence/use-cases/judge-silence.server'
import { installLocale } from '~/platform/i18n/install-locale.server'
import type { OutgoingMail } from '~/platform/mail/mailer.server'
import { reactionOf } from '~/reactions.server'
import { type Desk, openDesk } from './desk'

let desk: Desk
beforeAll(async () => {
  installLocale()
  desk = await openDesk()
})
afterAll(() => desk.close())

/** Three schools ask, and nobody answers in time. */
async function silent() {
  desk.setNow('2027-01-11T09:00:00Z')
  const offer = await desk.offer(9)
  for (let i = 0; i < 3; i++) {
    const school = await desk.school()
    await desk.propose(school, await desk.post(school), offer.id)
  }
  desk.setNow('2027-01-27T09:00:00Z')
  await expireProposals(desk.wiring)
  return offer
}
const stateOf = async (id: string) =>
  desk.db.offer.findUniqueOrThrow({ where: { id }, select: { state: true, pausedForSilence: true } })

async function mailsOf(type: string): Promise<OutgoingMail[]> {
  const sent: OutgoingMail[] = []
  const wiring = {
    ...desk.wiring,
    // why: what is sent is looked at here; that it is sent once per reason is tested with the mailer.
    mailer: {
      ...desk.wiring.mailer,
      send: async (mail: OutgoingMail) => {
        sent.push(mail)
        return true
      },
    },
  }
  for (const event of await desk.db.outboxEvent.findMany({ where: { type }, orderBy: { id: 'asc' } }))
    await reactionOf(type, 'mail-owners')?.(wiring, { ...event, payload: {} })
  return sent
}

test('is told after three lapsed questions, hidden two weeks later, and back by the link; once each', async () => {
  const offer = await silent()
  expect(await judgeSilence(desk.wiring)).toEqual({ told: 1, hidden: 0 })
  expect(await judgeSilence(desk.wiring)).toEqual({ told: 0, hidden: 0 })
  const [told] = await mailsOf('CompanyIsSilent')
  expect(told?.content.text).toContain('3 vragen van scholen bleven zonder antwoord')
  expect(told?.content.text).toContain('10 februari 2027')

  desk.setNow('2027-02-09T09:00:00Z')
  expect(await judgeSilence(desk.wiring)).toEqual({ told: 0, hidden: 0 })
  desk.setNow('2027-02-10T09:00:00Z')
  expect(await judgeSilence(desk.wiring)).toEqual({ told: 0, hidden: 1 })
  expect(await stateOf(offer.id)).toEqual({ state: 'paused', pausedForSilence: true })
  const mails = await mailsOf('CompanyHidden')
  expect(mails.map(({ template }) => template).sort()).toEqual(['company-hidden', 'silence-notice'])

  const token = /token=([\w.-]+)/.exec(
    mails.find((mail) => mail.template === 'company-hidden')?.content.text ?? '',
  )?.[1]
  expect(await openSilenceLink(desk.wiring, token)).toBeTruthy()
  expect((await stateOf(offer.id)).state).toBe('paused')
  expect(await comeBackByLink(desk.wiring, token)).toBe(1)
  expect(await stateOf(offer.id)).toEqual({ state: 'published', pausedForSilence: false })
  await expect(comeBackByLink(desk.wiring, token)).rejects.toMatchObject({ kind: 'gone' })
  // It is counted anew.
  desk.setNow('2027-03-10T09:00:00Z')
  expect(await judgeSilence(desk.wiring)).toEqual({ told: 0, hidden: 0 })
})

test('one answer ends it, and what the company paused itself stays paused when it comes back', async () => {
  const offer = await silent()
  expect(await judgeSilence(desk.wiring)).toEqual({ told: 1, hidden: 0 })
  const school = await desk.school()
  const [proposalId] = await desk.propose(school, await desk.post(school), offer.id)
  await declineProposal(desk.wiring, offer.actor, {
    id: proposalId as string,
    reason: 'other',
    text: 'Nu niet.',
  })
  desk.setNow('2027-02-20T09:00:00Z')
  expect(await judgeSilence(desk.wiring)).toEqual({ told: 0, hidden: 0 })
  expect((await stateOf(offer.id)).state).toBe('published')

  await desk.db.offer.update({ where: { id: offer.id }, data: { state: 'paused' } })
  const [organisationId] = offer.actor.organisations.keys()
  expect(await comeBack(desk.wiring, offer.actor, organisationId as string)).toBe(0)
  expect((await stateOf(offer.id)).state).toBe('paused')
  await expect(comeBack(desk.wiring, school.actor, organisationId as string)).rejects.toMatchObject({
    kind: 'not-found',
  })
})
