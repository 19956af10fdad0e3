/** What a page holds, read by a real HTML parser: links, forms with their fields, and what ran away from its text. */
import { JSDOM } from 'jsdom'
import type { FormFields } from '../setup/browser'

export type PageForm = {
  /** Path and query that it is sent to. */
  readonly action: string
  readonly fields: FormFields
  /** Names of the fields in which somebody writes. */
  readonly texts: readonly string[]
  readonly files: readonly string[]
}

const WRITTEN = new Set(['text', 'search', 'url', 'tel', 'email', ''])

/** @returns the page without the scripts that the framework writes, which no reader sees. */
export function readPage(html: string, address: string): Document {
  return new JSDOM(html, { url: address }).window.document
}

export function linksOf(page: Document): string[] {
  const { origin } = new URL(page.URL)
  const paths = [...page.querySelectorAll('a[href]')].flatMap((link) => {
    const url = new URL(link.getAttribute('href') ?? '', page.URL)
    return url.origin === origin ? [url.pathname + url.search] : []
  })
  return [...new Set(paths)]
}

/** @returns the forms that change something, each as its first button would send it. */
export function formsOf(page: Document): PageForm[] {
  const forms = [...page.querySelectorAll<HTMLFormElement>('main form[method="post" i]')]
  return forms.map((form) => {
    const url = new URL(form.getAttribute('action') || page.URL, page.URL)
    const fields: Record<string, string> = {}
    const texts: string[] = []
    const files: string[] = []
    for (const field of form.elements) {
      const name = field.getAttribute('name')
      if (!name || (field as HTMLInputElement).disabled) continue
      const type = field.getAttribute('type') ?? ''
      if (type === 'file') files.push(name)
      else if (field.tagName === 'BUTTON' || type === 'submit')
        fields[name] ??= field.getAttribute('value') ?? ''
      else if (type === 'radio' || type === 'checkbox') {
        if ((field as HTMLInputElement).checked || !(name in fields))
          fields[name] = (field as HTMLInputElement).value
      } else {
        fields[name] = (field as HTMLInputElement).value
        if (field.tagName === 'TEXTAREA' || (field.tagName === 'INPUT' && WRITTEN.has(type))) texts.push(name)
      }
    }
    return { action: url.pathname + url.search, fields, texts, files }
  })
}

/** @returns the text as it is read, for links in mails that are shown on a page. */
export function decoded(html: string): string {
  return html.replace(/&amp;/g, '&').replace(/&#x27;/g, "'")
}
