/** Above the title: the pictures of the company, or the drawing of its topic. Each opens in full. */
import { paths } from '~/components/paths'
import { PictureBox } from '~/components/picture-box'
import { TopicDrawing } from '~/components/topic-drawing'
import type { OfferPage } from '~/features/finder/domain/offer-page'
import type { PictureWords } from '~/kernel/picture'
import * as m from '~/paraglide/messages'

export function OfferPictures({ offer }: { readonly offer: Pick<OfferPage, 'id' | 'topics' | 'pictures'> }) {
  const [cover, ...others] = offer.pictures
  if (!cover)
    return (
      <TopicDrawing
        topicId={offer.topics[0]?.id ?? ''}
        seed={offer.id}
        wide
        className="h-[70px] w-full rounded-md border border-line md:h-[104px] print:hidden"
      />
    )
  return (
    <section aria-label={m.offerpage_pictures()}>
      <Figure picture={cover} isCover />
      {others.length > 0 ? (
        <ul className="mt-3 grid grid-cols-2 gap-3 sm:grid-cols-4 print:hidden">
          {others.map((picture) => (
            <li key={picture.sizes[0]?.key}>
              <Figure picture={picture} />
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}

function Figure({
  picture,
  isCover = false,
}: {
  readonly picture: PictureWords
  readonly isCover?: boolean
}) {
  return (
    <figure>
      <a href={paths.picture(picture.sizes.at(-1)?.key ?? '')} className="block">
        <PictureBox
          picture={picture}
          first={isCover}
          sizes={isCover ? '(min-width: 64rem) 45rem, 100vw' : '(min-width: 40rem) 11rem, 50vw'}
          className={`w-full rounded-md border border-line object-cover ${isCover ? 'aspect-[2/1] print:max-h-60' : 'aspect-[3/2]'}`}
        />
      </a>
      {picture.credit ? (
        <figcaption className="mt-1 text-sm text-ink-soft">
          {m.offerpage_picture_credit({ name: picture.credit })}
        </figcaption>
      ) : null}
    </figure>
  )
}
