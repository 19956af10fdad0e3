import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Toast } from './toast'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const news = (id: string) => ({ id, text: 'Verstuurd naar 2 bedrijven.' })

test('goes after eight seconds, the region that announces it stays', () => {
  render(<Toast news={news('a')} />)
  expect(screen.getByRole('status').textContent).toContain('Verstuurd naar 2 bedrijven.')
  act(() => vi.advanceTimersByTime(8_000))
  expect(screen.getByRole('status').textContent).toBe('')
})

test('the same sentence again is news again; no news leaves what is shown until its time', () => {
  const { rerender } = render(<Toast news={news('a')} />)
  fireEvent.click(screen.getByRole('button', { name: 'Sluit' }))
  rerender(<Toast news={news('a')} />)
  expect(screen.getByRole('status').textContent).toBe('')
  rerender(<Toast news={news('b')} />)
  rerender(<Toast news={null} />)
  expect(screen.getByRole('status').textContent).toContain('Verstuurd')
  act(() => vi.advanceTimersByTime(8_000))
  expect(screen.getByRole('status').textContent).toBe('')
})
