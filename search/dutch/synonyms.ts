/**
 * Other words for the same thing: those of the topics (topic-synonyms.json), of the field, and English ones. Between stems,
 * one way: from what is typed to what is written.
 */
import type { Synonyms } from '../query'
import { stemOf } from './stem'
import topicSynonyms from './topic-synonyms.json'
import { wordsOf } from './words'

type Topics = {
  readonly topics: readonly {
    readonly label: string
    readonly synonyms: readonly string[]
    readonly child_terms: readonly string[]
  }[]
}

/** Each is looked for as all others of its group. */
const GROUPS: readonly (readonly string[])[] = [
  ['programmeren', 'coderen', 'coding', 'code', 'programmeur', 'python', 'scratch'],
  [
    'kunstmatige intelligentie',
    'ai',
    'artificial intelligence',
    'algoritme',
    'chatgpt',
    'machine learning',
    'taalmodel',
  ],
  ['3d printen', '3d printing', '3d printer', '3d geprint'],
  ['natuurkunde', 'physics', 'natuurkundig'],
  ['scheikunde', 'chemie', 'chemistry', 'chemisch', 'scheikundig'],
  ['biologie', 'biology', 'biologisch'],
  ['wiskunde', 'mathematics', 'maths', 'rekenen'],
  ['engels', 'english', 'engelstalig', 'tto', 'tweetalig'],
  [
    'recycling',
    'gerecycled',
    'hergebruik',
    'hergebruiken',
    'upcycling',
    'tweedehands',
    'circulair',
    'kringloop',
  ],
  ['kleding', 'kleren', 'textiel', 'mode', 'fashion', 'stof'],
  ['drone', 'dronevliegen', 'quadcopter'],
  ['bouwplaats', 'bouwput', 'bouwlocatie', 'nieuwbouw', 'bouwterrein', 'bouwkeet'],
  ['timmeren', 'houtbewerking', 'hout', 'timmerwerkplaats', 'timmerman'],
  ['hacken', 'hacker', 'cyberveiligheid', 'cybersecurity', 'wachtwoord', 'phishing'],
  [
    'sterren',
    'planeten',
    'sterrenkunde',
    'astronomie',
    'ruimtevaart',
    'telescoop',
    'heelal',
    'planetarium',
    'space',
  ],
  ['poep', 'riool', 'rioolwater', 'afvalwater', 'waterzuivering', 'wc'],
  ['domotica', 'zorgtechnologie', 'zorgtechniek', 'slimme woning', 'hulpmiddel'],
  ['technasium', 'onderzoek ontwerpen'],
  ['boerderij', 'boer', 'melkvee', 'stal', 'koe', 'farm'],
  ['game', 'spelletje', 'videospel', 'gamen', 'computerspel'],
  ['elektrische auto', 'elektrisch rijden', 'elektrische voertuigen', 'laadpaal', 'accu auto'],
  ['vuur', 'brand', 'vlam', 'brandveiligheid', 'verbranding', 'fire'],
  ['meisjes', 'girls', 'vhto', 'vrouwen'],
  ['escaperoom', 'escape room', 'ontsnappingskamer'],
  ['datacenter', 'datacentrum', 'serverruimte', 'serverzaal'],
  ['solderen', 'soldeer', 'soldeerbout', 'printplaat'],
  ['lob', 'loopbaan', 'beroep', 'loopbaanorientatie', 'beroepskeuze', 'profielkeuze', 'careers'],
  ['pneumatiek', 'perslucht', 'cilinder', 'hydrauliek'],
  ['repaircafe', 'repareren', 'reparatie', 'repair cafe'],
  ['wiek', 'rotorblad', 'windmolen', 'windturbine', 'windenergie'],
  ['proefje', 'experiment', 'experimenteren', 'proef', 'experiments'],
  ['bouwen', 'construction', 'constructie'],
  ['energie', 'energy'],
  ['zonnepaneel', 'zonne energie', 'solar', 'zonnecel'],
  ['water', 'water management', 'waterbeheer'],
  ['voedsel', 'voeding', 'eten', 'food', 'levensmiddelen'],
  ['zorg', 'health', 'gezondheid', 'healthcare', 'medisch'],
  ['lassen', 'welding', 'lasser'],
  ['haven', 'port', 'harbour', 'scheepvaart'],
  ['schip', 'boot', 'ship'],
  ['vliegtuig', 'airplane', 'aviation', 'luchtvaart'],
  ['ontwerpen', 'design', 'ontwerp'],
  ['techniek', 'technology', 'technologie', 'engineering', 'technisch'],
  ['elektriciteit', 'stroom', 'electricity', 'elektra'],
  ['batterij', 'accu', 'battery'],
  ['afval', 'vuilnis', 'waste', 'prullenbak'],
  ['auto', 'car', 'voertuig'],
  ['bejaarden', 'ouderen', 'senioren', 'rollator'],
  ['knutselen', 'zelf maken', 'zelf bouwen'],
  ['lab', 'laboratorium', 'laboratory'],
  ['fabriek', 'factory', 'productiehal', 'productielijn'],
  ['chocolade', 'cacao'],
  ['tekenen', 'schetsen'],
  ['koken', 'keuken'],
  ['vliegen', 'piloot'],
  ['leskist', 'leskoffer', 'leenset', 'leenkoffer', 'techniekkist', 'lenen', 'uitlenen', 'koffer'],
  ['wedstrijd', 'competitie', 'toernooi', 'challenge', 'race', 'contest'],
  ['rondleiding', 'kijkje', 'tour'],
]

