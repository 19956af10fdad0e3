// Words on screen: complete in both languages, in the right file, all of them used; each error code has its text.
import fs from 'node:fs'
import path from 'node:path'
import { filesIn, read } from './files.mjs'

const LANGUAGES = ['nl', 'en']
/** Files whose keys do not begin with the name of the file. */
const PREFIX = { errors: 'error' }

/**
 * @param {string} root folder of the project.
 * @returns {string[]} what is wrong, empty when nothing is.
 */
export function checkMessages(root) {
  const sources = filesIn(root, ['app'], /\.tsx?$/)
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .map((file) => read(root, file))
    .join('\n')
  const catalogue = readCatalogue(root)
  return [
    ...notCompiled(root, catalogue),
    ...catalogue.flatMap(compareLanguages),
    ...catalogue.flatMap((slice) => unused(slice, sources)),
    ...codesWithoutText(catalogue, sources),
  ]
}

function readCatalogue(root) {
  const names = new Set(
    filesIn(root, ['messages'], /\.json$/).map((file) => path.basename(file).split('.')[0] ?? ''),
  )
  return [...names].map((name) => ({
    name,
    texts: Object.fromEntries(
      LANGUAGES.map((language) => {
        const file = path.join(root, 'messages', `${name}.${language}.json`)
        const texts = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {}
        delete texts.$schema
        return [language, texts]
      }),
    ),
  }))
}

/** A file that the compiler is not told of has no functions. */
function notCompiled(root, catalogue) {
  const settings = JSON.parse(read(root, 'project.inlang/settings.json'))
  const patterns = new Set(settings['plugin.inlang.messageFormat'].pathPattern)
  return catalogue
    .map(({ name }) => `./messages/${name}.{locale}.json`)
    .filter((pattern) => !patterns.has(pattern))
    .map((pattern) => `project.inlang/settings.json does not name ${pattern}`)
}

function compareLanguages({ name, texts }) {
  const problems = []
  const keys = new Set(LANGUAGES.flatMap((language) => Object.keys(texts[language])))
  const prefix = `${PREFIX[name] ?? name.replaceAll('-', '_')}_`
  for (const key of keys) {
    if (!key.startsWith(prefix)) problems.push(`messages/${name}: ${key} does not begin with ${prefix}`)
    const missing = LANGUAGES.filter((language) => texts[language][key] === undefined)
    if (missing.length > 0) {
      problems.push(`messages/${name}: ${key} has no ${missing.join(' and no ')} text`)
      continue
    }
    if (LANGUAGES.some((language) => emptyText(texts[language][key])))
      problems.push(`messages/${name}: ${key} is empty`)
    const [nl, en] = LANGUAGES.map((language) => parametersOf(texts[language][key]).join(', '))
    if (nl !== en) problems.push(`messages/${name}: ${key} takes {${nl}} in nl and {${en}} in en`)
  }
  return problems
}

function emptyText(text) {
  return typeof text === 'string' ? text.trim() === '' : JSON.stringify(text).includes('""')
}

/** Names between braces; a message with variants declares its names as `input count`. */
function parametersOf(text) {
  const flat = JSON.stringify(text)
  const names = new Set([...flat.matchAll(/\{([a-zA-Z_]\w*)\}/g)].map((match) => match[1]))
  for (const [, name] of flat.matchAll(/"input (\w+)/g)) names.add(name)
  for (const [, name] of flat.matchAll(/"local (\w+)/g)) names.delete(name)
  return [...names].sort()
}

function unused({ name, texts }, sources) {
  const codes = name === 'errors' ? errorCodes(sources) : null
  return Object.keys(texts.nl)
    .filter((key) => !new RegExp(`\\bm\\.${key}\\b`).test(sources) && !(codes && isTextOf(key, codes)))
    .map((key) => `messages/${name}: ${key} is used nowhere`)
}

const keyOf = (code) => `error_${code.replace(/[.-]/g, '_')}`

function isTextOf(key, codes) {
  return codes.some(({ code, open }) => (open ? key.startsWith(keyOf(code)) : key === keyOf(code)))
}

/**
 * Codes handed to `new AppError(kind, code)` or `notFound(code)`. `open`: the code ends in a value, as in
 * `request.${mistake}`, and stands for all texts that begin so.
 */
function errorCodes(sources) {
  const found = sources.matchAll(
    /(?:new AppError\(\s*[^,()]+,|\bnotFound\()\s*(?:'([a-z][a-z0-9.-]*)'|`([a-z][a-z0-9.-]*)\$\{)/g,
  )
  return [...found].map(([, whole, beginning]) => ({
    code: whole ?? beginning ?? '',
    open: whole === undefined,
  }))
}

function codesWithoutText(catalogue, sources) {
  const texts = Object.keys(catalogue.find(({ name }) => name === 'errors')?.texts.nl ?? {})
  const silent = errorCodes(sources).filter(
    ({ code, open }) => !texts.some((key) => (open ? key.startsWith(keyOf(code)) : key === keyOf(code))),
  )
  return [
    ...new Set(silent.map(({ code, open }) => `error ${code}${open ? '…' : ''} has no text ${keyOf(code)}`)),
  ]
}
