/**
 * The stem under which a Dutch word is kept and looked for, so that `bruggen`, `brug` and `bruggetje` meet. The Snowball
 * stemmer for Dutch (M. Porter, snowballstem.org/algorithms/dutch), mended where it joins or parts words of our field:
 * - diminutives lose their ending first (Snowball leaves `robotj`);
 * - in a short word a vowel keeps its length: `lezen` is `lees`, not `les`; `meten` is not `met`. Snowball halves all;
 * - `huiz` and `bedrijv` are written as `huis` and `bedrijf`;
 * - nouns that end in -en or -s of their own keep it: `haven`, `plaats`, `fiets`.
 * Both engines are fed stems, so both find the same words. It maps each word by its spelling alone, without a dictionary.
 */

import { table } from './table'
import { fold } from './words'

const VOWEL = /[aeiouy]/
const isVowel = (letter: string | undefined) => letter !== undefined && VOWEL.test(letter)

/** Nouns, and ends of compounds, that have -en in the singular. */
const OWN_EN =
  /(haven|molen|wagen|oven|keuken|toren|regen|leven|examen|laken|baken|teken|wapen|varken|kussen|deken|zeven|eigen|open|boven|binnen|buiten|tegen|samen|morgen|ochtend)$/
const OWN_S =
  /(plaats|fiets|toets|schets|lens|dans|kans|gips|kaars|koers|beurs|mens|grens|puls|hals|pols|arts|flits|rots|kers|trots|chips|circus|virus|campus|corpus|technasium|cursus|lotus|bus|basis|les|mes|fles|pers|gas|glas|proces|adres|succes)$/
/** A short vowel that becomes long in the plural. */
const SHORT_IN_SINGULAR = table<string>({
  dagen: 'dag',
  wegen: 'weg',
  glazen: 'glas',
  gaten: 'gat',
  daken: 'dak',
  vaten: 'vat',
  paden: 'pad',
  baden: 'bad',
  bladen: 'blad',
  bladeren: 'blad',
  gassen: 'gas',
  sloten: 'slot',
  steden: 'stad',
  schepen: 'schip',
  leden: 'lid',
  kinderen: 'kind',
  eieren: 'ei',
  musea: 'museum',
  centra: 'centrum',
  laboratoria: 'laboratorium',
  scheep: 'schip',
})

/** @param word one word, folded or not. @returns its stem, never empty for a word of letters or digits. O(length). */
export function stemOf(word: string): string {
  const folded = fold(word)
  // Numbers and what is too short to have an ending stay: 3d, ai, 2e.
  if (folded.length < 4 || /[^a-z]/.test(folded)) return folded
  const whole = undiminished(folded)
  const irregular = SHORT_IN_SINGULAR[folded] ?? SHORT_IN_SINGULAR[whole]
  if (irregular !== undefined) return irregular
  if (whole.endsWith('ieen')) return whole.slice(0, -2)
  const one = whole.replace(/s$/, '')
  if (OWN_EN.test(one)) return hard(one)
  return hard(whole.length < 4 || OWN_S.test(whole) ? whole : snowball(whole))
}

/** Soft consonants are written hard at the end of a word, and no letter stands there twice. */
function hard(stem: string): string {
  return stem
    .replace(/v$/, 'f')
    .replace(/z$/, 's')
    .replace(/([bdfgklmnprst])\1$/, '$1')
}

/** The start of R1 and R2: after the first non-vowel that follows a vowel; R1 begins after the third letter at the least. */
function regions(word: string): { readonly r1: number; readonly r2: number } {
  const after = (from: number) => {
    for (let i = from + 1; i < word.length; i++) if (!isVowel(word[i]) && isVowel(word[i - 1])) return i + 1
    return word.length
  }
  const first = after(0)
  return { r1: Math.max(3, first), r2: after(first) }
}

/** What stands before -en or -e, written as a word of its own: `bomm` → `bom`, `bom` → `boom`, `panel` as it is. */
function closed(stem: string): string {
  if (/([^aeiouy])\1$/.test(stem)) return stem.slice(0, -1)
  return stem.replace(/^([^aeiouy]*)([aeou])([^aeiouywx])$/, '$1$2$2$3')
}

