/** A picture with its words and what can be done with it, and the form that adds one. */
import { useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { Button } from '~/components/button'
import { TextField } from '~/components/field'
import { PictureBox } from '~/components/picture-box'
import * as m from '~/paraglide/messages'
import { type OfferPicture, PICTURE_LIMITS } from '../domain/offer-picture'
import { formIdOf, type MediaNames, type MediaReply } from './media-form'
import { UploadField } from './upload-field'
import { useBusy } from './use-busy'

type RowProps = {
  readonly picture: OfferPicture
  readonly index: number
  readonly count: number
  readonly reply: MediaReply
}

export function PictureRow({ picture, index, count, reply }: RowProps) {
  const { id, alt, altEn, credit } = picture
  const number = index + 1
  return (
    <li className="card grid gap-4 p-4 sm:grid-cols-[13rem_minmax(0,1fr)]">
      <div>
        <PictureBox
          picture={picture}
          sizes="(min-width: 40rem) 13rem, 100vw"
          className="aspect-[3/2] w-full rounded-sm border border-line object-cover"
        />
        <p className="mt-2 text-sm font-[650]">
          {index === 0 ? m.media_picture_cover() : m.media_picture_number({ number, count })}
        </p>
        <Form method="post" className="mt-2 flex flex-wrap gap-2">
          <input type="hidden" name="picture" value={id} />
          {index > 0 ? <Press intent="first" word={m.media_picture_first()} number={number} /> : null}
          {index > 1 ? <Press intent="earlier" word={m.media_picture_earlier()} number={number} /> : null}
          {index < count - 1 ? <Press intent="later" word={m.media_picture_later()} number={number} /> : null}
          <Press intent="remove-picture" word={m.media_picture_remove()} number={number} />
        </Form>
      </div>
      <PictureWordsForm id={id} text={{ alt, altEn: altEn ?? '', credit: credit ?? '' }} reply={reply} />
    </li>
  )
}

type PressProps = { readonly intent: string; readonly word: string; readonly number: number }

function Press({ intent, word, number }: PressProps) {
  return (
    <Button
      look="second"
      size="small"
      name="intent"
      value={intent}
      aria-label={m.media_picture_named({ action: word, number })}
    >
      {word}
    </Button>
  )
}

type WordsProps = {
  readonly id: string
  readonly text: Pick<MediaNames, 'alt' | 'altEn' | 'credit'>
  readonly reply: MediaReply
}

function PictureWordsForm({ id, text, reply }: WordsProps) {
  const [form, fields] = useForm<MediaNames>({
    id: formIdOf('change-picture', id),
    lastResult: reply ?? null,
    defaultValue: text,
  })
  return (
    <Form method="post" id={form.id} noValidate className="grid content-start gap-4">
      <input type="hidden" name="picture" value={id} />
      <WordsFields fields={fields} />
      <div>
        <Button look="second" size="small" name="intent" value="change-picture">
          {m.media_picture_save()}
        </Button>
      </div>
    </Form>
  )
}

/** What many leave open. */
const MORE = ['altEn', 'credit'] as const

type Fields = ReturnType<typeof useForm<MediaNames>>[1]

function WordsFields({ fields }: { readonly fields: Fields }) {
  return (
    <>
      <TextField
        field={fields.alt}
        label={m.media_alt()}
        hint={m.media_alt_hint()}
        maxLength={PICTURE_LIMITS.alt}
      />
      <details open={MORE.some((name) => fields[name].initialValue || fields[name].errors)}>
        <summary className="link inline-flex min-h-11 items-center">{m.media_more()}</summary>
        <div className="mt-2 grid gap-4">
          <TextField
            field={fields.altEn}
            label={m.media_alt_en()}
            optional={m.media_optional()}
            maxLength={PICTURE_LIMITS.alt}
            lang="en"
          />
          <TextField
            field={fields.credit}
            label={m.media_credit()}
            hint={m.media_credit_hint()}
            optional={m.media_optional()}
            maxLength={PICTURE_LIMITS.credit}
          />
        </div>
      </details>
    </>
  )
}

export function AddPicture({ count, reply }: { readonly count: number; readonly reply: MediaReply }) {
  const [form, fields] = useForm<MediaNames>({ id: formIdOf('add-picture'), lastResult: reply ?? null })
  const busy = useBusy('add-picture')
  if (count >= PICTURE_LIMITS.count) return <p>{m.media_pictures_full({ max: PICTURE_LIMITS.count })}</p>
  return (
    <Form
      method="post"
      encType="multipart/form-data"
      id={form.id}
      noValidate
      className="card grid gap-5 p-4 sm:p-6"
    >
      <h3>{count === 0 ? m.media_picture_add_first() : m.media_picture_add()}</h3>
      <UploadField
        field={fields.upload}
        label={m.media_picture_choose()}
        hint={m.media_picture_choose_hint({ max: Math.round(PICTURE_LIMITS.bytes / 1024 / 1024) })}
        accept="image/*"
      />
      <WordsFields fields={fields} />
      <div>
        <Button look="second" name="intent" value="add-picture" busy={busy} busyText={m.media_picture_busy()}>
          {m.media_picture_send()}
        </Button>
      </div>
    </Form>
  )
}
