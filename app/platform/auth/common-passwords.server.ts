/**
 * Passwords that stand in lists of stolen ones, without asking anybody: the 49,000 of zxcvbn-ts. Read when the first
 * password is chosen. Digits and signs around a known one make it no better.
 */
import { fold } from '~/kernel/fold'

let known: Promise<ReadonlySet<string>> | undefined

async function load(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common')
  return new Set(dictionary['passwords-common'].map((word) => fold(String(word))))
}

/** Shorter ones stand in too many sentences. */
const CORE_MIN = 6

export async function isCommonPassword(password: string): Promise<boolean> {
  known ??= load()
  const words = await known
  const text = fold(password)
  const core = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  return words.has(text) || (core.length >= CORE_MIN && words.has(core))
}
