// The lock file installs the same anywhere: no address of one registry, exact versions, in step with package.json.
import { read } from './files.mjs'

/** @param {string} root @returns {string[]} what is wrong. */
export function checkLockFile(root) {
  const lock = JSON.parse(read(root, 'package-lock.json'))
  const manifest = JSON.parse(read(root, 'package.json'))
  const problems = []
  for (const [place, entry] of Object.entries(lock.packages)) {
    if (entry.resolved !== undefined && !entry.link)
      problems.push(`${place} has "resolved": an address of one registry`)
    if (place !== '' && !entry.link && !entry.inBundle && !entry.integrity)
      problems.push(`${place} has no "integrity"`)
  }
  for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies']) {
    for (const [name, version] of Object.entries(manifest[kind] ?? {})) {
      if (!/^\d+\.\d+\.\d+/.test(version))
        problems.push(`package.json: ${name} ${version} is not one exact version`)
      const locked = lock.packages[`node_modules/${name}`]?.version
      if (locked !== version)
        problems.push(`${name} is ${version} in package.json and ${locked} in package-lock.json`)
    }
  }
  return problems
}
