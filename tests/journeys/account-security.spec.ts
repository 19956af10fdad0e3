/** Somebody guards an account: codes by an app, a passkey on a (virtual) device, a browser signed out from afar. */
import type { CDPSession, Page } from '@playwright/test'
import { TOTP } from 'otpauth'
import { hashPassword } from '~/platform/auth/password.server'
import { expect, test } from '../setup/cast'

const PASSWORD = 'vier losse woorden samen'

/** A device of its own that says yes for its person. */
async function withDevice(page: Page): Promise<CDPSession> {
  const device = await page.context().newCDPSession(page)
  await device.send('WebAuthn.enable')
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return device
}

async function fillSignIn(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in?lang=nl')
  await page.getByLabel('E-mailadres').fill(email)
  await page.getByLabel('Wachtwoord', { exact: true }).fill(PASSWORD)
  await page.getByRole('main').getByRole('button', { name: 'Inloggen', exact: true }).click()
}

test('a coordinator sets up codes and a passkey, comes in by both, and signs a browser out from afar', async ({
  page,
  cast,
  newcomer,
  axe,
  fitsTheScreen,
}) => {
  test.slow()
  const person = await cast.coordinator()
  const passwordHash = await hashPassword(PASSWORD)
  await cast.db.user.update({ where: { id: person.id }, data: { passwordHash } })
  await cast.db.totpSecret.deleteMany({ where: { userId: person.id } })
  await withDevice(page)

  await fillSignIn(page, person.email)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Inloggen in twee stappen')
  await page.getByRole('button', { name: 'Ik heb een app, ga verder' }).click()
  await expect(page.getByRole('img', { name: 'Plaatje met de sleutel voor je app' })).toBeVisible()
  await axe()
  await fitsTheScreen()
  const secret = (await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).textContent()) ?? ''
  const app = new TOTP({ secret: secret.replaceAll(' ', '') })
  await page.getByLabel('Code').fill(app.generate())
  await page.getByRole('button', { name: 'Zet aan' }).click()
  await expect(page.getByRole('heading', { name: 'Je herstelcodes' })).toBeVisible()
  await axe()
  await fitsTheScreen()
  const codes = await page
    .getByRole('listitem')
    .filter({ hasText: /^([2-9a-z]{4}-){3}[2-9a-z]{4}$/ })
    .allTextContents()
  expect(codes).toHaveLength(10)
  await page.getByRole('link', { name: 'Ik heb ze bewaard, ga verder' }).click()
  await expect(page).toHaveURL('/board')

  await page.goto('/account/passkeys')
  await page.getByLabel('Naam').fill('Laptop van de regio')
  await page.getByRole('button', { name: 'Maak een passkey' }).click()
  await expect(page.getByRole('heading', { name: 'Laptop van de regio' })).toBeVisible()
  await axe()

  const elsewhere = await newcomer()
  await fillSignIn(elsewhere, person.email)
  await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText('Vul je code in')
  await elsewhere.getByLabel('Code').fill(codes[0] ?? '')
  await elsewhere.getByRole('main').getByRole('button', { name: 'Inloggen', exact: true }).click()
  await expect(elsewhere).toHaveURL('/board')

  await page.goto('/account/sessions')
  await page.getByRole('main').getByRole('button', { name: 'Uitloggen' }).click()
  await expect(page).toHaveURL('/')
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Log in met een passkey' }).click()
  await expect(page).toHaveURL('/board')
  await page.goto('/account/sessions')
  await axe()
  await page.getByRole('button', { name: /^Log uit Chrome/ }).click()
  await expect(page.getByRole('button', { name: /^Log uit Chrome/ })).toHaveCount(0)
  await elsewhere.goto('/board')
  await expect(elsewhere).toHaveURL(/\/sign-in/)
})
