import { expect, test } from 'vitest'
import { fileName, isGiven } from './offer-file'

const PDF = 'application/pdf'

test.each([
  ['Werkblad lasrobot.pdf', 'Werkblad lasrobot.pdf'],
  ['werkblad.exe', 'werkblad.exe.pdf'],
  ['C:\\Users\\jan\\les 1.docx', 'les 1.pdf'],
  ['../../etc/passwd', 'passwd.pdf'],
  ['a"b\r\nSet-Cookie: x.pdf', 'a b Set-Cookie x.pdf'],
  ['\u202efdp.exe', 'fdp.exe.pdf'],
  ['.pdf', 'bestand.pdf'],
  ['', 'bestand.pdf'],
])('%j is called %s', (given, name) => {
  expect(fileName(given, PDF)).toBe(name)
})

test('a name ends, however long it was', () => {
  expect(fileName('x'.repeat(300), PDF)).toHaveLength(104)
})

test('schools get what is clean, and what was never scanned as long as there is no scanner', () => {
  const given = (hasScanner: boolean) =>
    (['waiting', 'clean', 'infected', 'not-scanned'] as const).filter((scan) => isGiven(scan, hasScanner))
  expect(given(true)).toEqual(['clean'])
  expect(given(false)).toEqual(['clean', 'not-scanned'])
})
