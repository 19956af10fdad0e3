/** The filters with counts: ticks in a row on a wide window, on a phone a page of their own (`?view=filters`). */
import { Link } from '@remix-run/react'
import ChevronDown from 'lucide-react/icons/chevron-down'
import { type ReactNode, useEffect, useRef } from 'react'
import { ChipTick } from '~/components/chip'
import { finderPath } from '~/features/finder/domain/finder-address'
import type { FinderPage } from '~/features/finder/domain/finder-page'
import { activeParts, EMPTY_STATE } from '~/features/finder/domain/finder-state'
import { OFFER_KINDS, OFFER_LOCATIONS } from '~/kernel/education'
import * as m from '~/paraglide/messages'
import { kindWord, languageWord, locationWord, numberWord, topicWord } from './words'

export function Filters({ page }: { readonly page: FinderPage }) {
  const { state, counts, topics } = page
  const onPhone = state.view === 'filters'
  const count = (facet: keyof typeof counts, value: string) => counts[facet]?.[value] ?? 0
  const languages = [...new Set([...Object.keys(counts.language ?? {}), ...state.languages])].sort()
  return (
    <div
      className={`relative mx-auto mt-3 flex max-w-(--page) flex-wrap items-start gap-2 px-(--gutter) max-md:flex-col max-md:gap-4 ${onPhone ? '' : 'max-md:hidden'}`}
    >
      <fieldset className="contents">
        <legend className="sr-only">{m.finder_kind()}</legend>
        <div className="flex flex-wrap gap-2">
          {OFFER_KINDS.map((kind) => (
            <ChipTick
              key={kind}
              name="kind"
              value={kind}
              checked={state.kinds.includes(kind)}
              count={count('kind', kind)}
            >
              {kindWord[kind]()}
            </ChipTick>
          ))}
          <ChipTick name="free" value="1" checked={state.free} count={count('free', 'true')}>
            {m.finder_free()}
          </ChipTick>
        </div>
      </fieldset>
      <Dropdown
        label={m.finder_topic()}
        chosen={state.topicIds.length}
        openOnPhone={onPhone && state.topicIds.length > 0}
        wide
      >
        <ul className="gap-x-6 md:columns-3">
          {topics
            .filter((topic) => topic.parentId === null)
            .map((topic) => (
              <li key={topic.id} className="break-inside-avoid">
                <RowTick
                  name="topic"
                  value={topic.id}
                  checked={state.topicIds.includes(topic.id)}
                  count={count('topic', topic.id)}
                >
                  {topicWord(topic)}
                </RowTick>
                <ul className="ml-7">
                  {topics
                    .filter((child) => child.parentId === topic.id)
                    .filter((child) => count('topic', child.id) > 0 || state.topicIds.includes(child.id))
                    .map((child) => (
                      <li key={child.id}>
                        <RowTick
                          name="topic"
                          value={child.id}
                          checked={state.topicIds.includes(child.id)}
                          count={count('topic', child.id)}
                        >
                          {topicWord(child)}
                        </RowTick>
                      </li>
                    ))}
                </ul>
              </li>
            ))}
        </ul>
      </Dropdown>
      <Dropdown label={m.finder_location()} chosen={state.locations.length} openOnPhone={onPhone}>
        {OFFER_LOCATIONS.map((location) => (
          <RowTick
            key={location}
            name="location"
            value={location}
            checked={state.locations.includes(location)}
            count={count('location', location)}
          >
            {locationWord[location]()}
          </RowTick>
        ))}
      </Dropdown>
      <Dropdown label={m.finder_language()} chosen={state.languages.length} openOnPhone={onPhone}>
        {languages.map((code) => (
          <RowTick
            key={code}
            name="language"
            value={code}
            checked={state.languages.includes(code)}
            count={count('language', code)}
          >
            {languageWord(code)}
          </RowTick>
        ))}
      </Dropdown>
      {activeParts(state).length > 0 ? (
        <Link
          to={finderPath({ ...EMPTY_STATE, view: state.view })}
          preventScrollReset
          className="py-2 text-sm text-act-text underline underline-offset-[.22em] md:hidden"
        >
          {m.finder_clear()}
        </Link>
      ) : null}
    </div>
  )
}

type TickProps = {
  readonly name: string
  readonly value: string
  readonly checked: boolean
  readonly count: number
  readonly children: ReactNode
}

function RowTick({ name, value, checked, count, children }: TickProps) {
  return (
    <label className="flex min-h-9 cursor-pointer items-center gap-3 text-sm max-md:min-h-11">
      <input
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={checked}
        className="size-5 shrink-0 accent-act"
      />
      <span className="flex-1">{children}</span>
      <span className="text-ink-soft tabular-nums">{numberWord(count)}</span>
    </label>
  )
}

type DropdownProps = {
  readonly label: string
  readonly chosen: number
  readonly openOnPhone: boolean
  readonly wide?: boolean
  readonly children: ReactNode
}

/** A `<details>`: opens without JavaScript; with it, Escape and a press elsewhere close it. */
function Dropdown({ label, chosen, openOnPhone, wide = false, children }: DropdownProps) {
  const details = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const box = details.current
    if (!box) return
    const isPopover = () => matchMedia('(min-width: 48rem)').matches
    const onPress = (event: PointerEvent) => {
      if (isPopover() && event.target instanceof Node && !box.contains(event.target)) box.open = false
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !box.open || !isPopover()) return
      box.open = false
      box.querySelector('summary')?.focus()
    }
    document.addEventListener('pointerdown', onPress)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('pointerdown', onPress)
      document.removeEventListener('keydown', onKey)
    }
  }, [])
  return (
    <details
      ref={details}
      open={openOnPhone || undefined}
      className={`group max-md:w-full max-md:rounded-md max-md:border max-md:border-line-strong max-md:bg-surface ${wide ? '' : 'md:relative'}`}
    >
      <summary
        className={`flex h-10 cursor-pointer list-none items-center gap-2 rounded-full border border-line-strong bg-surface px-4 pt-0.5 text-sm max-md:h-12 max-md:border-0 max-md:font-[650] ${chosen > 0 ? 'md:border-2 md:border-act md:bg-act-soft md:font-[650] md:text-act-text' : ''}`}
      >
        {label}
        {chosen > 0 ? <span className="tabular-nums">{chosen}</span> : null}
        <ChevronDown
          aria-hidden
          size={17}
          strokeWidth={1.75}
          className="group-open:rotate-180 max-md:ml-auto"
        />
      </summary>
      <div
        className={`z-[1200] rounded-md bg-surface p-4 max-md:pt-0 md:absolute md:mt-1 md:max-h-[70vh] md:overflow-y-auto md:border md:border-line-strong md:shadow-lg ${wide ? 'md:right-(--gutter) md:left-(--gutter)' : 'md:left-0 md:w-72'}`}
      >
        <fieldset>
          <legend className="sr-only">{label}</legend>
          {children}
        </fieldset>
      </div>
    </details>
  )
}
