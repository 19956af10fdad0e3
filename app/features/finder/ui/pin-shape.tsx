import type { OfferKind } from '~/kernel/education'

/** Round = guest lesson (and material), square = excursion, diamond = co-development, hexagon = event. 34 px in 44. */
const SHAPES: Record<OfferKind, string> = {
  'guest-lesson': 'M22 6.5a15.5 15.5 0 1 1 0 31a15.5 15.5 0 1 1 0 -31z',
  'lesson-material': 'M22 6.5a15.5 15.5 0 1 1 0 31a15.5 15.5 0 1 1 0 -31z',
  excursion:
    'M11 6.5h22a4.5 4.5 0 0 1 4.5 4.5v22a4.5 4.5 0 0 1 -4.5 4.5h-22a4.5 4.5 0 0 1 -4.5 -4.5v-22a4.5 4.5 0 0 1 4.5 -4.5z',
  'co-development': 'M22 3.5L40.5 22L22 40.5L3.5 22z',
  event: 'M22 4.5L37.5 13.2V30.8L22 39.5L6.5 30.8V13.2z',
}

export const PAIR_SHAPE = 'M22 6.5h20a15.5 15.5 0 0 1 0 31h-20a15.5 15.5 0 0 1 0 -31z'
export const LONG_PAIR_SHAPE = 'M22 6.5h40a15.5 15.5 0 0 1 0 31h-40a15.5 15.5 0 0 1 0 -31z'
export const MANY_SHAPE = 'M22 5.5a16.5 16.5 0 1 1 0 33a16.5 16.5 0 1 1 0 -33z'

export function pinShape(kind: OfferKind): string {
  return SHAPES[kind]
}

/** The number of a row, drawn as its pin on the map. */
export function RowPin({
  kind,
  rank,
  selected,
}: {
  readonly kind: OfferKind
  readonly rank: number
  readonly selected: boolean
}) {
  return (
    <span className="relative grid size-9 shrink-0 place-items-center">
      <svg aria-hidden viewBox="0 0 44 44" className="absolute inset-0 overflow-visible">
        {selected ? <path d={SHAPES[kind]} className="fill-none stroke-hold" strokeWidth={11} /> : null}
        <path
          d={SHAPES[kind]}
          className={selected ? 'fill-act stroke-act' : 'fill-surface stroke-act'}
          strokeWidth={3.5}
        />
      </svg>
      <span
        className={`relative pt-0.5 text-xs leading-none font-[750] tabular-nums ${selected ? 'text-on-fill' : 'text-act'}`}
      >
        {rank}
      </span>
    </span>
  )
}
