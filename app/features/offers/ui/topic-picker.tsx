/** The tree of topics: a row per main topic that opens on its parts. What is chosen stands open. */

import ChevronDown from 'lucide-react/icons/chevron-down'
import { type FormEvent, type MouseEvent, useState } from 'react'
import { Button } from '~/components/button'
import { CheckList } from '~/components/check-list'
import { chosenOf, type FieldLike, Fieldset, Select } from '~/components/field'
import * as m from '~/paraglide/messages'
import type { TopicBranch } from '../queries/vocabularies.server'

type Props = {
  readonly field: FieldLike
  /** Of several the one that it is about most; where it matters. */
  readonly main?: FieldLike
  readonly legend: string
  readonly hint: string
  readonly topics: readonly TopicBranch[]
  /** Ids that the text of the offer names, the best first. */
  readonly suggested?: readonly string[]
}

export function TopicPicker({ field, main, legend, hint, topics, suggested = [] }: Props) {
  const [ticked, setTicked] = useState(chosenOf(field.initialValue))
  const chosen = new Set(chosenOf(field.initialValue))
  const follow = ({ target }: FormEvent<HTMLElement>) => {
    if (!(target instanceof HTMLInputElement) || target.name !== field.name) return
    const { checked, value } = target
    setTicked((before) => (checked ? [...before, value] : before.filter((id) => id !== value)))
  }
  return (
    <div className="grid gap-6" onChange={follow}>
      <Fieldset field={field} legend={legend} hint={hint}>
        <Suggested topics={topics} suggested={suggested} />
        <div className="card divide-y divide-line">
          {topics.map(({ id, label, children }) => {
            const count = [id, ...children.map((child) => child.id)].filter((topic) =>
              chosen.has(topic),
            ).length
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
      {main ? <MainTopic field={main} topics={topics} ticked={ticked} /> : null}
    </div>
  )
}

/** Asked as soon as there are two to choose from; who has no JavaScript chooses from all. */
function MainTopic({
  field,
  topics,
  ticked,
}: {
  readonly field: FieldLike
  readonly topics: readonly TopicBranch[]
  readonly ticked: readonly string[]
}) {
  const all = topics.flatMap(({ id, label, children }) => [
    { value: id, label: m.offers_form_topic_whole({ topic: label }) },
    ...children.map((child) => ({ value: child.id, label: child.label })),
  ])
  const asked = { field, label: m.offers_form_main_topic(), hint: m.offers_form_main_topic_hint() }
  if (ticked.length > 1)
    return <Select {...asked} options={all.filter(({ value }) => ticked.includes(value))} />
  return (
    <noscript>
      <Select
        {...asked}
        optional={m.offers_form_optional()}
        options={all}
        empty={m.offers_form_main_topic_first()}
      />
    </noscript>
  )
}

/** One press takes one: with JavaScript it ticks the box, without it the form is saved with it. */
function Suggested({ topics, suggested }: Required<Pick<Props, 'topics' | 'suggested'>>) {
  const all = topics.flatMap((topic) => [topic, ...topic.children])
  const shown = suggested.flatMap((id) => all.find((topic) => topic.id === id) ?? [])
  if (shown.length === 0) return null
  return (
    <div className="mb-3">
      <p className="text-sm text-ink-soft">{m.offers_topics_suggested()}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        {shown.map(({ id, label }) => (
          <Button
            key={id}
            look="second"
            size="small"
            name="take"
            value={id}
            aria-label={m.offers_topics_take({ topic: label })}
            onClick={tick}
          >
            {label}
          </Button>
        ))}
      </div>
    </div>
  )
}

function tick(event: MouseEvent<HTMLButtonElement>): void {
  const { form, value } = event.currentTarget
  const boxes = form?.querySelectorAll<HTMLInputElement>('input[name="topics"]') ?? []
  const box = [...boxes].find((input) => input.value === value)
  if (!box) return
  event.preventDefault()
  box.closest('details')?.setAttribute('open', '')
  if (!box.checked) box.click()
}
