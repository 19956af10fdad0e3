/** The question: words, class, place and distance in one bar, the other filters under it. A plain GET form. */
import { Link } from '@remix-run/react'
import GraduationCap from 'lucide-react/icons/graduation-cap'
import MapPin from 'lucide-react/icons/map-pin'
import Search from 'lucide-react/icons/search'
import type { FormEvent, ReactNode, RefObject } from 'react'
import { finderPath, type Problem, writeBounds, writeLevel } from '~/features/finder/domain/finder-address'
import type { FinderPage } from '~/features/finder/domain/finder-page'
import { RADIUS_STEPS_KM, TEXT_MAX } from '~/features/finder/domain/finder-state'
import { LEVEL_YEARS, LEVELS } from '~/kernel/education'
import * as m from '~/paraglide/messages'
import { Filters } from './filters'
import { PlaceCombobox } from './place-combobox'
import { levelName, levelWord, numberWord, problemText } from './words'

export const FORM_ID = 'finder'

type Props = {
  readonly page: FinderPage
  readonly formRef: RefObject<HTMLFormElement>
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void
  readonly onInput: (event: FormEvent<HTMLElement>) => void
  readonly onPlaceLeft: (value: string) => void
}

const FIELD_CLASS =
  'h-[46px] w-full rounded-md border border-line-strong bg-surface px-3 pt-0.5 text-base text-ink placeholder:text-ink-soft aria-invalid:border-2 aria-invalid:border-danger'

