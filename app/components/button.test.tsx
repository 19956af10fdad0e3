import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { Button } from './button'

afterEach(cleanup)

test('a busy button says so, keeps the focus and ignores the second press', () => {
  const send = vi.fn((event: { preventDefault(): void }) => event.preventDefault())
  const form = (busy: boolean) => (
    <form onSubmit={send}>
      <Button busy={busy} busyText="Bezig met versturen…">
        Verstuur
      </Button>
    </form>
  )
  const { rerender } = render(form(false))
  const button = screen.getByRole('button', { name: 'Verstuur' })
  button.focus()
  fireEvent.click(button)
  rerender(form(true))
  fireEvent.click(screen.getByRole('button', { name: 'Bezig met versturen…' }))
  expect(send).toHaveBeenCalledTimes(1)
  expect(document.activeElement).toBe(button)
  expect(button.hasAttribute('disabled')).toBe(false)
})
