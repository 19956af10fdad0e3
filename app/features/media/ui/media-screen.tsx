/**
 * Pictures and files of an offer. Each form posts alone and works without JavaScript; after a mistake what was typed stands
 * in the form that was sent, and only there.
 */
import { ErrorSummary } from '~/components/error-summary'
import { formProblems } from '~/components/form-problems'
import * as m from '~/paraglide/messages'
import type { MediaPage } from '../queries/media-page.server'
import { AddFile, FileRows } from './media-files'
import { formIdOf, type MediaReply } from './media-form'
import { AddPicture, PictureRow } from './media-pictures'

const SHOWN = ['upload', 'alt', 'altEn', 'credit', 'name'] as const

type Props = { readonly page: MediaPage; readonly reply: MediaReply }

export function MediaParts({ page, reply }: Props) {
  const { pictures, files } = page
  const sent = reply?.initialValue
  const replyTo = (intent: string, picture?: string) =>
    sent?.intent === intent && (picture === undefined || sent.picture === picture) ? reply : null
  return (
    <div className="grid gap-10">
      <Problems reply={reply} />
      <section aria-labelledby="pictures" className="grid gap-4">
        <div>
          <h2 id="pictures">{m.media_pictures()}</h2>
          <p className="mt-1 max-w-(--measure)">{m.media_pictures_lead()}</p>
        </div>
        {pictures.length > 0 ? (
          <ol className="grid gap-4">
            {pictures.map((picture, index) => (
              <PictureRow
                key={picture.id}
                picture={picture}
                index={index}
                count={pictures.length}
                reply={replyTo('change-picture', picture.id)}
              />
            ))}
          </ol>
        ) : null}
        <AddPicture
          key={pictures.map(({ id }) => id).join()}
          count={pictures.length}
          reply={replyTo('add-picture')}
        />
      </section>
      <section aria-labelledby="files" className="grid gap-4">
        <div>
          <h2 id="files">{m.media_files()}</h2>
          <p className="mt-1 max-w-(--measure)">{m.media_files_lead()}</p>
        </div>
        <FileRows files={files} />
        <AddFile key={files.map(({ id }) => id).join()} count={files.length} reply={replyTo('add-file')} />
      </section>
    </div>
  )
}

/** All that is wrong, with the way to the field of the form that was sent. */
function Problems({ reply }: { readonly reply: MediaReply }) {
  if (!reply) return null
  const sent = reply.initialValue
  const form = formIdOf(String(sent?.intent), typeof sent?.picture === 'string' ? sent.picture : '')
  const fields = SHOWN.map((name) => {
    const errors = reply.error?.[name]
    return { id: `${form}-${name}`, name, ...(errors ? { errors } : {}) }
  })
  return <ErrorSummary formErrors={formProblems(reply, SHOWN)} fields={fields} />
}
