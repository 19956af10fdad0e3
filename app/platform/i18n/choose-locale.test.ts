import { expect, test } from 'vitest'
import { chooseLocale } from './choose-locale'

test('the address wins over the cookie, the cookie over the browser', () => {
  expect(chooseLocale({ query: 'en', cookie: 'nl', acceptLanguage: 'nl' })).toBe('en')
  expect(chooseLocale({ query: null, cookie: 'en', acceptLanguage: 'nl' })).toBe('en')
  expect(chooseLocale({ acceptLanguage: 'en-GB,en;q=0.8,nl;q=0.6' })).toBe('en')
})

test('the highest weight wins, whatever the order', () => {
  expect(chooseLocale({ acceptLanguage: 'en;q=0.5, nl;q=0.9' })).toBe('nl')
  expect(chooseLocale({ acceptLanguage: 'de, en;q=0.1' })).toBe('en')
})

test('what is not a language of ours becomes Dutch', () => {
  expect(chooseLocale({ query: 'fr', cookie: '<script>', acceptLanguage: 'de-DE, fr' })).toBe('nl')
  expect(chooseLocale({ acceptLanguage: 'en;q=0' })).toBe('nl')
  expect(chooseLocale({})).toBe('nl')
})
