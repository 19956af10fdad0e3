/** What the forms of the page share. */
import type { useForm } from '@conform-to/react'

export type MediaNames = Record<'upload' | 'alt' | 'altEn' | 'credit' | 'name', string>
export type MediaReply = Parameters<typeof useForm<MediaNames>>[0]['lastResult']

/** @returns the id of a form: the ids of its fields begin with it. */
export function formIdOf(intent: string, picture = ''): string {
  return picture === '' ? intent : `${intent}-${picture}`
}
