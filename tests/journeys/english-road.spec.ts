/** The road in English: a day to be agreed, and a held place that goes to the next school. */
import { makeWaitingRequest } from '../factories/request'
import { expect, test } from '../setup/cast'
import { openMail } from './mailbox'

test.use({ locale: 'en-GB' })

test('a company offers days and the school chooses one', async ({ page, axe, cast, become }) => {
  test.setTimeout(120_000)
  const title = 'Programming a welding robot'
  const school = await cast.school('Island College', 'en')
  const company = await cast.company(
    'Welders North',
    { title: 'Robot lesson', places: 2, levels: [{ level: 'vmbo', years: [3] }] },
    'en',
  )
  await become(school.teacher)
  await page.goto(`/requests/new?offer=${company.offerId}`)
  await page.getByRole('button', { name: 'Next: for whom' }).click()
  await page.getByLabel('How many groups?').fill('1')
  await page.getByLabel('How many pupils per group?').fill('20')
  await page.getByRole('button', { name: 'Next: when' }).click()
  await page.getByRole('button', { name: 'Next: how far' }).click()
  await page.getByRole('button', { name: 'Next: your own words' }).click()
  await page.getByLabel('Your request in one sentence').fill(title)
  await page.getByRole('button', { name: 'Post my request' }).click()
  await page.getByRole('button', { name: 'Send my request' }).click()
  await expect(page.getByRole('heading', { name: 'Whom you asked' })).toBeVisible()
  await axe()

  await become(company.member)
  await page.goto('/inbox')
  await page.getByRole('link', { name: title }).click()
  await page.getByRole('link', { name: 'Yes, day to be agreed' }).click()
  await page.getByLabel('Day 1').fill(await cast.lessonDay(school.branchId))
  await page.getByLabel('Day 2').fill(await cast.lessonDay(school.branchId, 1))
  await axe()
  await page.getByRole('button', { name: 'Say yes, choose the day together' }).click()
  await expect(page.getByText('You said yes.').first()).toBeVisible()

  await become(school.teacher)
  await page.goto('/bookings')
  await page.getByRole('link', { name: /No day yet/ }).click()
  await page.getByRole('radio').nth(1).check()
  await axe()
  await page.getByRole('button', { name: 'Choose this day' }).click()
  await expect(page.getByText('The day is set.')).toBeVisible()
})

test('a held place that is refused goes to the next', async ({ page, cast, become }) => {
  test.setTimeout(150_000)
  const title = 'Robots at school'
  await cast.company(
    'Welders North',
    { title: 'Robot visit', places: 1, kind: 'excursion', location: 'at_company' },
    'en',
  )
  const [first, next] = [await cast.school('Island College', 'en'), await cast.school('Reef School', 'en')]
  const waiting = { title, kinds: ['excursion'] as const, maxDistanceKm: 10 }
  const weeksAgo = (weeks: number) => new Date(Date.now() - weeks * 7 * 86_400_000)
  await makeWaitingRequest(cast.db, {
    ...{ ...waiting, kinds: [...waiting.kinds], branchId: first.branchId, waitingSince: weeksAgo(9) },
  })
  await makeWaitingRequest(cast.db, {
    ...{ ...waiting, kinds: [...waiting.kinds], branchId: next.branchId, waitingSince: weeksAgo(3) },
  })

  await become(await cast.coordinator('en'))
  await page.goto('/board/rounds')
  await page.getByRole('button', { name: 'See what a round gives' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('1 of 2 groups get a place')
  await page.getByRole('button', { name: 'Send 1 held place' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'were sent' })).toBeVisible()

  await become(first.teacher)
  await page.goto('/requests')
  await page.getByRole('link', { name: title }).click()
  await page.getByRole('link', { name: /Say yes or no/ }).click()
  await page.getByRole('button', { name: 'No, pass it on' }).click()
  await expect(page.getByText('You passed this place on.')).toBeVisible()

  await become(next.teacher)
  await openMail(page, next.teacher.email, 'There is a place for you: Robot visit')
  await page.goto('/requests')
  await expect(page.getByText('A place is kept for you. Say yes or no.')).toBeVisible()
})