/** A term of this many words is looked up as one. */
const PHRASE_MAX = 3
/** Words of a given term: a word and its neighbour are looked up. */
const GIVEN_MAX = 2

const OTHERS: ReadonlyMap<string, readonly (readonly string[])[]> = build()

function stemsOf(term: string): readonly string[] {
  return wordsOf(term).map(stemOf)
}

function build(): ReadonlyMap<string, readonly (readonly string[])[]> {
  const map = new Map<string, Map<string, readonly string[]>>()
  const join = (from: string, to: readonly string[]) => {
    const stems = stemsOf(from)
    if (stems.length === 0 || stems.length > PHRASE_MAX) return
    const key = stems.join(' ')
    const others = map.get(key) ?? new Map<string, readonly string[]>()
    for (const term of to) {
      const other = stemsOf(term)
      if (other.length > 0 && other.join(' ') !== key) others.set(other.join(' '), other)
    }
    map.set(key, others)
  }
  for (const group of GROUPS) for (const term of group) join(term, group)
  for (const { label, synonyms, child_terms } of (topicSynonyms as Topics).topics) {
    const same = [label, ...synonyms]
    for (const term of same) join(term, [...same, ...child_terms])
  }
  return new Map([...map].map(([key, others]) => [key, [...others.values()]]))
}

/** @param phrase stems with one space between. @returns phrases of stems that are looked for as well. */
export function synonymsOf(phrase: string): readonly (readonly string[])[] {
  return OTHERS.get(phrase) ?? []
}

/** All of them: what an engine with synonyms of its own is given. */
export function allSynonyms(): ReadonlyMap<string, readonly (readonly string[])[]> {
  return OTHERS
}

export type GivenSynonym = {
  readonly term: string
  readonly means: readonly string[]
  /** What is meant leads to the term as well. */
  readonly bothWays: boolean
}

/** @returns what engines are given on top of the list above; a term of more words than are looked up is left out. */
export function synonymTable(given: readonly GivenSynonym[]): Synonyms {
  const map = new Map<string, Map<string, readonly string[]>>()
  const join = (from: readonly string[], to: readonly string[]) => {
    const [key, other] = [from.join(' '), to.join(' ')]
    if (from.length === 0 || from.length > GIVEN_MAX || to.length === 0 || key === other) return
    map.set(key, (map.get(key) ?? new Map<string, readonly string[]>()).set(other, to))
  }
  for (const { term, means, bothWays } of given)
    for (const meant of means) {
      join(stemsOf(term), stemsOf(meant))
      if (bothWays) join(stemsOf(meant), stemsOf(term))
    }
  return new Map([...map].map(([key, others]) => [key, [...others.values()]]))
}
