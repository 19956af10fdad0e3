import { describe, expect, test } from 'vitest'
import { pupilDataIn } from './pupil-data'

const TODAY = '2026-11-30'
const of = (text: string) => pupilDataIn(text, TODAY)

describe('what may be of a pupil is asked about', () => {
  test.each([
    ['Sanne is geboren op 12-03-2014 en kan niet tegen lawaai.', 'birth-date'],
    ['geb. 3/4/13', 'birth-date'],
    ['Geboortedatum: 7 september 2012', 'birth-date'],
    ['born 7 May 2015', 'birth-date'],
    ['Leerlingnummer: 203384 heeft een rolstoel', 'number'],
    ['BSN 123456782', 'number'],
    ['Onze leerling Ahmed zit in een rolstoel.', 'name'],
    ['Er komt een meisje mee, genaamd Fatima.', 'name'],
    ['The pupil Emma needs help.', 'name'],
    ['Sanne de Boer, Ahmed Yilmaz, Tim Jansen en Lotte van der Velde', 'list-of-names'],
    ['1. Sanne de Boer\n2. Ahmed Yilmaz\n3. Tim Jansen\n4. Lotte Vos', 'list-of-names'],
  ])('%s', (text, found) => {
    expect(of(text)).toBe(found)
  })
})

describe('what a teacher writes is not asked about', () => {
  test.each([
    '',
    'Twee klassen van 28 leerlingen, vmbo 3. Liefst op 12-01-2027 of 19 januari 2027.',
    'Het liefst in week 12-13, of op 12-11-26.',
    'Leerlingen Havo 3 willen zien wat een lasrobot doet. Een leerling zit in een rolstoel.',
    'Contact: Marieke de Vries. De school bestaat sinds 1 september 1998.',
    'Vorige keer kwamen Jan Smit en Piet de Groot van het bedrijf langs.',
    'Wij zoeken iets over robots, 3D-printen, programmeren en duurzame energie.',
  ])('%s', (text) => {
    expect(of(text)).toBeNull()
  })
})

test('a long text costs little', () => {
  const started = performance.now()
  of('leerling A '.repeat(20_000))
  of('Aa Bb, '.repeat(20_000))
  of('1-1-'.repeat(20_000))
  expect(performance.now() - started).toBeLessThan(500)
})
