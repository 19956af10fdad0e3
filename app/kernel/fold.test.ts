import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, slugOf } from './fold'

test('accents, case and spaces do not count', () => {
  expect(fold('Café  ’t Hoogeland ')).toBe("cafe 't hoogeland")
})

test('a slug has letters, digits and hyphens only, whatever it is made of', () => {
  expect(slugOf('Lassen & smeden: hoe doe je dat?')).toBe('lassen-en-smeden-hoe-doe-je-dat')
  expect(slugOf('!!!')).toBe('x')
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), (text) => {
      expect(slugOf(text)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      expect(slugOf(text).length).toBeLessThanOrEqual(80)
    }),
  )
})
