/**
 * The values of one filter with their counts. Of a long list the first are shown and the rest is one press away, with or
 * without JavaScript; with it, typing narrows the list.
 */
import { type KeyboardEvent, type ReactNode, useEffect, useId, useState } from 'react'
import { fold } from '~/kernel/fold'
import * as m from '~/paraglide/messages'
import { numberWord } from './words'

export type FacetValue = {
  readonly value: string
  readonly label: string
  readonly count: number
  /** Of a label that is not in the language of the page. */
  readonly lang?: string
}

type Props = {
  readonly name: string
  readonly legend: string
  readonly values: readonly FacetValue[]
  readonly chosen: readonly string[]
  /** Shown before "more". */
  readonly first?: number
  /** The legend is read by the box around it already. */
  readonly hideLegend?: boolean
}

/** From so many on typing is quicker than looking. */
const LONG = 12

export function FacetList({ name, legend, values, chosen, first = 8, hideLegend = false }: Props) {
  const [typed, setTyped] = useState('')
  const wanted = fold(typed.trim())
  const fits = ({ label }: FacetValue) => wanted === '' || fold(label).includes(wanted)
  const isFew = values.length <= first + 2
  const shown = isFew ? values : values.slice(0, first)
  const rest = isFew ? [] : values.slice(first)
  const tick = (value: FacetValue) => (
    <li key={value.value} hidden={!fits(value)}>
      <RowTick name={name} {...value} checked={chosen.includes(value.value)} />
    </li>
  )
  return (
    <fieldset className="min-w-0">
      <legend className={hideLegend ? 'sr-only' : 'mb-1 font-[650] text-sm'}>{legend}</legend>
      {values.length > LONG ? <TypeToNarrow legend={legend} typed={typed} onTyped={setTyped} /> : null}
      {values.length === 0 ? <p className="text-sm text-ink-soft">{m.finder_none_left()}</p> : null}
      <ul>{shown.map(tick)}</ul>
      {rest.length > 0 ? (
        // What is chosen or looked for is never behind a press.
        <details
          open={wanted !== '' || rest.some(({ value }) => chosen.includes(value)) || undefined}
          className="group/more"
        >
          <summary
            className={`inline-flex min-h-9 cursor-pointer items-center text-sm text-act-text underline underline-offset-[.22em] group-open/more:hidden max-md:min-h-11 ${wanted === '' ? '' : 'hidden'}`}
          >
            {m.finder_show_more({ shown: numberWord(rest.length) })}
          </summary>
          <ul>{rest.map(tick)}</ul>
        </details>
      ) : null}
      <p role="status" className="text-sm text-ink-soft">
        {wanted !== '' && !values.some(fits) ? m.finder_type_none() : ''}
      </p>
    </fieldset>
  )
}

type TypeProps = {
  readonly legend: string
  readonly typed: string
  readonly onTyped: (text: string) => void
}

/** Asks nothing of the server: what is typed never belongs to the question. */
export function TypeToNarrow({ legend, typed, onTyped }: TypeProps) {
  const id = useId()
  const [works, setWorks] = useState(false)
  useEffect(() => setWorks(true), [])
  if (!works) return null
  const stay = (event: KeyboardEvent) => event.key === 'Enter' && event.preventDefault()
  return (
    <div className="mb-2">
      <label htmlFor={id} className="sr-only">
        {m.finder_type_to_narrow({ filter: legend })}
      </label>
      <input
        id={id}
        type="search"
        value={typed}
        placeholder={m.finder_type_to_narrow({ filter: legend.toLowerCase() })}
        autoComplete="off"
        onInput={(event) => {
          event.stopPropagation()
          onTyped(event.currentTarget.value)
        }}
        onChange={() => {}}
        onKeyDown={stay}
        className="h-10 w-full rounded-md border border-line-strong bg-surface px-3 pt-0.5 text-sm placeholder:text-ink-soft max-md:h-11"
      />
    </div>
  )
}

type TickProps = {
  readonly name: string
  readonly value: string
  readonly checked: boolean
  readonly count: number
  readonly label: ReactNode
  readonly lang?: string
}

export function RowTick({ name, value, checked, count, label, lang }: TickProps) {
  return (
    <label className="flex min-h-9 cursor-pointer items-center gap-3 text-sm max-md:min-h-11">
      <input
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={checked}
        className="size-5 shrink-0 accent-act"
      />
      <span className="flex-1" lang={lang}>
        {label}
      </span>
      <span className="text-ink-soft tabular-nums">{numberWord(count)}</span>
    </label>
  )
}
