/** What is kept of people, for what and how long: each as a small table, readable on a phone. */
import { FactTable } from '~/components/title-block'
import * as m from '~/paraglide/messages'
import { groundWord, holdingWords } from '../domain/holding-words'
import { HOLDINGS } from '../domain/holdings'

export function HoldingsTable() {
  return (
    <section aria-labelledby="holdings" className="mt-10 grid gap-6">
      <h2 id="holdings">{m.privacy_table()}</h2>
      <ul className="grid gap-6">
        {HOLDINGS.map(({ id, ground }) => {
          const { what, why, keeps, seen } = holdingWords(id)
          return (
            <li key={id} className="grid gap-2">
              <h3>{what}</h3>
              <FactTable
                facts={[
                  { label: m.privacy_why(), value: why },
                  { label: m.privacy_keeps(), value: keeps },
                  { label: m.privacy_seen(), value: seen },
                  { label: m.privacy_ground(), value: groundWord(ground) },
                ]}
              />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
