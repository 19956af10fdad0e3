// A page that points to a file that is not there sends its reader away with nothing.
import fs from 'node:fs'
import path from 'node:path'
import { filesIn, read } from './files.mjs'

const LINK = /!?\[[^\]]*\]\(([^)\s]+)\)/g
const ELSEWHERE = /^([a-z]+:|#|\/)/i

/** @param {string} root @returns {string[]} what is wrong: each relative link of a Markdown page that leads nowhere. */
export function checkLinks(root) {
  const pages = ['README.md', ...filesIn(root, ['app', 'docs', 'search', 'tests'], /\.md$/)]
  return pages
    .filter((page) => fs.existsSync(path.join(root, page)))
    .flatMap((page) => brokenLinks(page, read(root, page), (file) => fs.existsSync(path.join(root, file))))
}

/**
 * @param {string} page path with `/`. @param {string} text @param {(file: string) => boolean} isThere
 * @returns {string[]}
 */
export function brokenLinks(page, text, isThere) {
  return [...text.matchAll(LINK)]
    .map(([, to = '']) => to.replace(/#.*$/, ''))
    .filter((to) => to !== '' && !ELSEWHERE.test(to))
    .filter((to) => !isThere(path.posix.join(path.posix.dirname(page), decodeURI(to))))
    .map((to) => `${page}: ${to} is not there`)
}
