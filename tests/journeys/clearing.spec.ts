/**
 * A round whose hold nobody answers: sent, expired, and its place given on by itself. Who waits longest wants a place for
 * two classes or none, so neither the round nor the place that comes free gives it a part.
 */
import { makeWaitingRequest } from '../factories/request'
import { expect, test } from '../setup/cast'
import { runTimedJob } from '../setup/timed-job'
import { openMail } from './mailbox'

const LESSON = 'Een robot leren lopen'
const [FIRST, SECOND, WHOLE] = ['Robots in de kas', 'Robots op zee', 'Robots voor twee klassen']

test('a hold that nobody answers goes to the next in line', async ({ page, axe, cast, become }) => {
  test.setTimeout(120_000)
  const coordinator = await cast.coordinator()
  await cast.company('Loopwerk', { title: LESSON, places: 1 })
  const waits = async (name: string, title: string, days: number, groups = 1) => {
    const school = await cast.school(name)
    const waitingSince = new Date(Date.now() - days * 86_400_000)
    const facts = { branchId: school.branchId, title, waitingSince, openedAt: waitingSince }
    const request = await makeWaitingRequest(cast.db, { ...facts, groups, allOrNone: groups > 1 })
    return { ...school, request }
  }
  const first = await waits('De Kaap', FIRST, 60)
  const second = await waits('De Vuurtoren', SECOND, 30)
  const whole = await waits('De Reede', WHOLE, 90, 2)

  await test.step('a round shows both numbers; a lock changes who gets the place, and the round is sent', async () => {
    await become(coordinator)
    await page.goto('/board/rounds')
    await page.getByRole('button', { name: 'Bekijk wat een ronde geeft' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('1 van 4 groepen krijgen een plek')
    await expect(page.getByText('Op volgorde van binnenkomst zouden dat er 1 zijn.')).toBeVisible()
    await expect(page.getByText('Eén hulpvraag wil een plek voor alle groepen of voor geen.')).toBeVisible()
    await expect(page.getByText('Wil een plek voor 2 groepen tegelijk.')).toBeVisible()
    await axe()
    const press = (name: string) => page.getByRole('button', { name }).click()
    await press(`Niet zo: ${FIRST} krijgt ${LESSON} niet`)
    await press(`Zet vast: ${SECOND} krijgt ${LESSON}`)
    // Who waited longer may have it again, and the lock holds.
    await press(`Mag weer: ${FIRST} mag ${LESSON} krijgen`)
    await expect(page.getByRole('heading', { name: 'Uitgesloten' })).toBeHidden()
    await expect(
      page.getByRole('button', { name: `Vast, maak los: ${SECOND} krijgt ${LESSON}` }),
    ).toBeVisible()
    await page.getByRole('button', { name: 'Verstuur 1 voorlopige plek' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'zijn verstuurd' })).toBeVisible()
  })
  const round = page.url()

  await test.step('its last day passes, and the place goes to the next that it fits whole', async () => {
    await openMail(page, second.teacher.email, `Er is een plek voor jullie: ${LESSON}`)
    await late(second.request.id)
    await openMail(page, first.teacher.email, `Er is een plek voor jullie: ${LESSON}`)
    const holds = (id: string) => cast.db.hold.count({ where: { claim: { group: { requestId: id } } } })
    expect(await holds(whole.request.id)).toBe(0)
    await become(first.teacher)
    await page.goto(`/requests/${first.request.id}`)
    await expect(page.getByRole('main')).toContainText(LESSON)
    await axe()
  })

  await test.step('the round is solved again with the same outcome', async () => {
    await become(coordinator)
    await page.goto(round)
    await page.getByText('Hoe weten we dat dit het beste is?').click()
    await page.getByRole('button', { name: 'Reken opnieuw na' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'precies dezelfde uitkomst' })).toBeVisible()
  })

  /**
   * The timed job, at a time after the last day. It is the day of this hold that is set: the others of this server live on
   * the same clock.
   */
  async function late(requestId: string) {
    await cast.db.hold.updateMany({
      where: { claim: { group: { requestId } } },
      data: { expiresOn: new Date(Date.now() - 3 * 86_400_000) },
    })
    await runTimedJob('expire-holds')
  }
})
