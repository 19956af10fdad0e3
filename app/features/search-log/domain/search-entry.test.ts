import { expect, test } from 'vitest'
import { goesOn, keptText, rounded, type SearchEntry } from './search-entry'

test('what was typed is kept folded and cut', () => {
  expect(keptText('  Robots   in de ZORG ')).toBe('robots in de zorg')
  expect(keptText('groep 7 en 8')).toBe('groep 7 en 8')
  expect(keptText('techniek 2026')).toBe('techniek 2026')
  expect(keptText('a'.repeat(200))).toHaveLength(60)
  expect(keptText('   ')).toBeNull()
})

test('what might tell who asked is not kept', () => {
  for (const typed of [
    'noor@school.nl',
    'bel 06-12345678',
    '06 12 34 56 78',
    '+31 (0)6 1234',
    'https://school.nl/x',
    'www.school.nl',
    '7607 AB 12',
    '7607ab',
    'leerling 123456',
  ])
    expect(keptText(typed), typed).toBeNull()
})

test('a place is kept as a cell of some ten kilometres', () => {
  expect(rounded({ lat: 52.3567, lng: 6.6625 })).toEqual({ lat: 52.4, lng: 6.6 })
  expect(rounded({ lat: 52.3512, lng: 6.5301 })).toEqual({ lat: 52.4, lng: 6.6 })
})

test('typing on is one question', () => {
  const entry = (text: string) => ({ text }) as SearchEntry
  expect(goesOn(entry('rob'), entry('Robot'))).toBe(true)
  expect(goesOn(entry('robot'), entry('robot'))).toBe(true)
  expect(goesOn(entry('robot'), entry('lassen'))).toBe(false)
})
