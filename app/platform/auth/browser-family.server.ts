/** Which browser it is, as its owner would say it: Firefox on Windows. The line itself tells more and is not kept. */
import Bowser from 'bowser'

export type BrowserFamily = { readonly browser: string | null; readonly system: string | null }

/** @param agent the line that browsers send; anybody may send anything. */
export function browserFamily(agent: string | null): BrowserFamily {
  if (!agent) return { browser: null, system: null }
  const { browser, os } = Bowser.parse(agent.slice(0, 500))
  return { browser: short(browser.name), system: short(os.name) }
}

const short = (name: string | undefined) => (name && /^[\w .-]{1,30}$/.test(name) ? name : null)
