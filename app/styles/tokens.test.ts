import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const css = fs.readFileSync(path.join(import.meta.dirname, 'tokens.css'), 'utf8')

/** The declarations of the rule that begins with the selector, one space between words. */
function rule(selector: string): string {
  const from = css.indexOf(`${selector} {`)
  return css
    .slice(css.indexOf('{', from) + 1, css.indexOf('}', from))
    .replace(/\s+/g, ' ')
    .trim()
}
const names = (declarations: string) => [...declarations.matchAll(/(--[\w-]+):/g)].map(([, name]) => name)

test('dark by choice is dark by system', () => {
  const chosen = rule(':root[data-theme="dark"]')
  expect(chosen).toContain('--ground')
  expect(rule(':root:not([data-theme="light"])')).toBe(chosen)
})

test('every colour of dark is one of light, and every colour of light has its dark', () => {
  const light = rule(':root')
  const colours = [...light.matchAll(/(--[\w-]+): #/g)].map(([, name]) => name)
  const dark = new Set(names(rule(':root[data-theme="dark"]')))
  expect(colours.filter((name) => !dark.has(name))).toEqual([])
  expect([...dark].filter((name) => !names(light).includes(name))).toEqual([])
})
