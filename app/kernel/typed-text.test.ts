import { expect, test } from 'vitest'
import { typedDay, typedLine, typedPostcode, typedText, typedTime, typedUrl } from './typed-text'

test('line ends of every system are one, and nobody keeps what cannot be seen', () => {
  expect(typedText('  een\r\ntwee\rdrie\u0000\u200b ')).toBe('een\ntwee\ndrie')
  expect(typedLine(' Lassen \n met\t robots ')).toBe('Lassen met robots')
})

test('marks that are typed apart from their letter join it', () => {
  expect(typedText('cafe\u0301')).toBe('café')
})

test('an address without its scheme is meant to be https; with one it is left alone', () => {
  expect(typedUrl('www.bedrijf.nl/les')).toBe('https://www.bedrijf.nl/les')
  expect(typedUrl('http://bedrijf.nl')).toBe('http://bedrijf.nl')
  expect(typedUrl('javascript:alert(1)')).toBe('javascript:alert(1)')
  expect(typedUrl(' ')).toBe('')
})

test('a postcode is written in one way', () => {
  expect(typedPostcode(' 7601 ab')).toBe('7601AB')
  expect(typedPostcode('7601')).toBe('7601')
  expect(typedPostcode('0601 AB')).toBe('0601 AB')
})

test.each([
  ['2027-01-21', '2027-01-21'],
  [' 21-1-2027 ', '2027-01-21'],
  ['1/2/2027', '2027-02-01'],
  ['2027-02-31', null],
  ['31.02.2027', null],
  ['morgen', null],
  ['', null],
])('the day %j is %j', (typed, day) => {
  expect(typedDay(typed)).toBe(day)
})

test.each([
  ['22:00', '22:00'],
  [' 9.05 ', '09:05'],
  ['10:30:00', '10:30'],
  ['24:00', null],
  ['9', null],
])('the time %j is %j', (typed, time) => {
  expect(typedTime(typed)).toBe(time)
})
