/** The question as a sentence to fill in: a plain form that leads to the finder. */
import ChevronDown from 'lucide-react/icons/chevron-down'
import MapPin from 'lucide-react/icons/map-pin'
import Search from 'lucide-react/icons/search'
import { type ReactNode, useId } from 'react'
import { Button } from '~/components/button'
import { paths } from '~/components/paths'
import { levelName, levelWord } from '~/features/finder/ui/words'
import { LEVEL_YEARS, LEVELS, OFFER_KINDS, type OfferKind } from '~/kernel/education'
import * as m from '~/paraglide/messages'

const kindPhrase: Record<OfferKind, () => string> = {
  'guest-lesson': m.home_kind_guest_lesson,
  excursion: m.home_kind_excursion,
  'lesson-material': m.home_kind_lesson_material,
  'co-development': m.home_kind_co_development,
  event: m.home_kind_event,
}

const CONTROL =
  'h-14 w-full min-w-0 appearance-none rounded-md bg-transparent pr-10 pl-3 pt-6 pb-1 font-[650] placeholder:font-[400] placeholder:text-ink-soft'
/** What a place without a distance means. */
const NEARBY_KM = 25

export function HomeSearch({ place }: { readonly place: string }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is not known to all browsers that we support
    <form
      action={paths.finder()}
      method="get"
      role="search"
      aria-label={m.home_form_label()}
      className="card grid gap-3 p-4 sm:grid-cols-2 md:p-5"
    >
      <Blank label={m.home_form_kind()} icon="choice">
        {(id) => (
          <select id={id} name="kind" className={CONTROL}>
            <option value="">{m.home_form_kind_any()}</option>
            {OFFER_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {kindPhrase[kind]()}
              </option>
            ))}
          </select>
        )}
      </Blank>
      <Blank label={m.home_form_about()}>
        {(id) => (
          <input
            id={id}
            name="q"
            type="search"
            maxLength={200}
            placeholder={m.home_form_about_example()}
            autoComplete="off"
            className={CONTROL}
          />
        )}
      </Blank>
      <Blank label={m.home_form_for()} icon="choice">
        {(id) => (
          <select id={id} name="level" className={CONTROL}>
            <option value="">{m.home_form_for_any()}</option>
            {LEVELS.map((level) => (
              <optgroup key={level} label={levelName[level]()}>
                <option value={level}>{levelName[level]()}</option>
                {LEVEL_YEARS[level].map((year) => (
                  <option key={year} value={`${level}-${year}`}>
                    {levelWord({ level, year })}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        )}
      </Blank>
      <Blank label={m.home_form_near()} icon="place">
        {(id) => (
          <input
            id={id}
            name="place"
            type="text"
            maxLength={80}
            defaultValue={place}
            placeholder={m.home_form_near_example()}
            autoComplete="postal-code"
            className={CONTROL}
          />
        )}
      </Blank>
      <input type="hidden" name="radius" value={NEARBY_KM} />
      <div className="sm:col-span-2">
        <Button className="max-sm:w-full">
          <Search aria-hidden size={20} strokeWidth={1.75} />
          {m.common_to_finder()}
        </Button>
      </div>
    </form>
  )
}

type BlankProps = {
  readonly label: string
  readonly icon?: 'choice' | 'place'
  readonly children: (id: string) => ReactNode
}

/** One blank of the sentence: the label stands inside its border, above what is filled in. */
function Blank({ label, icon, children }: BlankProps) {
  const id = useId()
  const look = {
    'aria-hidden': true,
    size: 20,
    strokeWidth: 1.75,
    className: 'pointer-events-none absolute right-3 bottom-2.5 text-ink-soft',
  } as const
  return (
    <div className="relative rounded-md border border-line-strong bg-surface">
      <label htmlFor={id} className="absolute top-1.5 left-3 text-xs text-ink-soft">
        {label}
      </label>
      {children(id)}
      {icon === 'choice' ? <ChevronDown {...look} /> : null}
      {icon === 'place' ? <MapPin {...look} /> : null}
    </div>
  )
}
