/** The words that offers and requests choose from. They are read here: to change one would change what is published. */
import { PageFrame } from '~/components/shell'
import * as m from '~/paraglide/messages'
import type { Vocabularies } from '../queries/lists.server'
import { AdminNav } from './admin-nav'

const LISTS: readonly (readonly [string, () => string])[] = [
  ['topic', m.administration_topics],
  ['subject', m.administration_subjects],
  ['profile', m.administration_profiles],
  ['network', m.administration_networks],
  ['top_sector', m.administration_top_sectors],
]

export function VocabulariesScreen({ words }: { readonly words: Vocabularies }) {
  return (
    <>
      <AdminNav />
      <PageFrame title={m.administration_vocabularies()} lead={m.administration_vocabularies_text()}>
        <div className="grid gap-10">
          {LISTS.map(([list, title]) => {
            const own = words.filter((word) => word.list === list)
            if (own.length === 0) return null
            return (
              <section key={list} aria-labelledby={`list-${list}`}>
                <h2 id={`list-${list}`} className="mb-3">
                  {title()}
                </h2>
                <ul className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
                  {own.map((word) => (
                    <li key={word.id} className="border-b border-line py-2 wrap-anywhere">
                      {word.nl}
                      {word.en === null || word.en === word.nl ? null : (
                        <span className="text-ink-soft" lang="en">
                          {' '}
                          {word.en}
                        </span>
                      )}{' '}
                      <span className="text-sm text-ink-soft tabular-nums">{word.used}</span>
                    </li>
                  ))}
                </ul>
              </section>
            )
          })}
        </div>
      </PageFrame>
    </>
  )
}
