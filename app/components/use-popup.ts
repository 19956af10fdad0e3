import { type RefObject, useEffect } from 'react'

/** A `<details>` opens without JavaScript; with it, Escape and a press elsewhere close it again. */
export function usePopup(details: RefObject<HTMLDetailsElement>): void {
  useEffect(() => {
    const box = details.current
    if (!box) return
    const onPress = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.contains(event.target)) box.open = false
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !box.open) return
      box.open = false
      box.querySelector('summary')?.focus()
    }
    document.addEventListener('pointerdown', onPress)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('pointerdown', onPress)
      document.removeEventListener('keydown', onKey)
    }
  }, [details])
}
