/** What somebody who types a place may mean, asked after a pause. */
import { useEffect, useState } from 'react'
import type { WhereKind } from '~/features/finder/domain/place-answer'

export type PlaceChoice = {
  readonly kind: WhereKind
  readonly label: string
  readonly detail: string
  readonly ask: string
}

const PAUSE_MS = 150
const SHORTEST = 2

/** @returns those of before until the new ones are there; none when too little is typed or when it fails. */
export function usePlaceChoices(typed: string): readonly PlaceChoice[] {
  const [choices, setChoices] = useState<readonly PlaceChoice[]>([])
  useEffect(() => {
    if (typed.trim().length < SHORTEST) {
      setChoices([])
      return
    }
    const asking = new AbortController()
    const timer = setTimeout(() => {
      fetch(`/api/places?q=${encodeURIComponent(typed)}`, { signal: asking.signal })
        .then((answer) => (answer.ok ? answer.json() : { choices: [] }))
        .then(({ choices: found }: { choices: readonly PlaceChoice[] }) => setChoices(found))
        .catch(() => {
          // Who types on asks anew; what was asked before then is nobody's.
          if (!asking.signal.aborted) setChoices([])
        })
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [typed])
  return choices
}
