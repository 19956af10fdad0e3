/**
 * With JavaScript the finder answers while one chooses: a tick or a list at once, words after a pause, a place when
 * the field is left. The focus stays where it is. Without JavaScript the same form is sent by its button.
 */
import { useLocation, useNavigate, useNavigationType } from '@remix-run/react'
import { type FormEvent, useCallback, useEffect, useRef } from 'react'
import { finderPath, readAddress, writeLevel } from '~/features/finder/domain/finder-address'
import { type FinderState, WORD_LISTS } from '~/features/finder/domain/finder-state'

const PAUSE_MS = 450

/** @param topicIds the topics that exist. */
export function useLiveForm(state: FinderState, topicIds: ReadonlySet<string>) {
  const form = useRef<HTMLFormElement>(null)
  const pause = useRef<ReturnType<typeof setTimeout>>()
  const navigate = useNavigate()
  const location = useLocation()
  const isBack = useNavigationType() === 'POP'
  const sentByForm = (location.state as { readonly sent?: number } | null)?.sent ?? null
  const lastSent = useRef(0)

  const send = useCallback(
    (how: { replace: boolean }, submitter?: HTMLElement | null) => {
      clearTimeout(pause.current)
      if (!form.current) return
      const params = new URLSearchParams()
      for (const [name, value] of new FormData(form.current))
        if (typeof value === 'string') params.append(name, value)
      if (submitter instanceof HTMLButtonElement && submitter.name)
        params.append(submitter.name, submitter.value)
      const { state: asked, problems } = readAddress(params, topicIds)
      // What cannot be goes to the server as it is: it says what is wrong, with or without JavaScript.
      const path = problems.length > 0 ? `/offers?${params}` : finderPath(asked)
      lastSent.current = Math.max(lastSent.current, sentByForm ?? 0) + 1
      navigate(path, { ...how, preventScrollReset: true, state: { sent: lastSent.current } })
    },
    [navigate, topicIds, sentByForm],
  )

  useEffect(() => () => clearTimeout(pause.current), [])
  useEffect(() => {
    // The answer to a choice may come when the next one is made: it must not take that one back.
    const isOvertaken = !isBack && sentByForm !== null && sentByForm < lastSent.current
    if (form.current && !isOvertaken) showState(form.current, state)
  }, [state, sentByForm, isBack])

  return {
    form,
    onSubmit(event: FormEvent<HTMLFormElement>) {
      event.preventDefault()
      send({ replace: false }, (event.nativeEvent as SubmitEvent).submitter)
    },
    onInput(event: FormEvent<HTMLElement>) {
      const field = event.target
      if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) return
      if (field.name === 'place') return
      if (field.name === 'q') {
        clearTimeout(pause.current)
        pause.current = setTimeout(() => send({ replace: true }), PAUSE_MS)
        return
      }
      send({ replace: false })
    },
    onPlaceLeft(value: string) {
      if (value.trim() !== state.place) send({ replace: false })
    },
  }
}

/** After Back, or a chip that was taken away, the fields show what the address says; the one in use is left alone. */
function showState(form: HTMLFormElement, state: FinderState): void {
  const values: Readonly<Record<string, readonly string[]>> = {
    q: [state.text],
    level: [state.level ? writeLevel(state.level) : ''],
    place: [state.place],
    radius: [state.radiusKm === null ? '' : String(state.radiusKm)],
    sort: [state.sort],
    kind: state.kinds,
    location: state.locations,
    language: state.languages,
    free: state.free ? ['1'] : [],
    girls: state.girls ? ['1'] : [],
    track: state.tracks,
    from: [state.openFrom ?? ''],
    until: [state.openUntil ?? ''],
    ...Object.fromEntries(Object.entries(WORD_LISTS).map(([name, list]) => [name, state[list]])),
  }
  for (const field of form.elements) {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) continue
    const wanted = values[field.name]
    if (!wanted || field.getAttribute('aria-invalid') === 'true') continue
    if (field instanceof HTMLInputElement && field.type === 'checkbox')
      field.checked = wanted.includes(field.value)
    else if (field !== document.activeElement) field.value = wanted[0] ?? ''
  }
}
