import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { inLocale } from '~/platform/i18n/in-locale.server'
import { groundWord, holdingWords } from './holding-words'
import { HOLDINGS } from './holdings'
import { RETENTION } from './retention'

const ROOT = path.resolve(import.meta.dirname, '../../../..')

/** Columns of the schema that point at a user, or are named as an address, a password or who to reach. */
function personalColumns(): string[] {
  const schema = fs.readFileSync(path.join(ROOT, 'prisma/schema.prisma'), 'utf8')
  return [...schema.matchAll(/^model \w+ \{\n([\s\S]*?)\n\}/gm)].flatMap(([, body = '']) => {
    const table = /@@map\("(\w+)"\)/.exec(body)?.[1] ?? ''
    const columns = [...body.matchAll(/^ {2}(\w+)\s+(\S+)(.*)$/gm)].map(
      ([, field = '', type = '', rest = '']) => ({
        field,
        type,
        column: /@map\("(\w+)"\)/.exec(rest)?.[1] ?? field,
        points: /@relation\(.*fields: \[(\w+)\]/.exec(rest)?.[1],
      }),
    )
    const atUser = columns
      .filter(({ type, points }) => /^User\??$/.test(type) && points)
      .map(({ points }) => points)
    return columns
      .filter(
        ({ field, column, type }) =>
          atUser.includes(field) ||
          (/^String/.test(type) &&
            (/(^|_)email$|^recipient$|password|^contact_name$|^network$|_address$|^ip$|phone$/.test(column) ||
              /(^|_)(by|user|author|owner|actor)(_user)?_id$/.test(column))),
      )
      .map(({ column }) => `${table}.${column}`)
  })
}

test('every column that is about a person stands in the table of holdings', () => {
  const named = new Set(
    HOLDINGS.flatMap(({ columns }) => columns.map(({ table, column }) => `${table}.${column}`)),
  )
  const personal = personalColumns()
  expect(personal.length).toBeGreaterThan(30)
  expect(personal.filter((column) => !named.has(column))).toEqual([])
})

/** Written anew by `npx vitest run --project unit app/features/privacy -u`, and then read by somebody. */
test('docs/privacy.md tells the same', async () => {
  const page = inLocale('en', () => {
    const table = HOLDINGS.map(({ id, ground, columns, rules }) => {
      const { what, why, keeps, seen } = holdingWords(id)
      const where = [...new Set(columns.map(({ table, column }) => `\`${table}.${column}\``))].join(', ')
      const job = rules.map((rule) => `\`${rule}\` (${RETENTION[rule].days} days)`).join(', ') || 'none'
      return `### ${what}\n\n${why}\n\n- How long: ${keeps}\n- Who sees it: ${seen}\n- Ground: ${groundWord(ground)}\n- Rule of the nightly job: ${job}\n- Columns: ${where}\n`
    }).join('\n')
    return `${INTRODUCTION}\n${table}`
  })
  await expect(page).toMatchFileSnapshot(path.join(ROOT, 'docs/privacy.md'))
})

const INTRODUCTION = `# Privacy: what is kept of people

Made of \`app/features/privacy/domain/holdings.ts\`, as the page \`/privacy\` is; a test compares them and refuses a column of the schema that points at a person and is named nowhere here.

- No data of pupils: a group is a number. A text that looks as if it names a pupil is questioned (\`app/kernel/pupil-data.ts\`), never refused.
- Taking along: \`/account/data.zip\`, all rows that the columns below find, as a page and as JSON. Secrets (hashes, keys) stay out.
- Erasing: \`/account/erase\`. What would be deleted with an account is deleted; all else goes on pointing at a nameless row, so that appointments and counts stay. One mail tells that it is done; its address is gone with it.
- Retention: a nightly job does what the rules say; \`npm run retention -- --dry-run\` tells what it would take away, by rule and table.
- The search log, the log of the server, the index of the finder and addresses of pages hold no data of people; tests look.
- Cookies: only what is needed, so there is no banner; they are listed on \`/privacy\`.
- The text of an agreement with a processor: [processor-agreement.md](processor-agreement.md).

## The table
`
