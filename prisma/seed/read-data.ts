/** The files of prisma/seed/data, read once each. */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'

const DATA = path.resolve('prisma/seed/data')

function readText(name: string): string {
  return fs.readFileSync(path.join(DATA, name), 'utf8')
}

export function readCsv(name: string): readonly Readonly<Record<string, string>>[] {
  return parse(readText(name), { columns: true, bom: true, skip_empty_lines: true }) as Record<
    string,
    string
  >[]
}

export function readJson<T>(name: string): T {
  return JSON.parse(readText(name)) as T
}

export function readLines<T>(name: string): readonly T[] {
  return readText(name)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T)
}

/** @returns SHA-256 of a data file, hexadecimal. */
export function hashOfFile(name: string): string {
  return createHash('sha256').update(readText(name)).digest('hex')
}

/** @returns the same UUID for the same text, always: demo content keeps its addresses. */
export function stableUuid(text: string): string {
  const hex = createHash('sha256').update(`schakel:${text}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
