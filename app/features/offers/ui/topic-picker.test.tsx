import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { TopicPicker } from './topic-picker'

afterEach(cleanup)

const TOPICS = [
  { id: 'bouw', label: 'Bouw', children: [{ id: 'bouw.hout', label: 'Hout' }] },
  { id: 'ict', label: 'ICT', children: [{ id: 'ict.netwerken', label: 'Netwerken' }] },
]

const show = (topics: readonly string[], main = '') =>
  render(
    <TopicPicker
      field={{ id: 'f-topics', name: 'topics', initialValue: topics }}
      main={{ id: 'f-main', name: 'mainTopic', initialValue: main }}
      legend="Onderwerpen"
      hint=""
      topics={TOPICS}
    />,
  )
const main = () => screen.queryByRole<HTMLSelectElement>('combobox', { name: 'Hoofdonderwerp' })
const tick = (name: string) => fireEvent.click(screen.getByRole('checkbox', { name, hidden: true }))

test('the main topic is asked as soon as there are two, and offers those alone', () => {
  show(['ict.netwerken'])
  expect(main()).toBeNull()
  tick('Hout')
  expect([...(main()?.options ?? [])].map(({ value }) => value)).toEqual(['bouw.hout', 'ict.netwerken'])
  tick('Netwerken')
  expect(main()).toBeNull()
})

test('the main topic stays chosen when another is ticked, and makes way when it is no longer ticked itself', () => {
  show(['bouw.hout', 'ict.netwerken'], 'ict.netwerken')
  expect(main()?.value).toBe('ict.netwerken')
  tick('Bouw: alles')
  expect(main()?.value).toBe('ict.netwerken')
  tick('Netwerken')
  expect(main()?.value).toBe('bouw')
})
