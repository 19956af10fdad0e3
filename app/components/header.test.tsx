import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter, RouterProvider } from 'react-router-dom'
import { afterEach, expect, test } from 'vitest'
import { Header } from './header'
import type { ShellReader } from './shell'

afterEach(cleanup)

const NOBODY: ShellReader = {
  name: 'M. de Wit',
  hasSchool: false,
  hasOrganisation: false,
  coordinates: false,
  isAdministrator: false,
  lookedAtUntil: null,
  emailVerified: true,
  unread: 0,
  unreadConversations: 0,
}

function show(facts: Partial<ShellReader> | null, at = '/offers?q=robot') {
  const element = (
    <Header reader={facts && { ...NOBODY, ...facts }} locale="nl" theme="system" isDemo={false} />
  )
  render(<RouterProvider router={createMemoryRouter([{ path: '*', element }], { initialEntries: [at] })} />)
  const [nav] = screen.getAllByRole('navigation', { name: 'Hoofdmenu' })
  if (!nav) throw new Error('there is no menu')
  return within(nav)
    .getAllByRole('link')
    .map((link) => link.textContent)
}

test.each([
  ['a visitor', null, ['Zoeken', 'Scholen', 'Voor bedrijven', 'Regio’s']],
  [
    'a teacher',
    { hasSchool: true },
    ['Overzicht', 'Zoeken', 'Mijn hulpvragen', 'Mijn school', 'Afspraken', 'Gesprekken', 'Regio’s'],
  ],
  [
    'somebody of a company',
    { hasOrganisation: true },
    ['Overzicht', 'Zoeken', 'Vragen van scholen', 'Mijn bedrijf', 'Afspraken', 'Gesprekken', 'Regio’s'],
  ],
  ['a coordinator', { coordinates: true }, ['Zoeken', 'Scholen', 'Voor bedrijven', 'Werkbank', 'Regio’s']],
])('%s finds the pages of their own', (_who, facts, names) => {
  expect(show(facts)).toEqual(names)
})

test('says which page it is, and leads past the menu first', () => {
  show(null)
  expect(screen.getAllByRole('link', { current: 'page' })[0]?.textContent).toBe('Zoeken')
  expect(document.querySelector('a')?.getAttribute('href')).toBe('#main')
})

test('changes the language by a form that comes back to the page', () => {
  show(null)
  const [button] = screen.getAllByRole('button', { name: 'English' })
  const form = button?.closest('form')
  expect(form?.getAttribute('action')).toBe('/language')
  expect(form?.querySelector('input')?.value).toBe('/offers?q=robot')
  expect(button?.getAttribute('lang')).toBe('en')
})

test('Escape closes the small menu and gives the focus back', async () => {
  show(null)
  const user = userEvent.setup()
  const box = document.querySelector('details')
  const summary = document.querySelector('summary')
  if (!box || !summary) throw new Error('there is no small menu')
  await user.click(summary)
  box.open = true
  await user.keyboard('{Escape}')
  expect(box.open).toBe(false)
  expect(document.activeElement).toBe(summary)
  box.open = true
  await user.click(document.body)
  expect(box.open).toBe(false)
})