export function FinderForm({ page, formRef, onSubmit, onInput, onPlaceLeft }: Props) {
  const { state, problems, school, from } = page
  const isArea = from?.kind === 'area' && state.place !== ''
  const wrong = (field: Problem['field']) => problems.find((problem) => problem.field === field)
  // On a phone the bar is only the words, unless filters are being chosen or something else in it is wrong.
  const openOnPhone = state.view === 'filters' || Boolean(wrong('level') ?? wrong('place') ?? wrong('radius'))
  const more = openOnPhone ? '' : 'max-md:hidden'
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is not known to all browsers that we support
    <form
      id={FORM_ID}
      ref={formRef}
      action="/offers"
      method="get"
      role="search"
      aria-label={m.finder_search_label()}
      onSubmit={onSubmit}
      onInput={onInput}
      className="no-print bg-sunken py-4 lg:border-b lg:border-line"
    >
      {state.view === 'auto' ? null : <input type="hidden" name="view" value={state.view} />}
      {state.bounds ? <input type="hidden" name="bounds" value={writeBounds(state.bounds)} /> : null}
      {state.plain.map((words) => (
        <input key={words} type="hidden" name="plain" value={words} />
      ))}
      <div className="mx-auto grid w-full max-w-(--page) grid-cols-[1fr_auto] gap-2 px-(--gutter) md:grid-cols-[1.4fr_1fr] lg:grid-cols-[1.6fr_1.1fr_1.2fr_.85fr_auto]">
        <FormField
          name="q"
          label={m.finder_text()}
          problem={wrong('q')}
          icon={<Search aria-hidden size={20} strokeWidth={1.75} />}
        >
          {(attributes) => (
            <input
              {...attributes}
              type="search"
              defaultValue={state.text || (wrong('q')?.given ?? '')}
              placeholder={m.finder_text_example()}
              maxLength={TEXT_MAX}
              enterKeyHint="search"
              autoComplete="off"
              className={`${FIELD_CLASS} pl-10`}
            />
          )}
        </FormField>
        <div className="pt-[1.625rem] md:hidden">
          <button
            type="submit"
            aria-label={m.finder_submit()}
            className="grid size-[46px] place-items-center rounded-md bg-act text-on-fill"
          >
            <Search aria-hidden size={20} strokeWidth={1.75} />
          </button>
        </div>
        <FormField
          name="level"
          label={m.finder_level()}
          problem={wrong('level')}
          className={`max-md:col-span-2 ${more}`}
          icon={<GraduationCap aria-hidden size={20} strokeWidth={1.75} />}
        >
          {(attributes) => (
            <select
              {...attributes}
              defaultValue={state.level ? writeLevel(state.level) : ''}
              className={`${FIELD_CLASS} pl-10`}
            >
              <option value="">{m.finder_level_any()}</option>
              {LEVELS.map((level) => (
                <optgroup key={level} label={levelName[level]()}>
                  <option value={level}>{m.finder_level_whole({ level: levelName[level]() })}</option>
                  {LEVEL_YEARS[level].map((year) => (
                    <option key={year} value={`${level}-${year}`}>
                      {levelWord({ level, year })}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          )}
        </FormField>
        <FormField
          name="place"
          label={m.finder_place()}
          problem={wrong('place')}
          className={`max-md:col-span-2 ${more}`}
          icon={<MapPin aria-hidden size={20} strokeWidth={1.75} />}
        >
          {(attributes) => (
            <PlaceCombobox
              {...attributes}
              defaultValue={state.place || (wrong('place')?.given ?? '')}
              onLeft={onPlaceLeft}
              className={`${FIELD_CLASS} pl-10`}
            />
          )}
        </FormField>
        <FormField
          name="radius"
          label={m.finder_radius()}
          problem={wrong('radius')}
          className={`max-md:col-span-2 ${more}`}
        >
          {(attributes) => (
            <select {...attributes} defaultValue={state.radiusKm ?? ''} className={FIELD_CLASS}>
              <option value="">{isArea ? m.finder_radius_area() : m.finder_radius_any()}</option>
              {radii(isArea ? 'none' : state.radiusKm).map((km) => (
                <option key={km} value={km}>
                  {m.finder_radius_to({ km })}
                </option>
              ))}
            </select>
          )}
        </FormField>
        <div className="max-md:hidden md:max-lg:col-span-2 lg:pt-[1.625rem]">
          <button
            type="submit"
            className="h-[46px] w-full rounded-md bg-act px-5 pt-0.5 font-[650] text-on-fill hover:bg-act-hover"
          >
            {m.finder_submit()}
          </button>
        </div>
      </div>
      {school && state.place !== school.place ? (
        <p className={`mx-auto mt-2 max-w-(--page) px-(--gutter) text-sm ${more}`}>
          <Link
            to={finderPath({ ...state, place: school.place, radiusKm: 25, page: 1 })}
            className="text-act-text underline underline-offset-[.22em]"
          >
            {m.finder_near_school()}
          </Link>
          <span className="text-ink-soft"> · {m.finder_near_school_hint({ school: school.name })}</span>
        </p>
      ) : null}
      <Filters page={page} />
      {state.view === 'filters' ? (
        <div className="sticky bottom-0 z-10 mt-4 bg-sunken px-(--gutter) py-3 md:hidden">
          <button
            type="submit"
            name="view"
            value="auto"
            className="h-[46px] w-full rounded-md bg-act px-5 pt-0.5 font-[650] text-on-fill"
          >
            {m.finder_show_results({ count: page.total, shown: numberWord(page.total) })}
          </button>
        </div>
      ) : null}
    </form>
  )
}

const radii = (asked: number | null | 'none') =>
  asked === 'none'
    ? []
    : [...new Set([...RADIUS_STEPS_KM, ...(asked === null ? [] : [asked])])].sort((a, b) => a - b)

export type FieldAttributes = {
  readonly id: string
  readonly name: string
  readonly 'aria-invalid'?: true
  readonly 'aria-describedby'?: string
}

type FieldProps = {
  readonly name: Problem['field']
  readonly label: string
  readonly problem: Problem | undefined
  readonly icon?: ReactNode
  readonly className?: string
  readonly children: (attributes: FieldAttributes) => ReactNode
}

function FormField({ name, label, problem, icon, className = '', children }: FieldProps) {
  const id = `finder-${name}`
  const errorId = `${id}-error`
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block text-sm font-[650]">
        {label}
      </label>
      <div className="relative">
        {icon ? (
          <span className="pointer-events-none absolute top-[13px] left-3 z-[1] text-ink-soft">{icon}</span>
        ) : null}
        {children({
          id,
          name,
          ...(problem ? { 'aria-invalid': true, 'aria-describedby': errorId } : {}),
        })}
      </div>
      {problem ? (
        <p id={errorId} className="mt-1 text-sm font-[650] text-danger-text">
          {problemText(problem)}
        </p>
      ) : null}
    </div>
  )
}
