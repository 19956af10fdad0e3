/**
 * One click gives material. It is a form, so that looking at a page takes nothing; and always a whole new page, because
 * only that may lead to another site.
 */
import { Form } from '@remix-run/react'
import Download from 'lucide-react/icons/download'
import { Button } from '~/components/button'
import { paths } from '~/components/paths'
import type { OfferLocation } from '~/kernel/education'
import * as m from '~/paraglide/messages'

type Props = { readonly id: string; readonly location: OfferLocation }

export function TakeMaterial({ id, location }: Props) {
  return (
    <Form method="post" action={paths.download(id)} reloadDocument>
      <Button>
        <TakeWord location={location} />
      </Button>
    </Form>
  )
}

/** For a list that is itself a form: the form stands outside it, and the button of the row sends it. */
export function TakeMaterialForm({ id }: Pick<Props, 'id'>) {
  return <Form id={formIdOf(id)} method="post" action={paths.download(id)} reloadDocument />
}

export function TakeMaterialButton({ id, location, title }: Props & { readonly title: string }) {
  return (
    <Button
      form={formIdOf(id)}
      look="second"
      size="small"
      aria-label={location === 'download' ? m.offers_take_named({ title }) : m.offers_open_named({ title })}
    >
      <TakeWord location={location} />
    </Button>
  )
}

const formIdOf = (id: string) => `take-${id}`

function TakeWord({ location }: Pick<Props, 'location'>) {
  return (
    <>
      <Download aria-hidden size={20} strokeWidth={1.75} />
      {location === 'download' ? m.offers_take() : m.offers_open()}
    </>
  )
}
