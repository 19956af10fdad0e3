/** The bell of somebody who looks at another page counts up when something happens to them. */
import { paths } from '~/components/paths'
import { expect, test } from '../setup/cast'

test.use({ live: true })

test('a school withdraws; the company, looking at its inbox, reads so without opening anything anew @phone', async ({
  page,
  axe,
  fitsTheScreen,
  cast,
  become,
  newcomer,
}) => {
  test.setTimeout(90_000)
  const school = await cast.school('Het Belcollege')
  const company = await cast.company('Klokkengieterij Schakeloog', { title: 'Giet een bel', places: 3 })
  await cast.ask(school, company, 'Een les over klank')
  const { id } = await cast.db.supportRequest.findFirstOrThrow({ where: { branchId: school.branchId } })

  const teacher = await newcomer()
  await become(school.teacher)
  await teacher.context().addCookies(await page.context().cookies())
  await page.context().clearCookies()
  await become(company.member)
  await page.goto(paths.inbox())
  await expect(page.getByRole('link', { name: 'Meldingen: 0 ongelezen' })).toBeVisible()

  await teacher.goto(paths.withdrawRequest(id))
  await teacher.getByRole('main').getByRole('button', { name: 'Ja, trek in' }).click()
  await expect(page.getByRole('link', { name: 'Meldingen: 1 ongelezen' })).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'Nieuwe melding' })).toBeAttached()

  await page.getByRole('link', { name: 'Meldingen: 1 ongelezen' }).click()
  await expect(page.getByText('Ongelezen')).toBeVisible()
  await axe()
  await fitsTheScreen()
  await page.getByRole('button', { name: /^Gelezen/ }).click()
  await expect(page.getByRole('link', { name: 'Meldingen: 0 ongelezen' })).toBeVisible()
  await page.goto(paths.notificationSettings())
  await page.getByLabel('Een school trekt haar vraag in').selectOption('weekly')
  await page.getByRole('button', { name: 'Bewaar' }).click()
  await expect(page.getByText('Je keuzes zijn bewaard.')).toBeVisible()
  await axe()
  await fitsTheScreen()
})
