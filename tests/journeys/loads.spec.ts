/** A company loads three hundred offers of which seven are not right, reads why, mends them and loads again. */
import { expect, test } from '../setup/cast'

const HEADS =
  'Eigen nummer;Soort;Titel;In het kort;Wat leerlingen doen;Onderwerpen;Klassen en groepen;Waar;Duur in minuten;Groepen per schooljaar'
type Broken = {
  kind?: string
  years?: string
  duration?: string
  ref?: string
  title?: string
  topics?: string
  where?: string
}

const row = (i: number, broken: Broken = {}) =>
  [
    broken.ref ?? `Z-${i}`,
    broken.kind ?? 'gastles',
    broken.title ?? `Knopen op zee ${i}`,
    'Leerlingen leggen knopen.',
    'Kijken en zelf doen.',
    broken.topics ?? 'Robots bouwen en besturen',
    broken.years ?? 'vmbo 3-4',
    broken.where ?? 'bij het bedrijf',
    broken.duration ?? '90',
    '8',
  ].join(';')

const BROKEN: Readonly<Record<number, Broken>> = {
  10: { kind: 'toverles' },
  50: { years: 'brugklas' },
  90: { duration: 'lang' },
  130: { ref: '' },
  170: { title: '' },
  210: { topics: 'toveren' },
  250: { where: 'ergens' },
}
const file = (isMended: boolean) => ({
  name: 'knopen.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [HEADS, ...Array.from({ length: 300 }, (_, i) => row(i + 1, isMended ? {} : BROKEN[i + 1]))].join('\r\n'),
    'latin1',
  ),
})

test('three hundred rows with seven mistakes: read, mended, loaded, undone', async ({
  page,
  axe,
  fitsTheScreen,
  cast,
  become,
}) => {
  test.setTimeout(240_000)
  const company = await cast.company('Zeilmakerij De Knoop', { title: 'Zeilen naaien', places: 4 })
  await become(company.member)
  const main = page.getByRole('main')

  await test.step('the file is read and checked', async () => {
    await page.goto('/my/organisation')
    await main.getByRole('link', { name: 'Laad veel aanbod tegelijk uit een spreadsheet' }).click()
    await main.getByRole('button', { name: 'Lees dit bestand' }).click()
    await expect(page.getByRole('alert')).toContainText('Kies eerst een bestand')
    await axe()
    await main.getByLabel('Bestand').setInputFiles(file(false))
    await main.getByRole('button', { name: 'Lees dit bestand' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Welke kolom is wat?')
    await expect(main.getByLabel('Kolom B: Soort')).toHaveValue('kind')
    await axe()
    await fitsTheScreen()
    await main.getByRole('button', { name: 'Kijk het na' }).click()
    await expect(main).toContainText('7 rijen kloppen niet')
    for (const text of [
      'Cel B11, Soort:',
      '“brugklas” begrijpen we niet',
      'Cel A131, Eigen nummer:',
      '“toveren” staat niet in de lijst',
    ])
      await expect(main).toContainText(text)
    await axe()
    await fitsTheScreen()
  })

  await test.step('the good rows are loaded', async () => {
    await main.getByRole('button', { name: 'Laad alleen de 293 goede rijen in' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Het is ingeladen', { timeout: 60_000 })
    await expect(main).toContainText('293 aanbiedingen zijn ingeladen.')
    await axe()
  })

  await test.step('the mended file brings the seven, and can be undone', async () => {
    await main.getByRole('link', { name: 'Terug naar inladen' }).click()
    await main.getByLabel('Bestand').setInputFiles(file(true))
    await main.getByRole('button', { name: 'Lees dit bestand' }).click()
    await main.getByRole('button', { name: 'Kijk het na' }).click()
    await expect(main.getByRole('heading', { name: 'Nieuw aanbod' })).toBeVisible()
    await main.getByRole('radio', { name: /^Meteen online/ }).check()
    await main.getByRole('button', { name: 'Laad alles in' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Het is ingeladen', { timeout: 60_000 })
    const where = { organisationId: company.organisationId, state: 'published' } as const
    expect(await cast.db.offer.count({ where })).toBe(301)
    await main.getByRole('button', { name: 'Draai dit inladen terug' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Het is teruggedraaid', {
      timeout: 60_000,
    })
    expect(await cast.db.offer.count({ where })).toBe(1)
    expect(await cast.db.offer.count({ where: { ...where, state: 'draft' } })).toBe(293)
  })
})
