/** Title and description of a page, as a route's `meta` gives them. */
import type { MetaDescriptor } from '@remix-run/node'
import * as m from '~/paraglide/messages'

/** @returns "Inloggen · Schakel" and, where a page is worth finding, what a search engine shows under it. */
export function pageMeta(title: string, description?: string): MetaDescriptor[] {
  return [
    { title: `${title} · ${m.common_site_name()}` },
    ...(description === undefined ? [] : [{ name: 'description', content: description }]),
  ]
}
