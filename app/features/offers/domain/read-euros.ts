/** An amount as the Dutch write it, and as a keyboard of another country lets them. */

export type ReadEuros =
  | { readonly ok: true; readonly cents: number }
  | { readonly ok: false; readonly reason: 'not-an-amount' | 'too-much' }

const PLAIN = /^\d+$/
/** Dots between groups of three: 1.250 */
const THOUSANDS = /^\d{1,3}(\.\d{3})+$/
/** A comma or a dot and one or two digits: 12,50 and 12.5 */
const DECIMALS = /^(.*)[.,](\d{1,2})$/

/**
 * Reads `12,50`, `€ 12,50`, `12.50`, `1.250`, `1.250,00`, `35,-` and `gratis`; nothing typed is free.
 * @param max in cents, inclusive.
 */
export function readEuros(text: string, max: number): ReadEuros {
  const typed = text
    .toLowerCase()
    .replace(/€|eur(o)?|\s|\u00a0/g, '')
    .replace(/,[-–—]+$/, '')
  if (typed === '' || typed === 'gratis' || typed === 'free') return { ok: true, cents: 0 }
  const cents = PLAIN.test(typed) || THOUSANDS.test(typed) ? whole(typed) * 100 : withDecimals(typed)
  if (cents === null) return { ok: false, reason: 'not-an-amount' }
  return cents > max ? { ok: false, reason: 'too-much' } : { ok: true, cents }
}

function withDecimals(typed: string): number | null {
  const [, euros = '', decimals = ''] = DECIMALS.exec(typed) ?? []
  if (decimals === '') return null
  if (euros !== '' && !PLAIN.test(euros) && !THOUSANDS.test(euros)) return null
  return whole(euros) * 100 + Number(decimals.padEnd(2, '0'))
}

const whole = (digits: string) => Number(digits.replace(/\./g, '') || '0')

/** @returns the amount as it stands in the field: `12,50`, `35`; free is an empty field. */
export function writeEuros(cents: number): string {
  if (cents === 0) return ''
  const euros = String(Math.floor(cents / 100))
  return cents % 100 === 0 ? euros : `${euros},${String(cents % 100).padStart(2, '0')}`
}
