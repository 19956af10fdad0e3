/** The mailbox of a journey: what the mail catcher took for one address. */
import type { Page } from '@playwright/test'
import { expect } from '../setup/cast'

/** Opens the newest mail to the address with that subject; the worker may still be writing it. */
export async function openMail(page: Page, to: string, subject: string | RegExp): Promise<void> {
  await expect(async () => {
    await page.goto('/dev/mail')
    const row = page.getByRole('listitem').filter({ hasText: to })
    await row.getByRole('link', { name: subject }).first().click({ timeout: 2_000 })
  }).toPass({ timeout: 60_000 })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(subject)
}

/** Follows the link of the mail that answers without signing in. */
export async function followLink(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: /^https?:.*token=/ })
    .first()
    .click()
}
