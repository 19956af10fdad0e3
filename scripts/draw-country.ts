// Draws the country for the home page and the pages of offers: npx tsx scripts/draw-country.ts
import fs from 'node:fs'
import path from 'node:path'
import { countryDrawings } from './lib/country-drawing'

const root = path.resolve(import.meta.dirname, '..')
for (const [name, text] of Object.entries(countryDrawings(root))) {
  const file = path.join(root, 'public/geo', name)
  fs.writeFileSync(file, text)
  console.log(`${path.relative(root, file)}: ${Math.round(text.length / 1024)} KB`)
}
