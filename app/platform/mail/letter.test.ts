import { expect, test } from 'vitest'
import { type Letter, renderLetter } from './letter.server'

const letter: Letter = {
  locale: 'nl',
  subject: 'Bevestig\r\nBcc: iedereen@schakel.example',
  preview: 'Eén klik',
  heading: 'Welkom',
  blocks: [
    { kind: 'text', text: `<script>alert("1")</script> & 'co'` },
    { kind: 'facts', facts: [{ label: 'Voor', value: '<b>vmbo 3</b>' }] },
    { kind: 'button', label: 'Bevestig', href: 'https://schakel.example/x?a=1&b=2' },
    { kind: 'button', label: 'Nee', href: 'https://schakel.example/n', look: 'second' },
    { kind: 'quote', text: 'Wij zoeken\n<i>iets</i>' },
    { kind: 'link', label: 'Anders', href: 'https://schakel.example/y' },
    { kind: 'small', text: 'Klein' },
  ],
  footer: 'Omdat je een account maakte.',
}

test('what a person typed is text in the HTML, never markup', () => {
  const { html } = renderLetter(letter)
  expect(html).not.toContain('<script')
  expect(html).not.toContain('<b>')
  expect(html).toContain('Wij zoeken<br>&#60;i&#62;iets')
  expect(html).toContain('&#60;script&#62;alert(&#34;1&#34;)')
  expect(html).toContain('href="https://schakel.example/x?a=1&#38;b=2"')
  expect(html).toContain('<html lang="nl">')
})

test('the text says everything that the HTML says, with the addresses written out', () => {
  const { text } = renderLetter(letter)
  for (const words of [
    'Welkom',
    'Voor: <b>vmbo 3</b>',
    'Klein',
    '> Wij zoeken\n> <i>iets</i>',
    'Nee:\nhttps://schakel.example/n',
    'https://schakel.example/x?a=1&b=2',
    'Omdat',
  ])
    expect(text).toContain(words)
})

test('a subject is one line', () => {
  expect(renderLetter(letter).subject).toBe('Bevestig Bcc: iedereen@schakel.example')
})
