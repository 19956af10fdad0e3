/** Wakes the page up in the browser, in the language in which it was drawn. */
import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { overwriteGetLocale } from '~/paraglide/runtime'
import { DEFAULT_LOCALE, isLocale } from '~/platform/i18n/choose-locale'

overwriteGetLocale(() => {
  const { lang } = document.documentElement
  return isLocale(lang) ? lang : DEFAULT_LOCALE
})

// Who leaves while an answer is still coming in ends it; what was left of it to read then fails, and nobody waits for that.
addEventListener('unhandledrejection', (event) => {
  if (event.reason instanceof DOMException && event.reason.name === 'AbortError') event.preventDefault()
})

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  )
})
