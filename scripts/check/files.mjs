import fs from 'node:fs'
import path from 'node:path'

/** Written by compilers or by others. */
const NOT_OURS = new Set(['node_modules', 'generated', 'paraglide', 'build', '.cache', '.data'])

/**
 * @param {string} root @param {readonly string[]} folders @param {RegExp} name
 * @returns {string[]} paths relative to the root with `/`, sorted; folders that do not exist have no files.
 */
export function filesIn(root, folders, name) {
  return folders.flatMap((folder) => walk(root, folder, name)).sort()
}

function walk(root, folder, name) {
  const full = path.join(root, folder)
  if (!fs.existsSync(full)) return []
  return fs.readdirSync(full, { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : walk(root, file, name)
    return name.test(entry.name) ? [file] : []
  })
}

/** @param {string} root @param {string} file */
export function read(root, file) {
  return fs.readFileSync(path.join(root, file), 'utf8')
}
