/** The tree of topics: a row per main topic that opens on its parts. What is chosen stands open. */
import ChevronDown from 'lucide-react/icons/chevron-down'
import { CheckList } from '~/components/check-list'
import { chosenOf, type FieldLike, Fieldset } from '~/components/field'
import * as m from '~/paraglide/messages'
import type { TopicBranch } from '../queries/vocabularies.server'

type Props = {
  readonly field: FieldLike
  readonly legend: string
  readonly hint: string
  readonly topics: readonly TopicBranch[]
}

export function TopicPicker({ field, legend, hint, topics }: Props) {
  const chosen = new Set(chosenOf(field.initialValue))
  return (
    <Fieldset field={field} legend={legend} hint={hint}>
      <div className="card divide-y divide-line">
        {topics.map(({ id, label, children }) => {
          const count = [id, ...children.map((child) => child.id)].filter((topic) => chosen.has(topic)).length
          return (
            <details key={id} open={count > 0} className="group/topic">
              <summary className="flex min-h-12 list-none items-center gap-3 px-4 pt-0.5 [&::-webkit-details-marker]:hidden">
                <span className="flex-1">{label}</span>
                {/* By style alone, so that it follows the ticks without JavaScript too. */}
                <span className="hidden text-sm font-[650] text-act-text group-has-checked/topic:inline">
                  {m.offers_form_topic_chosen()}
                </span>
                <ChevronDown
                  aria-hidden
                  size={20}
                  strokeWidth={1.75}
                  className="shrink-0 text-ink-soft group-open/topic:rotate-180"
                />
              </summary>
              <div className="px-4 pb-3">
                <CheckList
                  field={field}
                  options={[
                    { value: id, label: m.offers_form_topic_whole({ topic: label }) },
                    ...children.map((child) => ({ value: child.id, label: child.label })),
                  ]}
                />
              </div>
            </details>
          )
        })}
      </div>
    </Fieldset>
  )
}
