/** Words that name a kind of offer: `uitje` is an excursion. They order the hits; they are not looked for in the text. */
import type { OfferKind } from '~/kernel/education'
import { stemOf } from './stem'

const KINDS: Readonly<Record<OfferKind, string>> = {
  'guest-lesson':
    'gastles gastdocent gastspreker les lesson guestlesson practicum workshop voorlichting presentatie lezing',
  excursion:
    'excursie uitje uitstapje rondleiding bedrijfsbezoek bezoek bezoeken excursion visit tour schoolreis schoolreisje fieldtrip',
  'lesson-material':
    'lesmateriaal leskist leskoffer lespakket lesbrief lessenserie lesmap werkblad lenen leenset leenkoffer uitleen download downloaden lessonmaterial worksheet',
  'co-development': 'opdrachtgever meedenken samenwerken samenwerking opzetten cocreatie keuzevak',
  event: 'wedstrijd evenement event contest competition toernooi challenge festival',
}

const KIND_OF: ReadonlyMap<string, OfferKind> = new Map(
  (Object.entries(KINDS) as [OfferKind, string][]).flatMap(([kind, words]) =>
    words.split(' ').map((word) => [stemOf(word), kind] as const),
  ),
)

/** What a typing error may have meant although no offer has the word. */
export const KIND_WORDS: readonly string[] = Object.values(KINDS)
  .flatMap((words) => words.split(' '))
  .filter((word) => word.length >= 7)

/** Of these it also matters whether the text has them: who asks for a box to borrow wants no worksheet. */
const TELLING: ReadonlySet<string> = new Set(
  'practicum workshop lezing rondleiding leskist leskoffer lespakket lenen leenset leenkoffer uitleen download opdrachtgever keuzevak wedstrijd toernooi challenge'
    .split(' ')
    .map(stemOf),
)

/** @returns whether a word of a kind is also a word to look for. */
export function isTelling(word: string): boolean {
  return TELLING.has(stemOf(word))
}

/** @param word folded, in any number. @returns the kind that it asks for. */
export function kindOf(word: string): OfferKind | undefined {
  return KIND_OF.get(stemOf(word))
}
