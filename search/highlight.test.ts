import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stemOf } from './dutch/stem'
import { highlight } from './highlight'

const marked = (text: string, ...words: string[]) =>
  highlight(text, new Set(words.map(stemOf)))
    .map((part) => (part.marked ? `[${part.text}]` : part.text))
    .join('')

test('marks other forms, compounds and words with a typing error', () => {
  expect(marked('Bouw je eigen robotje', 'robots')).toBe('Bouw je eigen [robotje]')
  expect(marked('Naar de lasrobots.', 'robot')).toBe('Naar de [lasrobots].')
  expect(marked('De robots van Eindhoven', 'roboot')).toBe('De [robots] van Eindhoven')
  expect(marked('Elektrische auto’s', 'auto')).toBe('Elektrische [auto’s]')
  expect(marked('Energieën', 'energie')).toBe('[Energieën]')
  expect(marked('Niets hiervan', 'robot')).toBe('Niets hiervan')
})

test('the parts are the text, cut only where marking changes, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.array(fc.string()), (text, stems) => {
      const parts = highlight(text, new Set([...stems, ...text.toLowerCase().split(' ').slice(0, 2)]))
      expect(parts.map((part) => part.text).join('')).toBe(text)
      for (const [i, part] of parts.entries()) {
        expect(part.text).not.toBe('')
        expect(part.marked).not.toBe(parts[i + 1]?.marked)
      }
    }),
  )
})
