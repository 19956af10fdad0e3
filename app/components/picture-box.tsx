/** A picture in the width that fits. Its measures are told, so nothing jumps when it comes. */
import { type PictureWords, pictureIn } from '~/kernel/picture'
import { getLocale } from '~/paraglide/runtime'
import { paths } from './paths'

type Props = {
  readonly picture: PictureWords
  /** How wide it is shown, in the words of `<img sizes>`. */
  readonly sizes: string
  readonly className?: string
  /** At the top of its page: not to be waited for. */
  readonly first?: boolean
}

export function PictureBox({ picture, sizes, className = '', first = false }: Props) {
  const shown = pictureIn(getLocale(), picture)
  const widest = shown.sizes.at(-1)
  if (!widest) return null
  return (
    <img
      src={paths.picture(shown.sizes[0]?.key ?? widest.key)}
      srcSet={shown.sizes.map(({ key, width }) => `${paths.picture(key)} ${width}w`).join(', ')}
      sizes={sizes}
      width={widest.width}
      height={widest.height}
      alt={shown.alt}
      loading={first ? 'eager' : 'lazy'}
      decoding="async"
      className={`block bg-act-soft ${className}`}
    />
  )
}
