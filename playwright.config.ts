import path from 'node:path'
import { defineConfig, devices } from '@playwright/test'
import { CHROMIUM_FLAGS } from './scripts/chromium.mjs'

const ROOT = import.meta.dirname

// A journey runs on the desktop; its tags say where else: @phone (390 pixels, touch), @nojs (forms without JavaScript).
// @only-phone and @only-nojs leave the desktop out.
export default defineConfig({
  testDir: path.join(ROOT, 'tests/journeys'),
  outputDir: path.join(ROOT, 'test-results'),
  globalSetup: path.join(ROOT, 'tests/setup/global-journeys.ts'),
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  // A slow machine may miss a moment once; what fails twice is broken. The report names what needed a second try.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    // A trace of every step costs as much as the step: the second try keeps it.
    trace: 'on-first-retry',
    // scripts/test.mjs says which browser; without it Playwright's own is taken.
    launchOptions: { executablePath: process.env.PW_CHROMIUM, args: CHROMIUM_FLAGS },
  },
  projects: [
    {
      name: 'desktop',
      grepInvert: /@only-/,
      use: { viewport: { width: 1280, height: 800 } },
    },
    {
      name: 'phone',
      grep: /@(only-)?phone/,
      use: { ...devices['Pixel 5'], viewport: { width: 390, height: 844 } },
    },
    {
      name: 'nojs',
      grep: /@(only-)?nojs/,
      use: { viewport: { width: 1280, height: 800 }, javaScriptEnabled: false },
    },
  ],
})
