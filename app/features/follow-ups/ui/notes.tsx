/** What coordinators noted about a request, the newest first. */
import { Form } from '@remix-run/react'
import { Button } from '~/components/button'
import { formatDay } from '~/components/format'
import * as m from '~/paraglide/messages'
import type { Note } from '../domain/follow-up'

export function Notes({ notes }: { readonly notes: readonly Note[] }) {
  if (notes.length === 0) return null
  return (
    <ul aria-label={m.followups_notes()} className="divide-y divide-line border-t border-line">
      {notes.map((note) => {
        const day = formatDay(note.on)
        return (
          <li key={note.id} className="py-3">
            <p className="whitespace-pre-line wrap-break-word">{note.text}</p>
            <div className="mt-1 flex flex-wrap items-center justify-between gap-3 text-sm text-ink-soft">
              <span>
                {note.authorName ?? m.followups_author_left()}, {day}
              </span>
              {note.isOwn ? (
                <Form method="post" preventScrollReset>
                  <input type="hidden" name="noteId" value={note.id} />
                  <Button
                    look="quiet"
                    size="small"
                    name="intent"
                    value="remove-note"
                    aria-label={m.followups_remove_of({ day })}
                  >
                    {m.followups_remove()}
                  </Button>
                </Form>
              ) : null}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
