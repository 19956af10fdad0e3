import { expect, test } from 'vitest'
import { stemOf } from './dutch/stem'
import { indexText, vocabularyOf } from './index-text'
import { sampleDocument } from './sample-document'

const document = sampleDocument(1, {
  title: 'De lasrobot aan het werk',
  summary: 'Kijk mee.',
  description: 'Zonnepanelen maken wij in Almelo.',
  topicLabels: ['Robotica', 'Robotics'],
  subjectLabels: ['Techniek'],
  languages: ['nl', 'en'],
  girlsFocus: true,
  programme: 'Techniekdagen',
})

test('each part of an offer in stems, with the parts of its compounds', () => {
  const text = indexText(document)
  expect(text.titleText.split(' ')).toEqual(expect.arrayContaining(['lasrobot', 'las', 'robot', 'werk']))
  expect(text.titleText.split(' ')).not.toContain('de')
  expect(text.topicText).toContain('robotica')
  expect(text.bodyText.split(' ')).toEqual(expect.arrayContaining(['zonnepanel', 'zon', 'panel']))
})

test('what is known of an offer besides its text is found as well', () => {
  expect(indexText(document).summaryText.split(' ')).toEqual(
    expect.arrayContaining(['engels', 'tto', 'meisjes', 'voorbeeld', 'almelo', 'overijssel'].map(stemOf)),
  )
  expect(indexText(sampleDocument(2)).summaryText).not.toContain(stemOf('engels'))
})

test('words that a typing error may have meant: as written, once, no numbers', () => {
  const words = vocabularyOf({ ...document, title: 'Robot, robot en 3D-printer' })
  expect(words.filter((word) => word === 'robot')).toHaveLength(1)
  expect(words).toContain('zonnepanelen')
  expect(words.filter((word) => word.length < 4 || /\d/.test(word))).toEqual([])
})
