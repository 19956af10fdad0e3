/** A newcomer makes an account, confirms the address from the mail, and finds the way back in. */
import type { Page } from '@playwright/test'
import { expect, test } from '../setup/journey'

const PASSWORD = 'vier losse woorden samen'
/** Every run and project has its own people. */
const addressOf = (name: string) => `${name}-${crypto.randomUUID().slice(0, 8)}@schakel.example`

/** Opens the newest mail to the address with that subject, as somebody does who looks into the mailbox. */
async function openMail(page: Page, to: string, subject: string): Promise<void> {
  await expect(async () => {
    await page.goto('/dev/mail')
    const row = page.getByRole('listitem').filter({ hasText: to })
    await row.getByRole('link', { name: subject }).first().click({ timeout: 1_000 })
  }).toPass({ timeout: 20_000 })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(subject)
}

/** A password is hashed on the way, which is slow on purpose. */
const expectMailSent = (page: Page, title: string) =>
  expect(page.getByRole('heading', { level: 1 })).toHaveText(title, { timeout: 20_000 })

/** Follows the only link of the mail that carries a token. */
const followLink = (page: Page) => page.getByRole('link', { name: /^https?:.*token=/ }).click()

async function fillSignUp(page: Page, email: string): Promise<void> {
  await page.getByRole('radio', { name: /^Bij een school/ }).check({ force: true })
  await page.getByLabel('Naam', { exact: true }).fill('Noor Bos')
  await page.getByLabel('E-mailadres').fill(email)
  await page.getByLabel('Wachtwoord', { exact: true }).fill(PASSWORD)
}

test('a newcomer signs up, confirms the address, signs in, picks the own school and signs out @phone @nojs', async ({
  page,
  axe,
  fitsTheScreen,
}) => {
  test.slow()
  const email = addressOf('noor')
  await page.goto('/sign-up?lang=nl')
  await page.getByRole('button', { name: 'Maak mijn account' }).click()
  await expect(page.getByRole('alert')).toContainText('Er kloppen 4 dingen niet')
  await axe()
  await fillSignUp(page, email)
  await fitsTheScreen()
  await page.getByRole('button', { name: 'Maak mijn account' }).click()
  await expectMailSent(page, 'Kijk in je mail')
  await axe()

  await openMail(page, email, 'Bevestig je e-mailadres')
  await axe()
  await fitsTheScreen()
  await followLink(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bevestig je e-mailadres')
  await axe()
  await page.getByRole('button', { name: 'Bevestig mijn adres' }).click()

  await expect(page).toHaveURL(/\/sign-in\?to=/)
  await axe()
  await page.getByLabel('E-mailadres').fill(email)
  await page.getByLabel('Wachtwoord', { exact: true }).fill(PASSWORD)
  await page.getByRole('main').getByRole('button', { name: 'Inloggen', exact: true }).click()

  await expect(page).toHaveURL('/account/school')
  await page.getByRole('main').getByRole('searchbox').fill('Zwolle')
  await page.getByRole('main').getByRole('searchbox').press('Enter')
  await page
    .getByRole('button', { name: /^Ik werk bij/ })
    .first()
    .click()
  await expect(page).toHaveURL(/done=(joined|asked)/)

  await page.goto('/account')
  await expect(page.getByText('bevestigd', { exact: true })).toBeVisible()
  await axe()
  await fitsTheScreen()
  await page.getByRole('link', { name: 'Apparaten' }).click()
  await expect(page.getByText('dit apparaat')).toBeVisible()
  await page.getByRole('main').getByRole('button', { name: 'Uitloggen' }).click()
  // Only when the answer is there is the session gone: leaving before would end the asking.
  await expect(page).toHaveURL('/')
  await page.goto('/account')
  await expect(page).toHaveURL('/sign-in?to=%2Faccount')
})

test('who forgot the password chooses a new one, in English', async ({ page, axe }) => {
  test.slow()
  const email = addressOf('tom')
  await page.goto('/sign-up?lang=en')
  await page.getByRole('radio', { name: /^At a company/ }).check({ force: true })
  await page.getByLabel('Name', { exact: true }).fill('Tom Baker')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Create my account' }).click()
  await expectMailSent(page, 'Check your e-mail')

  await page.goto('/sign-in')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill('something else entirely')
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('do not go together')
  await expect(page.getByLabel('E-mail address')).toHaveValue(email)
  await page.getByRole('link', { name: 'Forgot your password?' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Forgot your password')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByRole('button', { name: 'Mail me a link' }).click()
  await expectMailSent(page, 'Check your e-mail')

  await openMail(page, email, 'Choose a new password')
  await followLink(page)
  await page.getByLabel('New password', { exact: true }).fill('password1234')
  await page.getByRole('button', { name: 'Save my password' }).click()
  await expect(page.getByLabel('New password', { exact: true })).toHaveAccessibleDescription(
    /too easy to guess/,
  )
  await axe()
  await page.getByLabel('New password', { exact: true }).fill('rain falls on green roofs')
  await page.getByRole('button', { name: 'Save my password' }).click()
  await expect(page).toHaveURL('/my/organisation/new')
  await page.goto('/account')
  await expect(page.getByText('confirmed', { exact: true })).toBeVisible()
})
