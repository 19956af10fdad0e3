/** An offer as Meilisearch keeps it: the document as it is, and beside it what is searched, filtered and sorted. */
import { addMonths, type CalendarDate, monthOf } from '~/kernel/calendar'
import type { OfferDocument } from '../document'
import { allSynonyms } from '../dutch/synonyms'
import { indexText, vocabularyOf } from '../index-text'
import { levelKeysOf } from '../level-keys'
import { soonest } from '../months'
import { qualityOf } from '../quality'
import { servedIn } from '../served-in'
import { ANCHOR } from './settings'

export type StoredOffer = {
  readonly id: string
  readonly offer: OfferDocument
  readonly [field: string]: unknown
}

/** Phrases that somebody may be led to: kept as one term each, so that a filter finds them. By their first stem. */
const PHRASES: ReadonlyMap<string, readonly (readonly string[])[]> = (() => {
  const byFirst = new Map<string, Map<string, readonly string[]>>()
  for (const phrase of [...allSynonyms().values()].flat()) {
    const [first] = phrase
    if (first === undefined || phrase.length < 2) continue
    const known = byFirst.get(first) ?? new Map<string, readonly string[]>()
    known.set(phrase.join(' '), phrase)
    byFirst.set(first, known)
  }
  return new Map([...byFirst].map(([first, phrases]) => [first, [...phrases.values()]]))
})()

/** About 0.5 ms. */
export function storedOffer(offer: OfferDocument): StoredOffer {
  const text = indexText(offer)
  return {
    id: offer.id,
    offer,
    ...text,
    anchor: ANCHOR,
    terms: termsOf(Object.values(text)),
    titleTerms: termsOf([text.titleText]),
    topicTerms: termsOf([text.topicText]),
    summaryTerms: termsOf([text.summaryText]),
    words: vocabularyOf(offer),
    kind: offer.kind,
    location: offer.location,
    levelKeys: levelKeysOf(offer.levels),
    topicIds: offer.topicIds,
    subjectIds: offer.subjectIds,
    curriculumGoalIds: offer.curriculumGoalIds,
    networkIds: offer.networkIds,
    regionIds: offer.regionIds,
    languages: offer.languages,
    organisationSlug: offer.organisationSlug,
    municipalityCode: offer.municipalityCode,
    servedIn: servedIn(offer),
    free: offer.costCents === 0,
    girlsFocus: offer.girlsFocus,
    full: offer.openPlaces !== null && offer.openPlaces <= 0,
    limited: offer.openFrom !== null,
    openMonths: offer.openFrom?.map(monthOf) ?? [],
    soonest: soonestByMonth(offer.openFrom ?? []),
    travelRadiusKm: offer.travelRadiusKm,
    publishedAt: Date.parse(offer.publishedAt),
    quality: qualityOf(offer.signals),
    pin: pinOf(offer),
    ...(offer.point ? { _geo: offer.point } : {}),
  }
}

/** Months before its last place for which an offer has a first one: as far ahead as places are given, and some. */
const SOONEST_MONTHS = 24

/**
 * It sorts by a field and not by a sum: so there is one field for each month that may be the first to count, with the day as
 * a number; `any`, when none is asked.
 */
function soonestByMonth(openFrom: readonly CalendarDate[]): Readonly<Record<string, number>> {
  const [first] = openFrom
  const last = openFrom.at(-1)
  if (first === undefined || last === undefined) return {}
  const months = Array.from({ length: SOONEST_MONTHS }, (_, i) => addMonths(monthOf(last), -i))
  const days = months.map((month) => [month, soonest(openFrom, month) ?? last] as const)
  return Object.fromEntries(
    [['any', first] as const, ...days].map(([key, day]) => [key, Number(day.replaceAll('-', ''))]),
  )
}

/** What the map needs: a thousand whole offers would be three megabytes. */
function pinOf({ id, slug, kind, title, organisationName, point }: OfferDocument) {
  return point && { id, slug, kind, title, organisationName, point }
}

function termsOf(texts: readonly string[]): readonly string[] {
  const terms = new Set<string>()
  for (const text of texts) {
    const stems = text.split(' ')
    for (const [i, stem] of stems.entries()) {
      terms.add(stem)
      for (const phrase of PHRASES.get(stem) ?? [])
        if (phrase.every((each, k) => stems[i + k] === each)) terms.add(phrase.join(' '))
    }
  }
  terms.delete('')
  return [...terms]
}
