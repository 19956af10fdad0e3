// Where the browser of the journeys is, and how it gets there. Node's own modules only.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

/** Without a sandbox it also runs as root; QUIC tries to leave the machine. */
export const CHROMIUM_FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic']

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

/** @returns {Promise<string | undefined>} PW_CHROMIUM, else Playwright's own, else the system's. */
export async function findChromium() {
  const { chromium } = await import('@playwright/test')
  const candidates = [
    process.env.PW_CHROMIUM,
    chromium.executablePath(),
    ...(process.env.PATH ?? '')
      .split(path.delimiter)
      .flatMap((folder) => NAMES.map((name) => path.join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ]
  return candidates.find((file) => file && fs.existsSync(file))
}

/**
 * Installs the system's package where that is possible without asking: as root on Debian and its kin.
 * @param {(line: string) => void} log
 * @returns {Promise<string | undefined>} the browser, `undefined` when there is none.
 */
export async function ensureChromium(log) {
  const present = await findChromium()
  if (present) return present
  if (process.getuid?.() !== 0 || !fs.existsSync('/usr/bin/apt-get')) return undefined
  log('Installing Chromium (apt-get install chromium) …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const { status, stderr } = spawnSync('apt-get', args, { env, encoding: 'utf8' })
    if (status !== 0) {
      log(`apt-get ${args[0]} ended with ${status}: ${stderr.trim().split('\n').at(-1)}`)
      return undefined
    }
  }
  return findChromium()
}
