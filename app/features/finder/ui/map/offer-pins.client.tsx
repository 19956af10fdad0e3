/** The pins in view, as buttons in the order of the list: one offer, a pair with both numbers, or "7×". */
import { Polyline, useMap } from 'react-leaflet'
import { Overlay, useSettled } from '~/components/map/overlay.client'
import type { MapGroup, MapIndex } from '~/features/finder/domain/map-groups'
import type { From } from '~/features/finder/domain/place-answer'
import { LONG_PAIR_SHAPE, MANY_SHAPE, PAIR_SHAPE, pinShape } from '~/features/finder/ui/pin-shape'
import * as m from '~/paraglide/messages'
import { groupsInView, useGroupPress } from './use-group-press'

type Props = {
  readonly index: MapIndex
  /** Where the trace to the current pin begins. */
  readonly from: From | null
  readonly current: string | null
  readonly onPoint: (id: string | null) => void
  readonly onOpen: (group: MapGroup, button: HTMLElement) => void
}

export function OfferPins({ index, from, current, onPoint, onOpen }: Props) {
  const map = useMap()
  useSettled(map)
  const groups = groupsInView(index, map)
  const press = useGroupPress(map, onOpen)

  const to = groups.find(({ offers }) => offers.some(({ id }) => id === current))?.point
  return (
    <>
      {from && to ? (
        <Polyline
          positions={[
            [from.point.lat, from.point.lng],
            [to.lat, to.lng],
          ]}
          className="map-trace"
          interactive={false}
        />
      ) : null}
      <Overlay
        items={groups.map((group) => ({
          key: group.key,
          point: group.point,
          element: <Pin group={group} current={current} onPoint={onPoint} onPress={press} />,
        }))}
      />
    </>
  )
}

type PinProps = {
  readonly group: MapGroup
  readonly current: string | null
  readonly onPoint: (id: string | null) => void
  readonly onPress: (group: MapGroup, button: HTMLElement, byMouse: boolean) => void
}

function Pin({ group, current, onPoint, onPress }: PinProps) {
  const { offers } = group
  const [first, second] = offers
  if (!first) return null
  const isCurrent = current !== null && offers.some(({ id }) => id === current)
  const mark = markOf(offers)
  const form = offers.length === 1 ? 'one' : offers.length === 2 ? 'pair' : 'many'
  // Three figures, or two and the sign, do not fit in the size of one or two.
  const isLong = form === 'many' ? offers.length >= 10 : (second ?? first).rank >= 100
  const pair = isLong ? LONG_PAIR_SHAPE : PAIR_SHAPE
  const shape = form === 'one' ? pinShape(first.kind) : form === 'pair' ? pair : MANY_SHAPE
  return (
    <button
      type="button"
      className={`map-pin ${form === 'one' ? '' : `is-${form}`} ${isLong ? 'is-long' : ''}`}
      aria-label={pinName(group)}
      aria-current={isCurrent || undefined}
      data-first={first.id}
      onClick={(event) => onPress(group, event.currentTarget, event.detail > 0)}
      onMouseEnter={() => onPoint(first.id)}
      onMouseLeave={() => onPoint(null)}
      onFocus={() => onPoint(first.id)}
      onBlur={() => onPoint(null)}
    >
      <svg aria-hidden viewBox={`0 0 ${form === 'pair' ? (isLong ? 84 : 64) : 44} 44`}>
        <path d={shape} className="pin-edge" />
        <path d={shape} className="pin-body" />
      </svg>
      <span>{mark}</span>
    </button>
  )
}

/** What stands on the pin: the number of the row, both numbers of a pair, or how many. */
function markOf(offers: MapGroup['offers']): string {
  return offers.length > 2 ? `${offers.length}×` : offers.map(({ rank }) => rank).join(' ')
}

/** Begins with what stands on the pin, so that it can be said to a computer that listens. */
function pinName({ offers, fallsApartAt }: MapGroup): string {
  const [first] = offers
  const mark = markOf(offers)
  if (first && offers.length === 1)
    return m.finder_map_pin({ rank: first.rank, title: first.title, organisation: first.organisationName })
  if (offers.length === 2)
    return fallsApartAt === null
      ? m.finder_map_pair_same_point({ mark })
      : m.finder_map_pair_cluster({ mark })
  return fallsApartAt === null ? m.finder_map_same_point({ mark }) : m.finder_map_cluster({ mark })
}
