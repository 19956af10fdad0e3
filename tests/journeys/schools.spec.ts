/** A visitor looks a school up in the register. */
import { expect, test } from '../setup/journey'

test('a school is found by its place and name, opened, and leads to offers near it @only-nojs', async ({
  page,
  axe,
  fitsTheScreen,
}) => {
  await page.goto('/schools?lang=nl')
  await page.getByRole('main').getByRole('searchbox').fill('noordik almelo')
  await page.getByRole('main').getByRole('button', { name: 'Zoek school' }).click()
  await expect(page).toHaveURL('/schools?q=noordik+almelo')
  const found = page.getByRole('list', { name: 'Gevonden scholen' })
  await found.getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Noordik')
  await axe()
  await fitsTheScreen()
  await page.getByRole('link', { name: 'Zoek aanbod bij deze school' }).click()
  await expect(page).toHaveURL(/\/offers\?place=76\d\d&radius=25/)
})
