/** Topics with those under them; typing narrows both. */
import { useState } from 'react'
import type { FinderPage, TopicName } from '~/features/finder/domain/finder-page'
import { fold } from '~/kernel/fold'
import * as m from '~/paraglide/messages'
import { RowTick, TypeToNarrow } from './facet-list'
import { numberWord, topicWord } from './words'

/** Under a topic so many are shown before "more". */
const FIRST = 3

export function TopicList({ page: { state, counts, topics } }: { readonly page: FinderPage }) {
  const [typed, setTyped] = useState('')
  const wanted = fold(typed.trim())
  const count = (id: string) => counts.topic?.[id] ?? 0
  const isChosen = (id: string) => state.topicIds.includes(id)
  const fits = (topic: TopicName) => wanted === '' || fold(topicWord(topic)).includes(wanted)
  const tick = (topic: TopicName) => (
    <RowTick
      name="topic"
      value={topic.id}
      checked={isChosen(topic.id)}
      count={count(topic.id)}
      label={topicWord(topic)}
    />
  )
  const branch = (parent: TopicName) => {
    const children = topics
      .filter((child) => child.parentId === parent.id && (count(child.id) > 0 || isChosen(child.id)))
      .sort((a, b) => count(b.id) - count(a.id))
    const row = (child: TopicName) => (
      <li key={child.id} hidden={!fits(child) && !fits(parent)}>
        {tick(child)}
      </li>
    )
    const isFew = children.length <= FIRST + 1
    const rest = isFew ? [] : children.slice(FIRST)
    return (
      <li key={parent.id} className="break-inside-avoid" hidden={![parent, ...children].some(fits)}>
        {tick(parent)}
        <ul className="ml-7">{(isFew ? children : children.slice(0, FIRST)).map(row)}</ul>
        {rest.length > 0 ? (
          <details
            open={wanted !== '' || rest.some(({ id }) => isChosen(id)) || undefined}
            className="group/more ml-7"
          >
            <summary className="inline-flex min-h-9 cursor-pointer items-center text-sm text-act-text underline underline-offset-[.22em] group-open/more:hidden max-md:min-h-11">
              {m.finder_show_more({ shown: numberWord(rest.length) })}
            </summary>
            <ul>{rest.map(row)}</ul>
          </details>
        ) : null}
      </li>
    )
  }
  return (
    <>
      <TypeToNarrow legend={m.finder_topic()} typed={typed} onTyped={setTyped} />
      <ul className="gap-x-6 md:columns-3">
        {topics.filter(({ parentId }) => parentId === null).map(branch)}
      </ul>
    </>
  )
}