function snowball(input: string): string {
  // An i between vowels and a y at the start or after a vowel are consonants; in upper case they are no vowel.
  let word = input.replace(/(^y|(?<=[aeiouy])y)/g, 'Y').replace(/(?<=[aeiouy])i(?=[aeiouy])/g, 'I')
  const { r1, r2 } = regions(word)
  const endsIn = (suffix: string, from: number) =>
    word.endsWith(suffix) && word.length - suffix.length >= from
  const cut = (suffix: string) => {
    word = word.slice(0, -suffix.length)
  }
  const enEnding = (suffix: string) => {
    const before = word.slice(0, -suffix.length)
    if (!endsIn(suffix, r1) || isVowel(before.at(-1)) || before.endsWith('gem')) return
    word = closed(before)
  }

  // programmeert, repareert
  if (word.endsWith('eert')) cut('t')

  // 1: plurals.
  if (word.endsWith('heden')) {
    if (endsIn('heden', r1)) word = `${word.slice(0, -5)}heid`
  } else if (word.endsWith('ene')) enEnding('ene')
  else if (word.endsWith('en')) enEnding('en')
  else if (word.endsWith('se')) {
    if (endsIn('se', r1) && !isVowel(word.at(-3)) && word.at(-3) !== 'j') cut('se')
  } else if (endsIn('s', r1) && !isVowel(word.at(-2)) && word.at(-2) !== 'j') cut('s')
  // Borrowed plurals: video's has lost its apostrophe before it comes here; machines, drones.
  else if (endsIn('s', r1) && /([aou]|[^aeiou]e)s$/.test(word) && word.length > 4) cut('s')

  // 2: a last e after a consonant.
  let lostE = false
  const lastE = () => {
    if (!endsIn('e', r1) || isVowel(word.at(-2))) return
    word = closed(word.slice(0, -1))
    lostE = true
  }
  lastE()

  // 3a
  if (endsIn('heid', r2) && word.at(-5) !== 'c') {
    cut('heid')
    if (word.endsWith('en')) enEnding('en')
  }

  // 3b: what makes words of words.
  if (word.endsWith('end') || word.endsWith('ing')) {
    if (endsIn('end', r2) || endsIn('ing', r2)) {
      word = word.slice(0, -3)
      if (endsIn('ig', r2) && word.at(-3) !== 'e') cut('ig')
      else word = closed(word)
    }
  } else if (word.endsWith('ig')) {
    if (endsIn('ig', r2) && word.at(-3) !== 'e') cut('ig')
  } else if (word.endsWith('lijk')) {
    if (endsIn('lijk', r2)) {
      cut('lijk')
      lastE()
    }
  } else if (word.endsWith('baar')) {
    if (endsIn('baar', r2)) cut('baar')
  } else if (word.endsWith('bar') && endsIn('bar', r2) && lostE) cut('bar')

  // 4: in a longer word a doubled vowel is halved, as in its plural: paneel, panelen.
  word = word.replace(
    /(?<=[aeiouy].*[^aeiouy])(aa|ee|oo|uu)([^aeiouyI])$/,
    (_, vowels: string, last: string) => vowels.charAt(0) + last,
  )
  return word.toLowerCase()
}

/** Nouns on t whose diminutive looks like that of a word without it: plantje is not a small plan. */
const ENDS_IN_T = new Set(
  'plant kaart print poort tent punt paard kant kunst krant vaart staart taart sport moment experiment instrument pakket raket ballet'.split(
    ' ',
  ),
)

/**
 * @param word folded.
 * @returns the word that a diminutive is made from, by spelling: `bruggetje` → `brug`, `robotje` → `robot`, `autootje` →
 * `auto`, `filmpje` → `film`; any other word as it is.
 */
export function undiminished(word: string): string {
  const plain = word.endsWith('jes') ? word.slice(0, -1) : word
  if (!plain.endsWith('je') || plain.length < 5) return word
  const before = plain.slice(0, -2)
  if (/([bdfgklmnprst])\1et$/.test(before) && !ENDS_IN_T.has(before)) return before.slice(0, -3)
  // Open vowels are doubled: autootje, cameraatje.
  if (/([aeou])\1t$/.test(before)) return before.slice(0, -2)
  if (/[aeiouy](m|rm|lm)p$/.test(before)) return before.slice(0, -1)
  if (before.endsWith('nk')) return `${before.slice(0, -1)}g`
  if (/([lnrw])t$/.test(before) && !ENDS_IN_T.has(before)) return before.slice(0, -1)
  if (before.length < 3) return word
  return before
}
