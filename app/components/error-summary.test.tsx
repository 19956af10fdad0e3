import { cleanup, render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { createMemoryRouter, RouterProvider } from 'react-router-dom'
import { afterEach, expect, test } from 'vitest'
import { ErrorSummary } from './error-summary'

afterEach(cleanup)

const show = (element: ReactNode) =>
  render(<RouterProvider router={createMemoryRouter([{ path: '/', element }])} />)

test('takes the focus, counts what is wrong and leads to each field in the order of the page', () => {
  show(
    <ErrorSummary
      formErrors={['Dit bedrijf heb je al gevraagd.']}
      fields={[
        { id: 'f-groups', name: 'groups', errors: ['Vul een getal in.'] },
        { id: 'f-wish', name: 'wish' },
        { id: 'f-level', name: 'level', errors: ['Maak een keuze.'] },
      ]}
    />,
  )
  const box = screen.getByRole('alert')
  expect(document.activeElement).toBe(box)
  expect(screen.getByRole('heading').textContent).toBe('Er kloppen 2 dingen niet')
  expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
    '#f-groups',
    '#f-level',
  ])
  expect(box.textContent).toContain('Dit bedrijf heb je al gevraagd.')
})

test('is not there when nothing is wrong', () => {
  show(<ErrorSummary fields={[{ id: 'f', name: 'f' }]} />)
  expect(screen.queryByRole('alert')).toBeNull()
})
