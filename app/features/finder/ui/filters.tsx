/** The filters with counts: ticks in a row on a wide window, on a phone a page of their own (`?view=filters`). */
import { Link } from '@remix-run/react'
import { ChipTick } from '~/components/chip'
import { finderPath, type WordField } from '~/features/finder/domain/finder-address'
import type { FinderPage } from '~/features/finder/domain/finder-page'
import { activeParts, EMPTY_STATE, WORD_LISTS } from '~/features/finder/domain/finder-state'
import { OFFER_KINDS, OFFER_LOCATIONS, VMBO_TRACKS } from '~/kernel/education'
import * as m from '~/paraglide/messages'
import { getLocale } from '~/paraglide/runtime'
import { FacetList, type FacetValue } from './facet-list'
import { Dropdown } from './filter-dropdown'
import { PeriodFields } from './period-fields'
import { TopicList } from './topic-list'
import { kindWord, languageWord, locationWord, topicWord, trackWord } from './words'

export function Filters({ page }: { readonly page: FinderPage }) {
  const { state, counts } = page
  const onPhone = state.view === 'filters'
  const chips = (facet: 'kind' | 'free' | 'girlsFocus', value: string) => counts[facet]?.[value] ?? 0
  const periodEnds = [state.openFrom, state.openUntil].filter((end) => end !== null).length
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
              count={chips('kind', kind)}
            >
              {kindWord[kind]()}
            </ChipTick>
          ))}
          <ChipTick name="free" value="1" checked={state.free} count={chips('free', 'true')}>
            {m.finder_free()}
          </ChipTick>
          <ChipTick name="girls" value="1" checked={state.girls} count={chips('girlsFocus', 'true')}>
            {m.finder_girls()}
          </ChipTick>
        </div>
      </fieldset>
      {state.level?.level === 'vmbo' ? <Tracks page={page} /> : null}
      <Dropdown
        label={m.finder_topic()}
        chosen={state.topicIds.length}
        openOnPhone={onPhone && state.topicIds.length > 0}
        wide
      >
        <TopicList page={page} />
      </Dropdown>
      <Words page={page} field="subject" label={m.finder_subject()} />
      <Goals page={page} />
      <Dropdown label={m.finder_period()} chosen={periodEnds} openOnPhone={onPhone && periodEnds > 0}>
        <PeriodFields page={page} />
      </Dropdown>
      <Others page={page} />
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

type FieldProps = { readonly page: FinderPage; readonly field: WordField; readonly label: string }

function Words({ page, field, label }: FieldProps) {
  const chosen = page.state[WORD_LISTS[field]]
  return (
    <Dropdown
      label={label}
      chosen={chosen.length}
      openOnPhone={page.state.view === 'filters' && chosen.length > 0}
    >
      <FacetList name={field} legend={label} values={valuesOf(page, field)} chosen={chosen} hideLegend />
    </Dropdown>
  )
}

/** The words of the statute are Dutch, whatever the language of the page. */
function Goals({ page }: { readonly page: FinderPage }) {
  const { state } = page
  const values = valuesOf(page, 'goal').map((goal) => ({ ...goal, lang: 'nl' }))
  const of = (sector: string) => values.filter(({ value }) => value.startsWith(`${sector}-`))
  const sectors = [
    { label: m.finder_goal_primary(), values: of('po') },
    { label: m.finder_goal_secondary(), values: of('vo') },
  ].filter((sector) => sector.values.length > 0)
  return (
    <Dropdown
      label={m.finder_goal()}
      chosen={state.goalIds.length}
      openOnPhone={state.view === 'filters' && state.goalIds.length > 0}
    >
      <div className="space-y-3">
        {sectors.map((sector) => (
          <FacetList
            key={sector.label}
            name="goal"
            legend={sector.label}
            values={sector.values}
            chosen={state.goalIds}
            first={6}
          />
        ))}
        {sectors.length === 0 ? <p className="text-sm text-ink-soft">{m.finder_none_left()}</p> : null}
      </div>
    </Dropdown>
  )
}

/** The filters that fewer people ask for, beside each other. */
function Others({ page }: { readonly page: FinderPage }) {
  const { state, counts } = page
  const languages = [...new Set([...Object.keys(counts.language ?? {}), ...state.languages])].sort()
  const lists = [
    {
      name: 'location',
      legend: m.finder_location(),
      chosen: state.locations,
      values: OFFER_LOCATIONS.map((value) => ({
        value,
        label: locationWord[value](),
        count: counts.location?.[value] ?? 0,
      })),
    },
    {
      name: 'network',
      legend: m.finder_network(),
      chosen: state.networkIds,
      values: valuesOf(page, 'network'),
    },
    {
      name: 'language',
      legend: m.finder_language(),
      chosen: state.languages,
      values: languages.map((value) => ({
        value,
        label: languageWord(value),
        count: counts.language?.[value] ?? 0,
      })),
    },
    { name: 'region', legend: m.finder_region(), chosen: state.regionIds, values: valuesOf(page, 'region') },
    {
      name: 'organisation',
      legend: m.finder_organisation(),
      chosen: state.organisations,
      values: valuesOf(page, 'organisation'),
    },
  ]
  const chosen = lists.reduce((sum, list) => sum + list.chosen.length, 0)
  return (
    <Dropdown label={m.finder_more_filters()} chosen={chosen} openOnPhone={state.view === 'filters'} wide>
      <div className="gap-x-8 md:columns-3">
        {lists.map((list) => (
          <div key={list.name} className="mb-5 break-inside-avoid">
            <FacetList {...list} />
          </div>
        ))}
      </div>
    </Dropdown>
  )
}

function Tracks({ page: { state, counts } }: { readonly page: FinderPage }) {
  const year = state.level?.year === undefined ? '' : `-${state.level.year}`
  const values = VMBO_TRACKS.map((value) => ({
    value,
    label: trackWord[value](),
    count: counts.level?.[`vmbo${year}-${value}`] ?? 0,
  }))
  return (
    <Dropdown label={m.finder_track()} chosen={state.tracks.length} openOnPhone={state.view === 'filters'}>
      <FacetList name="track" legend={m.finder_track()} values={values} chosen={state.tracks} hideLegend />
    </Dropdown>
  )
}

function valuesOf({ words }: FinderPage, field: WordField): readonly FacetValue[] {
  const isForeign = getLocale() !== 'nl'
  return words[field].map((word) => ({
    value: word.id,
    label: topicWord(word),
    count: word.count,
    ...(isForeign && word.en === null ? { lang: 'nl' } : {}),
  }))
}
