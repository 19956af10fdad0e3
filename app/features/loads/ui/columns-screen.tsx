/** All columns of a table, with what to fill in and which words can be used. */
import * as m from '~/paraglide/messages'
import type { LoadColumn } from '../queries/load-columns.server'

const NEEDED: Readonly<Record<LoadColumn['needed'], () => string>> = {
  yes: m.loads_columns_yes,
  publish: m.loads_columns_publish,
  no: m.loads_columns_no,
}

/** So many words stand there as they are; more are behind a fold. */
const AT_HAND = 8

export function ColumnsScreen({ columns }: { readonly columns: readonly LoadColumn[] }) {
  return (
    <dl className="card divide-y divide-line">
      {columns.map(({ field, head, needed, help, words }) => (
        <div key={field} className="grid gap-x-6 gap-y-1 px-4 py-3 sm:grid-cols-[14rem_1fr]">
          <dt>
            <span className="block font-[650]">{head}</span>
            <span className="text-sm text-ink-soft">
              {m.loads_columns_needed()}: {NEEDED[needed]()}
            </span>
          </dt>
          <dd className="min-w-0">
            <p>{help}</p>
            {words.length === 0 ? null : words.length <= AT_HAND ? (
              <p className="mt-1 break-words text-ink-soft">
                {m.loads_columns_words()}: {words.join('; ')}
              </p>
            ) : (
              <details className="mt-1">
                <summary className="inline-flex min-h-11 cursor-pointer items-center text-act-text underline">
                  {m.loads_columns_words_of({ count: words.length })}
                </summary>
                <ul className="columns-1 gap-6 text-sm sm:columns-2">
                  {words.map((word) => (
                    <li key={word} className="break-words py-0.5">
                      {word}
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
