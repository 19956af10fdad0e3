// Paraglide writes one file per message: a page then loads only the words that it says. Six hundred files also make each
// rebuild in development a third slower. This puts the messages of a slice into one file, for development only: it would
// add 5 KB to every page. Node's own modules only.
import fs from 'node:fs'
import path from 'node:path'

const INDEX = '_index.js'
/** What every file begins with: needed once per group. */
const SHARED = /^(import .*|\/\* eslint-disable \*\/|\/\*\* @typedef \{import\('[^']+'\)\.\w+\} \w+ \*\/)$/

/**
 * Rewrites the folder in place: `offers_title.js` and `offers_about.js` become `offers.js`. A folder that is grouped
 * already stays as it is.
 * @param {string} folder app/paraglide/messages
 */
export function groupMessages(folder) {
  const names = fs.readdirSync(folder).filter((name) => name.endsWith('.js') && name !== INDEX)
  if (!names.some((name) => name.includes('_'))) return
  const groups = new Map()
  for (const name of names.sort()) {
    const slice = name.replace(/(_.*)?\.js$/, '')
    const group = groups.get(slice) ?? { shared: new Set(), bodies: [] }
    const lines = fs.readFileSync(path.join(folder, name), 'utf8').split('\n')
    for (const line of lines.filter((line) => SHARED.test(line))) group.shared.add(line)
    group.bodies.push(
      lines
        .filter((line) => !SHARED.test(line))
        .join('\n')
        .trim(),
    )
    groups.set(slice, group)
    fs.rmSync(path.join(folder, name))
  }
  for (const [slice, { shared, bodies }] of groups)
    fs.writeFileSync(path.join(folder, `${slice}.js`), [...shared, ...bodies, ''].join('\n'))
  const index = [...groups.keys()].map((slice) => `export * from './${slice}.js'`)
  fs.writeFileSync(path.join(folder, INDEX), ['/* eslint-disable */', ...index, ''].join('\n'))
}
