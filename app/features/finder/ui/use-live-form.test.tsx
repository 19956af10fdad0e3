import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { createMemoryRouter, RouterProvider, useLoaderData } from 'react-router-dom'
import { afterEach, expect, test } from 'vitest'
import { readAddress } from '~/features/finder/domain/finder-address'
import type { FinderState } from '~/features/finder/domain/finder-state'
import { useLiveForm } from './use-live-form'

afterEach(cleanup)

function Form() {
  const [, draw] = useState(0)
  // A new object each time that it is drawn, as when the page is loaded once more.
  const state = { ...(useLoaderData() as FinderState) }
  const { form, onInput, onSubmit } = useLiveForm(state, new Set())
  return (
    <form ref={form} onInput={onInput} onSubmit={onSubmit}>
      <label>
        Excursie
        <input type="checkbox" name="kind" value="excursion" />
      </label>
      <label>
        Klas
        <select name="level" defaultValue="">
          <option value="">alle</option>
          <option value="vmbo-3">vmbo 3</option>
        </select>
      </label>
      <button type="button" onClick={() => draw((times) => times + 1)}>
        Teken opnieuw
      </button>
    </form>
  )
}

test('an answer that was overtaken does not take the newer choice back; Back does', async () => {
  const user = userEvent.setup()
  let holding: Promise<void> | null = null
  const loader = async ({ request }: { request: Request }) => {
    const { searchParams } = new URL(request.url)
    if (searchParams.has('level')) await holding
    return readAddress(searchParams, new Set()).state
  }
  const routes = [{ path: '/offers', element: <Form />, loader }]
  const router = createMemoryRouter(routes, { initialEntries: ['/offers'] })
  render(<RouterProvider router={router} />)
  const kind = await screen.findByRole<HTMLInputElement>('checkbox')
  await user.click(kind)
  await act(() => until(() => router.state.location.search === '?kind=excursion'))

  let answer = () => {}
  holding = new Promise((resolve) => {
    answer = resolve
  })
  const level = screen.getByRole<HTMLSelectElement>('combobox')
  await user.selectOptions(level, 'vmbo-3')
  await user.click(screen.getByRole('button'))
  expect(level.value).toBe('vmbo-3')
  answer()
  await act(() => until(() => router.state.location.search === '?kind=excursion&level=vmbo-3'))
  expect(level.value).toBe('vmbo-3')
  await act(() => router.navigate(-1))
  await act(() => until(() => router.state.location.search === '?kind=excursion'))
  expect(level.value).toBe('')
})

async function until(isTrue: () => boolean): Promise<void> {
  for (let i = 0; i < 100 && !isTrue(); i++) await new Promise((done) => setTimeout(done, 10))
  expect(isTrue()).toBe(true)
}
