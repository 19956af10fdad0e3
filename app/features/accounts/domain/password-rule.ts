/**
 * What makes a password too easy. Length is what counts (NIST SP 800-63B): no rule asks for digits or signs. Refused is
 * only what a guesser tries first at this length: the own name or address, this site, one piece over and over, a row of
 * the keyboard, and the long ones of every list of stolen passwords.
 */
import { fold } from '~/kernel/fold'

export type Weakness = 'personal' | 'simple'

/** The pieces of which the longest well-known passwords are made. */
const KNOWN = [
  'password', 'passw0rd', 'wachtwoord', 'welkom', 'welcome', 'letmein', 'iloveyou', 'ikhouvanjou', 'qwerty', 'azerty',
  'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1q2w3e4r5t', '1qaz2wsx3edc', 'administrator', 'admin', 'changeme', 'geheim',
  'monkey', 'dragon', 'football', 'voetbal', 'sunshine', 'princess', 'superman', 'nederland', 'feyenoord', 'ajax',
  'trustno1', 'schakel', 'school', 'docent', 'leraar', 'zomer', 'winter', 'lente', 'herfst',
] // biome-ignore format: a list to read at a glance
const ROWS = ['01234567890123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm']

/** Without the known pieces, less than this is left of a password that is easy. */
const REST_MIN = 6
/** Shorter parts of a name or address stand in too many words. */
const PART_MIN = 4

/**
 * @param password of the right length.
 * @param about name and e-mail address of whoever chooses it.
 * @returns why it is too easy, `null` when it is not.
 */
export function weaknessOf(password: string, about: readonly string[]): Weakness | null {
  const text = fold(password)
  const parts = about
    .flatMap((fact) => fold(fact).split(/[^\p{L}\p{N}]+/u))
    .filter((part) => part.length >= PART_MIN)
  if (without(text, parts) < REST_MIN && without(text, []) >= REST_MIN) return 'personal'
  if (new Set(text).size < 5 || isRepeated(text) || without(text, [...KNOWN, ...runsOf(text)]) < REST_MIN)
    return 'simple'
  return null
}

/** @returns how many letters are left when the pieces, digits that count and signs are taken out. */
function without(text: string, pieces: readonly string[]): number {
  const longestFirst = [...pieces].sort((a, b) => b.length - a.length)
  return longestFirst.reduce((rest, piece) => rest.replaceAll(piece, ''), text).replace(/[^\p{L}\p{N}]/gu, '')
    .length
}

/** One piece of at most half the length, over and over: `welkomwelkom`. */
function isRepeated(text: string): boolean {
  return /^(.+?)\1+$/.test(text)
}

/** @returns the pieces of four or more that stand on a row of the keyboard or in the alphabet, either way. */
function runsOf(text: string): string[] {
  const runs: string[] = []
  for (const row of [...ROWS, ...ROWS.map((line) => [...line].reverse().join(''))])
    for (let at = 0; at + 4 <= text.length; at++) {
      let length = 4
      if (!row.includes(text.slice(at, at + length))) continue
      while (at + length < text.length && row.includes(text.slice(at, at + length + 1))) length++
      runs.push(text.slice(at, at + length))
    }
  return runs
}
