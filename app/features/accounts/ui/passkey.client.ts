/** What asks the device: loaded when somebody presses the button. */
import { startAuthentication, startRegistration } from '@simplewebauthn/browser'

/**
 * @param address that gives the challenge.
 * @param kind `new`: the device makes a passkey; `sign-in`: it shows one that it has.
 * @returns the answer as it is posted. @throws when the person or the device says no.
 */
export async function askDevice(address: string, kind: 'new' | 'sign-in'): Promise<string> {
  const response = await fetch(address, { method: 'POST', headers: { Accept: 'application/json' } })
  if (!response.ok) throw new Error(`${address} answered ${response.status}`)
  const optionsJSON = await response.json()
  const answer =
    kind === 'new' ? await startRegistration({ optionsJSON }) : await startAuthentication({ optionsJSON })
  return JSON.stringify(answer)
}
