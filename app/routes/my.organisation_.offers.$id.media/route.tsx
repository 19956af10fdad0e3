import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import type { SignedInActor } from '~/authorisation/actor'
import { ButtonLink } from '~/components/button'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import { mediaPage } from '~/features/media/queries/media-page.server'
import { FIELD_OF_MEDIA_ERROR, type MediaAction, mediaAction } from '~/features/media/schemas'
import { MediaParts } from '~/features/media/ui/media-screen'
import { addFile } from '~/features/media/use-cases/add-file.server'
import { addPicture } from '~/features/media/use-cases/add-picture.server'
import { changePictures } from '~/features/media/use-cases/change-pictures.server'
import { removeFile } from '~/features/media/use-cases/remove-file.server'
import { OfferStepsNav } from '~/features/offers/ui/offer-steps-nav'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.media_title())

export async function loader({ request, params }: LoaderFunctionArgs) {
  return respond(request, async () => mediaPage(wire(), await requireUser(request), params.id ?? ''))
}

export async function action({ request, params }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    const offerId = params.id ?? ''
    return submitForm(
      request,
      mediaAction,
      async (asked) => redirectWithNews(paths.offerMedia(offerId), await change(actor, offerId, asked)),
      { fieldOf: FIELD_OF_MEDIA_ERROR, secret: ['upload'] },
    )
  })
}

/** @returns what happened, in the reader's words. */
async function change(actor: SignedInActor, offerId: string, asked: MediaAction): Promise<string> {
  switch (asked.intent) {
    case 'add-picture':
      await addPicture(wire(), actor, { ...asked, offerId, content: await contentOf(asked.upload) })
      return m.media_news_picture_added()
    case 'change-picture':
      await changePictures(wire(), actor, { offerId, pictureId: asked.picture, change: 'text', text: asked })
      return m.media_news_picture_changed()
    case 'remove-picture':
      await changePictures(wire(), actor, { offerId, pictureId: asked.picture, change: 'remove' })
      return m.media_news_picture_removed()
    case 'add-file': {
      const name = asked.name ?? asked.upload?.name ?? ''
      await addFile(wire(), actor, { offerId, name, content: await contentOf(asked.upload) })
      return m.media_news_file_added()
    }
    case 'remove-file':
      await removeFile(wire(), actor, { offerId, fileId: asked.file })
      return m.media_news_file_removed()
    default:
      await changePictures(wire(), actor, {
        offerId,
        pictureId: asked.picture,
        change: 'move',
        move: asked.intent,
      })
      return m.media_news_picture_moved()
  }
}

async function contentOf(upload: File | undefined): Promise<Uint8Array> {
  return upload ? new Uint8Array(await upload.arrayBuffer()) : new Uint8Array()
}

export default function OfferMedia() {
  const page = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <PageFrame title={m.media_title()} lead={page.offer.title}>
      <OfferStepsNav offerId={page.offer.id} now="media" gaps={page.gaps} />
      <div className="max-w-[46rem]">
        <MediaParts page={page} reply={reply} />
        <p className="mt-8 flex flex-wrap items-center gap-4">
          <ButtonLink to={paths.offerStep(page.offer.id, 'publish')}>{m.offers_step_media_next()}</ButtonLink>
          <Link
            to={paths.myOrganisation({ of: page.offer.organisationId })}
            className="link inline-flex min-h-11 items-center"
          >
            {m.media_back()}
          </Link>
        </p>
      </div>
    </PageFrame>
  )
}
