/** A teacher with a phone and no account asks for a lesson, and nothing is lost on the way; the second one takes four presses. */
import { randomBytes } from 'node:crypto'
import type { Page } from '@playwright/test'
import { makeSchoolBranch } from '../factories/school-branch'
import { expect, test } from '../setup/cast'
import { followLink, openMail } from './mailbox'

const PASSWORD = 'vier losse woorden samen'
const TITLE = /^Vmbo gemengd\/theoretisch: drie beroepen/

/** Presses and fields, as a person counts them. */
function hands(page: Page) {
  const count = { presses: 0, fields: 0 }
  return {
    count,
    async press(role: 'button' | 'link', name: string | RegExp) {
      count.presses++
      await page.getByRole('main').getByRole(role, { name }).first().click()
    },
    async open(text: RegExp) {
      count.presses++
      await page.getByText(text).first().click()
    },
    async fill(label: string, text: string) {
      count.fields++
      await page.getByLabel(label, { exact: true }).fill(text)
    },
  }
}

test('a visitor fills in a request by a template and posts it after signing up @only-phone', async ({
  page,
  cast,
  axe,
  fitsTheScreen,
}) => {
  test.setTimeout(150_000)
  const mark = randomBytes(3).toString('hex').toUpperCase()
  const { municipalityCode } = await cast.db.schoolBranch.findUniqueOrThrow({
    where: { id: (await cast.school('Buurschool')).branchId },
  })
  const school = await makeSchoolBranch(cast.db, {
    ...{
      id: `9${mark}`.slice(0, 6),
      brin: `9${mark}`.slice(0, 4),
      name: `Duinschool ${mark}`,
      municipalityCode,
    },
    searchText: `duinschool ${mark.toLowerCase()}`,
  })
  const email = `noor-${mark.toLowerCase()}@schakel.example`
  const first = hands(page)
  await page.goto('/requests/new')
  await axe()
  await first.fill('Naam, plaats, postcode of BRIN-nummer', mark)
  await first.press('button', /^Zoek/)
  await first.press('link', /^Ik werk hier.*Duinschool/)
  await expect(page.getByRole('heading', { name: 'Begin met een voorbeeld' })).toBeVisible()
  await fitsTheScreen()
  await axe()
  await first.open(/\(gemengd, theoretisch\)/)
  await first.press('link', TITLE)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Voor wie is het?')
  await first.press('button', 'Naar de laatste stap')
  await expect(page.getByLabel('Je vraag in één zin')).toHaveValue(TITLE)
  await fitsTheScreen()
  await axe()
  await first.press('button', 'Verder: inloggen of account maken')

  await page.getByRole('main').getByRole('link', { name: 'Maak een account' }).click()
  await page.getByRole('radio', { name: /^Bij een school/ }).check({ force: true })
  await page.getByLabel('Naam', { exact: true }).fill('Noor Bos')
  await page.getByLabel('E-mailadres').fill(email)
  await page.getByLabel('Wachtwoord', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Maak mijn account' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kijk in je mail')
  await openMail(page, email, 'Bevestig je e-mailadres')
  await followLink(page)
  await page.getByRole('button', { name: 'Bevestig mijn adres' }).click()
  await page.getByLabel('E-mailadres').fill(email)
  await page.getByLabel('Wachtwoord', { exact: true }).fill(PASSWORD)
  await page.getByRole('main').getByRole('button', { name: 'Inloggen', exact: true }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Je hulpvraag is bewaard')
  await axe()
  await first.press('button', `Ik werk bij ${school.name}`)
  await expect(page.getByLabel('Je vraag in één zin')).toHaveValue(TITLE)
  await first.press('button', 'Plaats mijn hulpvraag')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE)
  expect(first.count).toEqual({ presses: 8, fields: 1 })

  const again = hands(page)
  await page.goto('/requests/new')
  await again.open(/\(gemengd, theoretisch\)/)
  await again.press('link', TITLE)
  await again.press('button', 'Naar de laatste stap')
  await expect(page.getByText('Jullie vroegen deze week al')).toBeVisible()
  await page.goto('/requests')
  await expect(page.getByRole('heading', { name: 'Nog niet af' })).toBeVisible()
  await again.press('link', /^Ga verder/)
  await again.press('button', 'Plaats mijn hulpvraag')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE)
  expect(await cast.db.requestDraft.count({ where: { user: { email } } })).toBe(0)
})
