import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { sniffDocument, sniffPicture } from './sniff.server'

const zip = (files: Readonly<Record<string, string>>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
const TYPES = { '[Content_Types].xml': '<Types/>' }

test('pictures are known by their first bytes', () => {
  const ftyp = (brand: string) => Buffer.from(`\0\0\0\x18ftyp${brand}`, 'latin1')
  expect(sniffPicture(Buffer.from([0xff, 0xd8, 0xff, 0xe1]))).toBe('jpeg')
  expect(sniffPicture(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))).toBe('png')
  expect(sniffPicture(Buffer.from('RIFF\0\0\0\0WEBPVP8 '))).toBe('webp')
  expect(['heic', 'heix', 'mif1', 'avif'].map((brand) => sniffPicture(ftyp(brand)))).toEqual(
    Array(4).fill('heic'),
  )
  expect(sniffPicture(ftyp('isom'))).toBeNull()
  expect(sniffPicture(Buffer.from('<svg onload="alert(1)"/>'))).toBeNull()
  expect(sniffPicture(Buffer.from('GIF89a'))).toBeNull()
  expect(sniffPicture(new Uint8Array())).toBeNull()
})

test('documents are known by what is in them', () => {
  expect(sniffDocument(Buffer.from('%PDF-1.7\n'))).toBe('application/pdf')
  expect(sniffDocument(zip({ ...TYPES, 'word/document.xml': '' }))).toMatch(/wordprocessingml/)
  expect(sniffDocument(zip({ ...TYPES, 'ppt/presentation.xml': '' }))).toMatch(/presentationml/)
  expect(sniffDocument(zip({ mimetype: 'application/vnd.oasis.opendocument.presentation' }))).toBe(
    'application/vnd.oasis.opendocument.presentation',
  )
})

test('what is something else is refused, whatever it calls itself', () => {
  expect(sniffDocument(zip({ ...TYPES, 'word/document.xml': '', 'word/vbaProject.bin': '' }))).toBeNull()
  expect(sniffDocument(zip({ 'word/document.xml': '' }))).toBeNull()
  expect(sniffDocument(zip({ 'les.html': '<script>' }))).toBeNull()
  expect(sniffDocument(zip({ mimetype: 'text/html' }))).toBeNull()
  expect(sniffDocument(Buffer.from('PK\x03\x04 broken'))).toBeNull()
  expect(sniffDocument(Buffer.from('MZ\x90'))).toBeNull()
  expect(sniffDocument(Buffer.from('<html>'))).toBeNull()
})
