/** Other words for the same thing, from the topic list and a few of the field. One way: from what is typed to what is written. */
import topicSynonyms from './topic-synonyms.json'
import { wordsOf } from './words'

type Topics = {
  readonly topics: readonly {
    readonly label: string
    readonly synonyms: readonly string[]
    readonly child_terms: readonly string[]
  }[]
}

/** Words that are looked for as each other. */
const GROUPS: readonly (readonly string[])[] = [
  ['programmeren', 'coderen', 'coding', 'code', 'programmeer', 'python', 'scratch', 'computer'],
  ['kunstmatige intelligentie', 'ai', 'algoritme', 'chatgpt', 'machine learning'],
  ['3d printen', '3d printing', '3d printer'],
  ['natuurkunde', 'physics', 'science'],
  ['scheikunde', 'chemie', 'chemistry', 'chemisch', 'chemische'],
  ['engels', 'english', 'engelstalig', 'tto'],
  ['gerecycled', 'hergebruiken', 'hergebruik', 'upcycling', 'recycling', 'tweedehands'],
  ['kleren', 'kleding', 'textiel', 'mode'],
  ['dronevliegen', 'drone', 'drones', 'vliegen'],
  ['bouwplaats', 'bouwput', 'bouwlocatie', 'nieuwbouw'],
  ['timmeren', 'houtbewerking', 'hout', 'timmerwerkplaats'],
  ['hackers', 'hacken', 'hacker', 'cyberveiligheid', 'cybersecurity', 'wachtwoord'],
  ['sterren', 'planeten', 'sterrenkunde', 'ruimtevaart', 'telescoop', 'heelal'],
  ['poep', 'riool', 'rioolwater', 'afvalwater', 'waterzuivering'],
  ['domotica', 'zorgtechnologie', 'hulpmiddel', 'hulpmiddelen'],
  ['technasium', 'onderzoek en ontwerpen', 'oo'],
  ['boerderij', 'boer', 'melkvee', 'stal', 'koeien'],
  ['game', 'games', 'spel', 'spelletje', 'gamen'],
  ['elektrische auto', 'elektrisch rijden', 'ev', 'laadpaal'],
  ['vuur', 'brand', 'vlam', 'brandveiligheid'],
  ['meisjes', 'vhto', 'vrouwen'],
  ['escaperoom', 'escape room'],
  ['datacenter', 'datacentrum', 'serverruimte'],
  ['solderen', 'soldeer', 'soldeerbout', 'printplaat'],
  ['lob', 'loopbaan', 'beroepen', 'loopbaanorientatie'],
  ['pneumatiek', 'perslucht', 'cilinder'],
]

const OTHERS: ReadonlyMap<string, ReadonlySet<string>> = build()

function build(): ReadonlyMap<string, ReadonlySet<string>> {
  const map = new Map<string, Set<string>>()
  const join = (from: string, to: readonly string[]) => {
    const key = wordsOf(from).join(' ')
    const set = map.get(key) ?? new Set<string>()
    for (const term of to) if (term !== from) set.add(wordsOf(term).join(' '))
    map.set(key, set)
  }
  for (const group of GROUPS) for (const term of group) join(term, group)
  for (const { label, synonyms, child_terms } of (topicSynonyms as Topics).topics) {
    const same = [label, ...synonyms]
    for (const term of same) join(term, [...same, ...child_terms])
  }
  return map
}

/** @param term folded words with one space between. @returns terms that are looked for as well. */
export function synonymsOf(term: string): readonly string[] {
  return [...(OTHERS.get(term) ?? [])].filter((other) => other !== term && other !== '')
}
