/** One field that finds a school. A plain GET form: the address holds the question. */
import { Form } from '@remix-run/react'
import { Button } from '~/components/button'
import * as m from '~/paraglide/messages'
import { ASKED_MAX } from '../domain/school-search'

type Props = {
  /** Where the answer is shown. */
  readonly action: string
  readonly asked: string
  /** Fields that go along with the question. */
  readonly carried?: readonly (readonly [name: string, value: string])[]
}

export function SchoolSearchForm({ action, asked, carried = [] }: Props) {
  return (
    <Form action={action} method="get" role="search" aria-label={m.schools_search_label()}>
      {carried.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <label htmlFor="school-search" className="block font-[650]">
        {m.schools_field()}
      </label>
      <p id="school-search-hint" className="text-sm text-ink-soft">
        {m.schools_field_hint()}
      </p>
      <div className="mt-1.5 flex gap-2 max-sm:flex-col">
        <input
          // A question that is taken back by the Back button shows in the field again.
          key={asked}
          id="school-search"
          type="search"
          name="q"
          defaultValue={asked}
          maxLength={ASKED_MAX}
          autoComplete="off"
          enterKeyHint="search"
          aria-describedby="school-search-hint"
          className="field-box"
        />
        <Button className="shrink-0">{m.schools_submit()}</Button>
      </div>
    </Form>
  )
}
