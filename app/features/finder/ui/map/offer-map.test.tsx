import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter, RouterProvider } from 'react-router-dom'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { FinderMap } from '~/features/finder/domain/finder-page'
import type { MapPoint } from '~search/port'
import { OfferMap } from './offer-map.client'

const ALMELO = { lat: 52.357, lng: 6.662 }
const MIDDELBURG = { lat: 51.498, lng: 3.61 }

const offer = (rank: number, title: string, point: MapPoint['point']): MapPoint => ({
  id: `offer-${rank}`,
  slug: `offer-${rank}`,
  rank,
  kind: rank % 2 ? 'guest-lesson' : 'excursion',
  title,
  organisationName: 'Haverlijn Robotsystemen',
  point,
})

const DATA: FinderMap = {
  points: [
    offer(1, 'Lasrobot op de laptop', ALMELO),
    offer(2, 'Lasrobots in de testhal', ALMELO),
    offer(3, 'Een arm die schrijft', ALMELO),
    offer(4, 'Asfalt van A tot Z', MIDDELBURG),
  ],
  from: { kind: 'place', label: 'Almelo', point: ALMELO },
  radiusKm: null,
}

beforeEach(() => {
  // why: jsdom lays nothing out and has none of these browser parts; Leaflet needs a size to know what is in view
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  )
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }))
  vi.stubGlobal('scrollTo', () => {})
  vi.stubGlobal('fetch', () => Promise.reject(new Error('no network')))
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(800)
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600)
})

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

function show(data = DATA) {
  const onPoint = vi.fn()
  const onChoose = vi.fn()
  const map = <OfferMap data={data} current={null} onPoint={onPoint} onChoose={onChoose} />
  const router = createMemoryRouter([{ path: '*', element: map }])
  render(<RouterProvider router={router} />)
  return { user: userEvent.setup(), onPoint, onChoose, router }
}

const HERE = /^3× aanbod op één plek/
const threeHere = () => screen.getByRole('button', { name: HERE })

test('a pin says how many offers stand at its point, in its text and in its name', () => {
  show()
  expect(threeHere().textContent).toBe('3×')
  expect(screen.getByRole('button', { name: /Nummer 4: Asfalt/ }).textContent).toBe('4')
})

test('pins come in the order of the list', () => {
  show()
  const names = screen
    .getAllByRole('button', { name: /Nummer|aanbod|aanbiedingen/ })
    .map((pin) => pin.getAttribute('data-first'))
  expect(names).toEqual(['offer-1', 'offer-4'])
})

test('Enter on a point opens all its offers as a list, Tab reaches each of them, Enter opens one', async () => {
  const { user, router, onChoose } = show()
  threeHere().focus()
  await user.keyboard('{Enter}')
  const panel = screen.getByRole('region', { name: '3 aanbiedingen op deze plek' })
  expect(within(panel).getAllByRole('listitem')).toHaveLength(3)
  expect(document.activeElement?.textContent).toBe('3 aanbiedingen op deze plek')
  expect(onChoose).toHaveBeenLastCalledWith('offer-1')

  await user.tab()
  await user.tab()
  await user.tab()
  expect(document.activeElement?.textContent).toBe('Lasrobots in de testhal')
  await user.keyboard('{Enter}')
  await waitFor(() => expect(router.state.location.pathname).toBe('/offers/offer-2'))
})

test('Escape closes the list and gives the focus back to its pin', async () => {
  const { user, onChoose } = show()
  threeHere().focus()
  await user.keyboard('{Enter}')
  await user.tab()
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('region', { name: /op deze plek/ })).toBeNull()
  expect(document.activeElement).toBe(threeHere())
  expect(onChoose).toHaveBeenLastCalledWith(null)
})

test('next goes on to the following point and comes round', async () => {
  const { user, onChoose } = show()
  await user.click(threeHere())
  await user.click(screen.getByRole('button', { name: 'Volgende op de kaart' }))
  expect(screen.getByRole('region', { name: '1 aanbieding op deze plek' })).toBeTruthy()
  expect(onChoose).toHaveBeenLastCalledWith('offer-4')
  await user.click(screen.getByRole('button', { name: 'Volgende op de kaart' }))
  expect(onChoose).toHaveBeenLastCalledWith('offer-1')
})

test('focus on a pin points at its row in the list', async () => {
  const { onPoint } = show()
  threeHere().focus()
  expect(onPoint).toHaveBeenLastCalledWith('offer-1')
  threeHere().blur()
  expect(onPoint).toHaveBeenLastCalledWith(null)
})

test('offers that lie close together are zoomed into, and the focus goes along', async () => {
  const near = { lat: 52.36, lng: 6.668 }
  const points = [
    offer(1, 'Lasrobot', ALMELO),
    offer(2, 'Testhal', near),
    offer(3, 'Schrijven', near),
    offer(4, 'Asfalt', MIDDELBURG),
  ]
  const { user } = show({ ...DATA, points })
  const cluster = screen.getByRole('button', { name: '3× aanbod bij elkaar, zoom in' })
  cluster.focus()
  await user.keyboard('{Enter}')
  await waitFor(() => expect(document.activeElement?.getAttribute('data-first')).toBe('offer-1'))
  expect(screen.getByRole('button', { name: /^2 3: 2 aanbiedingen op één plek/ })).toBeTruthy()
})
