// Small laws of the house that no linter knows (docs/architecture.md): sizes, names, and what a pure room may not ask.
import fs from 'node:fs'
import path from 'node:path'
import { filesIn, read } from './files.mjs'

const MOST_LINES = 400
const MOST_LINES_OF_A_ROUTE = 150

const CODE = /\.(tsx?|mjs|cjs|js|css)$/
const PURE = /^app\/(kernel|matching|features\/[^/]+\/(domain|schemas|events|errors))/
const TEST = /\.(test|spec)\.tsx?$/

const LAWS = [
  {
    says: 'a pure room is handed the time and the dice',
    where: (file) => PURE.test(file) && !TEST.test(file),
    refuses: /\bnew Date\(\)|\bDate\.now\(\)|\bMath\.random\(\)/,
  },
  {
    says: 'loaders and actions are exported functions: the classic compiler ships a const to the browser',
    where: (file) => file.startsWith('app/routes/'),
    refuses: /^export (const|let|var) (loader|action|headers)\b/m,
  },
  {
    says: 'a test that nobody runs proves nothing',
    where: (file) => TEST.test(file),
    refuses: /\b(test|it|describe)\.(only|skip|todo|fixme)\(\s*['"`]/,
  },
  {
    says: 'a comment says why, not what is still to be done',
    where: () => true,
    refuses: /\/\/\s*(TODO|FIXME|XXX|HACK)\b/,
  },
]

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/
const SAYS_NOTHING = /^(utils?|helpers?|misc|service|manager|common)\./

/** @param {string} root @returns {string[]} what is wrong. */
export function checkLaws(root) {
  const files = filesIn(root, ['app', 'search', 'scripts', 'prisma', 'tests'], CODE)
  return [...files.flatMap((file) => problemsOf(file, read(root, file))), ...slicesWithoutReadme(root)]
}

/** @param {string} file path with `/`. @param {string} text */
export function problemsOf(file, text) {
  const problems = []
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
  const most = /^app\/routes\//.test(file) ? MOST_LINES_OF_A_ROUTE : MOST_LINES
  if (lines > most) problems.push(`${file}: ${lines} lines, at most ${most}`)
  const name = path.posix.basename(file)
  if (!file.startsWith('app/routes/') && !KEBAB.test(name)) problems.push(`${file}: names are kebab-case`)
  if (SAYS_NOTHING.test(name)) problems.push(`${file}: the name says nothing`)
  if (file !== 'scripts/check/laws.mjs')
    for (const law of LAWS)
      if (law.where(file) && law.refuses.test(text)) problems.push(`${file}: ${law.says}`)
  return problems
}

function slicesWithoutReadme(root) {
  const slices = path.join(root, 'app/features')
  return fs
    .readdirSync(slices)
    .filter((slice) => !fs.existsSync(path.join(slices, slice, 'README.md')))
    .map((slice) => `app/features/${slice} has no README.md: what it is, its words, its states, its events`)
}
