/** What of an offer is looked through, by weight: title, topics, summary, the rest. Compounds stand there in parts as well. */

import type { OfferDocument } from '../document'
import { partsOf } from '../dutch/lexicon'
import { wordsOf } from '../dutch/words'

export type IndexText = {
  readonly titleText: string
  readonly topicText: string
  readonly summaryText: string
  readonly bodyText: string
}

export function indexText(document: OfferDocument): IndexText {
  const { title, summary, description } = document
  return {
    titleText: withParts(title),
    topicText: withParts([...document.topicLabels, ...document.subjectLabels].join(' ')),
    summaryText: [
      withParts(summary),
      withParts(document.organisationName),
      document.placeName,
      document.municipalityName,
      document.provinceName,
      document.programme ?? '',
      document.languages.includes('en') ? 'engels english tto' : '',
      document.girlsFocus ? 'meisjes vhto' : '',
    ].join(' '),
    bodyText: withParts(description),
  }
}

function withParts(text: string): string {
  const words = wordsOf(text)
  return [...words, ...partsOf(words)].join(' ')
}

/** @returns the words that a typing error in a question may have meant, each once. */
export function vocabularyOf(text: IndexText): readonly string[] {
  const all = [text.titleText, text.topicText, text.summaryText, text.bodyText].join(' ').split(' ')
  return [...new Set(all.filter((word) => word.length >= 4 && !/^[0-9]+$/.test(word)))]
}
