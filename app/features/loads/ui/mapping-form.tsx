/** Which column of the table is which field of an offer. */
import { Form, useNavigation } from '@remix-run/react'
import { Button } from '~/components/button'
import { Select } from '~/components/field'
import * as m from '~/paraglide/messages'
import { fieldWord, LOAD_FIELDS, NEEDED_FIELDS } from '../domain/load-field'
import type { LoadPage } from '../queries/load-page.server'
import { rowsWord } from './load-words'

type Props = {
  readonly page: LoadPage
  /** What was chosen before something was wrong with it, by the index of the column. */
  readonly chosen: Readonly<Record<string, unknown>> | null
}

export function MappingForm({ page, chosen }: Props) {
  const busy = useNavigation().state === 'submitting'
  const fieldOf = new Map(Object.entries(page.mapping).map(([field, column]) => [column, field]))
  const options = LOAD_FIELDS.map((field) => ({ value: field, label: fieldWord[field]() }))
  const needed = NEEDED_FIELDS.map((field) => fieldWord[field]()).join(', ')
  return (
    <Form method="post" className="grid max-w-(--measure) gap-5">
      <div>
        <p>{m.loads_mapping_lead({ file: page.fileName, rows: rowsWord(page.counts.rows) })}</p>
        <p className="mt-1">{m.loads_mapping_needed({ fields: needed })}</p>
        <p className="mt-1 text-ink-soft">{m.loads_mapping_missing_hint()}</p>
      </div>
      {page.heads.map((head, column) => {
        const letter = letterOf(column)
        const values = page.examples[column] ?? []
        const was = chosen === null ? fieldOf.get(column) : chosen[column]
        return (
          <Select
            key={letter}
            field={{ id: `column-${column}`, name: `column.${column}`, initialValue: was ?? '' }}
            label={
              head === '' ? m.loads_mapping_nameless({ letter }) : m.loads_mapping_column({ letter, head })
            }
            hint={values.length > 0 ? m.loads_mapping_example({ values: values.join(' · ') }) : undefined}
            options={options}
            empty={m.loads_mapping_unused()}
          />
        )
      })}
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <Button name="intent" value="check" busy={busy} busyText={m.loads_mapping_checking()}>
          {m.loads_mapping_check()}
        </Button>
        <Button look="quiet" name="intent" value="cancel">
          {m.loads_cancel()}
        </Button>
      </div>
    </Form>
  )
}

/** A, B, … Z, AA: as the spreadsheet names it. */
function letterOf(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : letterOf(Math.floor(column / 26) - 1) + letterOf(column % 26)
}
