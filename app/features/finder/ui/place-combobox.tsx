/**
 * The place field: text that the server understands. With JavaScript a list of what may be meant opens under it, grouped by
 * what it is (ARIA 1.2 combobox: the focus stays in the field, the arrows walk the list, Enter takes, Escape closes).
 */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { PLACE_MAX } from '~/features/finder/domain/finder-state'
import * as m from '~/paraglide/messages'
import type { FieldAttributes } from './finder-form'
import { type PlaceChoice, usePlaceChoices } from './use-place-choices'

const GROUP_WORD: Record<PlaceChoice['kind'], () => string> = {
  postcode: m.finder_place_group_postcode,
  place: m.finder_place_group_place,
  municipality: m.finder_place_group_municipality,
  region: m.finder_place_group_region,
  province: m.finder_place_group_province,
  school: m.finder_place_group_school,
}
const GROUPS = Object.keys(GROUP_WORD) as PlaceChoice['kind'][]

type Props = FieldAttributes & {
  readonly defaultValue: string
  readonly onLeft: (value: string) => void
  readonly className: string
}

export function PlaceCombobox({ onLeft, ...attributes }: Props) {
  const field = useRef<HTMLInputElement>(null)
  const listId = useId()
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const [awake, setAwake] = useState(false)
  const choices = usePlaceChoices(typed)
  useEffect(() => setAwake(true), [])
  // The index of a choice is that in the list as it is drawn: group by group.
  const drawn = GROUPS.flatMap((kind) => choices.filter((choice) => choice.kind === kind))
  const shown = open && drawn.length > 0
  const idOf = (i: number) => `${listId}-${i}`

  const close = () => {
    setOpen(false)
    setAt(-1)
  }
  const take = (choice: PlaceChoice) => {
    if (field.current) field.current.value = choice.ask
    setTyped('')
    close()
    onLeft(choice.ask)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = STEPS[event.key]
    const chosen = drawn[at]
    if (step && drawn.length > 0) {
      event.preventDefault()
      setOpen(true)
      setAt(shown ? step(at, drawn.length) : step(-1, drawn.length))
    } else if (event.key === 'Enter' && shown && chosen) {
      event.preventDefault()
      take(chosen)
    } else if (event.key === 'Escape' && shown) {
      event.preventDefault()
      close()
    }
  }

  return (
    <>
      <input
        {...attributes}
        {...(awake
          ? {
              role: 'combobox',
              'aria-autocomplete': 'list' as const,
              'aria-expanded': shown,
              'aria-controls': listId,
              ...(shown && at >= 0 ? { 'aria-activedescendant': idOf(at) } : {}),
            }
          : {})}
        ref={field}
        type="text"
        placeholder={m.finder_place_example()}
        maxLength={PLACE_MAX}
        autoComplete="off"
        onInput={(event) => {
          setTyped(event.currentTarget.value)
          setOpen(true)
          setAt(-1)
        }}
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          close()
          onLeft(event.currentTarget.value)
        }}
      />
      <div
        id={listId}
        role="listbox"
        aria-label={m.finder_place_list()}
        hidden={!shown}
        className="absolute inset-x-0 top-full z-[1300] mt-1 max-h-96 min-w-72 overflow-y-auto rounded-md border border-line-strong bg-surface py-2 shadow-lg"
      >
        {GROUPS.map((kind) => {
          const group = drawn.filter((choice) => choice.kind === kind)
          if (group.length === 0) return null
          return (
            <Group key={kind} label={GROUP_WORD[kind]()}>
              {group.map((choice) => {
                const i = drawn.indexOf(choice)
                return (
                  <Choice key={choice.ask} id={idOf(i)} choice={choice} active={i === at} onTake={take} />
                )
              })}
            </Group>
          )
        })}
      </div>
      <span role="status" className="sr-only">
        {shown ? m.finder_place_count({ count: drawn.length }) : ''}
      </span>
    </>
  )
}

const STEPS: Readonly<Record<string, ((at: number, count: number) => number) | undefined>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at <= 0 ? count : at) - 1,
}

function Group({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options in a listbox is no fieldset
    <div role="group" aria-labelledby={id}>
      <div id={id} className="px-3 pt-1 text-xs text-ink-soft">
        {label}
      </div>
      {children}
    </div>
  )
}

type ChoiceProps = {
  readonly id: string
  readonly choice: PlaceChoice
  readonly active: boolean
  readonly onTake: (choice: PlaceChoice) => void
}

function Choice({ id, choice, active, onTake }: ChoiceProps) {
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which keeps the focus
    <div
      ref={row}
      id={id}
      role="option"
      aria-selected={active}
      tabIndex={-1}
      // The focus stays in the field; a finger that only scrolls the list takes nothing.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onTake(choice)}
      className={`grid min-h-11 cursor-pointer content-center border-l-4 px-3 pt-1 pb-0.5 ${active ? 'border-act bg-act-soft text-act-text' : 'border-transparent hover:bg-sunken'}`}
    >
      <span className="leading-5 wrap-break-word">{choice.label}</span>
      {choice.detail ? <span className="text-sm text-ink-soft">{choice.detail}</span> : null}
    </div>
  )
}
