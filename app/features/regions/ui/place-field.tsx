/** A place or postcode as text. With JavaScript the browser's own list suggests; the server understands what is typed. */
import { useEffect, useId, useState } from 'react'

type Props = {
  readonly label: string
  readonly hint: string
  readonly defaultValue: string
  /** What is wrong with it; nothing when empty. */
  readonly error?: string
}

const PAUSE_MS = 200

export function PlaceField({ label, hint, defaultValue, error = '' }: Props) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const places = usePlaces(typed)
  return (
    <div className="min-w-0 flex-1">
      <label htmlFor={id} className="block font-[650]">
        {label}
      </label>
      <p id={`${id}-hint`} className="text-sm text-ink-soft">
        {hint}
      </p>
      <input
        key={defaultValue}
        id={id}
        name="place"
        type="text"
        defaultValue={defaultValue}
        maxLength={100}
        autoComplete="off"
        list={`${id}-places`}
        onInput={(event) => setTyped(event.currentTarget.value)}
        aria-invalid={error !== '' || undefined}
        aria-describedby={`${id}-hint${error === '' ? '' : ` ${id}-error`}`}
        className="field-box mt-1.5"
      />
      <datalist id={`${id}-places`}>
        {places.map((place) => (
          <option key={place} value={place} />
        ))}
      </datalist>
      {error === '' ? null : (
        <p id={`${id}-error`} className="mt-1.5 font-[650] text-danger-text">
          {error}
        </p>
      )}
    </div>
  )
}

/** @returns suggestions for what is typed; those of before until the new ones are there, none when it fails. */
function usePlaces(typed: string): readonly string[] {
  const [places, setPlaces] = useState<readonly string[]>([])
  useEffect(() => {
    if (typed.trim().length < 2) return
    const asking = new AbortController()
    const timer = setTimeout(() => {
      fetch(`/api/places?q=${encodeURIComponent(typed)}`, { signal: asking.signal })
        .then((answer) => (answer.ok ? answer.json() : { places: [] }))
        .then(({ places: found }: { places: readonly string[] }) => setPlaces(found))
        .catch(() => setPlaces([]))
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [typed])
  return places
}
