import { useEffect, useState } from 'react'

const isDark = () => {
  const chosen = document.documentElement.dataset.theme
  return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
}

/** @returns whether the page is dark now, by choice or by the system. Only in the browser. */
export function useDark(): boolean {
  const [dark, setDark] = useState(isDark)
  useEffect(() => {
    const update = () => setDark(isDark())
    const system = matchMedia('(prefers-color-scheme: dark)')
    const choice = new MutationObserver(update)
    system.addEventListener('change', update)
    choice.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
    return () => {
      system.removeEventListener('change', update)
      choice.disconnect()
    }
  }, [])
  return dark
}
