import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { countryDrawings } from './country-drawing'

const root = path.resolve(import.meta.dirname, '../..')

test('the drawings of the country are those of the data: else run scripts/draw-country.ts', () => {
  for (const [name, text] of Object.entries(countryDrawings(root)))
    expect(fs.readFileSync(path.join(root, 'public/geo', name), 'utf8') === text, name).toBe(true)
})
