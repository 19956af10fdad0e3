/** A company offers a lesson to a school that waits; the school says yes to one of its days. */
import { makeWaitingRequest } from '../factories/request'
import { expect, test } from '../setup/cast'

test('from a waiting request to a booking that the company began @phone', async ({
  page,
  axe,
  fitsTheScreen,
  cast,
  become,
}) => {
  test.setTimeout(90_000)
  const school = await cast.school('Het Wachtcollege')
  const company = await cast.company('Windbedrijf Schakeloog', {
    title: 'Bouw een kleine windmolen',
    places: 3,
  })
  const { id } = await makeWaitingRequest(cast.db, { branchId: school.branchId, openedAt: new Date() })

  await become(company.member)
  await page.goto('/my/organisation/requests-nearby')
  await page.getByText('Bericht of dagen erbij').click()
  await page.getByLabel('Bericht aan de school').fill('We nemen een windmolen mee.')
  await page.getByLabel('Dag 1').fill(await cast.lessonDay(school.branchId))
  await axe()
  await fitsTheScreen()
  await page.getByRole('button', { name: /Bied dit aan/ }).click()
  await expect(page.getByText('Wacht op de school')).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText('Het Wachtcollege')

  await become(school.teacher)
  await page.goto('/requests')
  await expect(page.getByText('Een bedrijf biedt jullie iets aan. Zeg ja of nee.')).toBeVisible()
  await page.goto(`/requests/${id}`)
  await expect(page.getByText('We nemen een windmolen mee.')).toBeVisible()
  await axe()
  await fitsTheScreen()
  await page.getByRole('button', { name: /Ja, graag/ }).click()
  await expect(page.getByText('Afgesproken.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Wat er staat' })).toBeVisible()
})
