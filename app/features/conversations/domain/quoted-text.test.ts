import { describe, expect, test } from 'vitest'
import { REPLY_ABOVE, withoutQuote } from './quoted-text'

const OWN = 'Donderdag kan ook.\n\nGroet,\nAnna'
const QUOTED = '> ## Schakel ## Beantwoord deze mail\n> Kan het ook op dinsdag?'
const PLAIN = 'Bericht van Karim\n\nKan het ook op dinsdag?'

describe.each([
  ['Gmail, Dutch', 'Op ma 30 nov 2026 om 10:03 schreef Karim <c+1a@antwoord.nl>:'],
  [
    'Gmail, Dutch, the name first',
    'Karim (Haverlijn) <c+1a@antwoord.nl> schreef op ma 30 nov 2026 om 10:03:',
  ],
  ['Gmail, English', 'On Mon, Nov 30, 2026 at 10:03 AM Karim <c+1a@antwoord.nl> wrote:'],
  ['Gmail, by date', '2026-11-30 10:03 GMT+01:00 Karim <c+1a@antwoord.nl>:'],
  ['Apple Mail, Dutch', 'Op 30 nov. 2026, om 10:03 heeft Karim <c+1a@antwoord.nl> het volgende geschreven:'],
  ['Apple Mail, English', 'On 30 Nov 2026, at 10:03, Karim <c+1a@antwoord.nl> wrote:'],
  ['Thunderbird, Dutch', 'Op 30-11-2026 om 10:03 schreef Karim via Schakel:'],
  ['Thunderbird, English', 'On 30/11/2026 10:03, Karim wrote:'],
  ['Roundcube, Dutch', 'Karim schreef op 2026-11-30 10:03:'],
  [
    'broken over two lines',
    'Op ma 30 nov 2026 om 10:03 schreef Karim Haverlijn (Haverlijn Robotsystemen)\n<c+1a2b3c4d@antwoord.schakel.example>:',
  ],
  [
    'broken over three lines',
    'On Mon, Nov 30, 2026 at 10:03 AM Karim Haverlijn\n(Haverlijn Robotsystemen) via Schakel\n<c+1a@antwoord.nl> wrote:',
  ],
])('%s', (_, attribution) => {
  test('what is quoted with a sign in front is cut', () => {
    expect(withoutQuote(`${OWN}\n\n${attribution}\n${QUOTED}\n`)).toBe(OWN)
  })
  test('and so is what is quoted without', () => {
    expect(withoutQuote(`${OWN}\r\n\r\n${attribution}\r\n\r\n${PLAIN}`)).toBe(OWN)
  })
})

describe.each([
  [
    'Outlook, Dutch',
    '________________________________\nVan: Karim <c+1a@antwoord.nl>\nVerzonden: maandag 30 november 2026 10:03\nAan: Anna\nOnderwerp: Gesprek',
  ],
  [
    'Outlook, English',
    'From: Karim <c+1a@antwoord.nl>\nSent: Monday, November 30, 2026 10:03 AM\nTo: Anna\nSubject: Gesprek',
  ],
  [
    'Outlook for Mac, Dutch',
    'Van: Karim <c+1a@antwoord.nl>\nDatum: maandag 30 november 2026 om 10:03\nAan: Anna\nOnderwerp: Gesprek',
  ],
  [
    'Outlook with stars',
    '*Van:* Karim <c+1a@antwoord.nl>\n*Verzonden:* maandag 30 november 2026 10:03\n*Aan:* Anna\n*Onderwerp:* Gesprek',
  ],
  ['old Outlook, Dutch', '-----Oorspronkelijk bericht-----\nVan: Karim\nVerzonden: maandag'],
  ['old Outlook, English', '-----Original Message-----\nFrom: Karim'],
  ['webmail', '----- Origineel bericht -----\nBla'],
])('%s', (_, divider) => {
  test('is cut with all below it', () => {
    expect(withoutQuote(`${OWN}\n\n${divider}\n\n${PLAIN}`)).toBe(OWN)
  })
})

test('an iPhone puts a sign before the attribution too', () => {
  const attribution = '> Op 30 nov. 2026 om 10:03 heeft Karim <c+1a@antwoord.nl> het volgende geschreven:\n>'
  expect(withoutQuote(`${OWN}\n\n${attribution}\n${QUOTED}`)).toBe(OWN)
})

test('our own line ends it, whatever stands around it', () => {
  expect(withoutQuote(`${OWN}\n\n${REPLY_ABOVE} Beantwoord deze mail\n\n${PLAIN}`)).toBe(OWN)
})

test('a quote without an attribution is cut where it is last', () => {
  expect(withoutQuote(`Ja, prima.\n\n${QUOTED}`)).toBe('Ja, prima.')
})

test('who answers below the quote is read', () => {
  const mail = `Op ma 30 nov 2026 om 10:03 schreef Karim <c+1a@antwoord.nl>:\n${QUOTED}\n\nJa, dinsdag kan.`
  expect(withoutQuote(mail)).toBe('Ja, dinsdag kan.')
})

test('who answers between the lines keeps the lines that are answered', () => {
  const mail =
    'Op ma 30 nov 2026 om 10:03 schreef Karim <c+1a@antwoord.nl>:\n> Welke dag?\nDinsdag.\n> Hoe laat?\nOm tien uur.'
  expect(withoutQuote(mail)).toBe('> Welke dag?\nDinsdag.\n> Hoe laat?\nOm tien uur.')
})

describe('what somebody writes themselves stays', () => {
  test.each([
    ['a signature', 'Goed idee.\n\n--\nAnna de Vries\nHet College, 0546 123456'],
    ['a sentence with "schreef"', 'Op school schreef een leerling:\nmag ik ook mee?'],
    ['a list that looks like heads', 'Van: Almelo\nDaarna met de bus.'],
    ['a line of underscores', 'Naam:\n____________________________\nDit vullen de leerlingen in.'],
    ['a phone', 'Verstuurd vanaf mijn iPhone'],
  ])('%s', (_, text) => {
    expect(withoutQuote(text)).toBe(text)
  })
})

test('nothing but a quote is nothing', () => {
  expect(withoutQuote(`Op ma 30 nov 2026 om 10:03 schreef Karim <c+1a@b.nl>:\n${QUOTED}`)).toBe('')
  expect(withoutQuote('')).toBe('')
})
