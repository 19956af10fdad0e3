/** That schools and companies made something together: all their names, and what others may do with it. */
import { licenceWord } from '~/features/projects/domain/words'
import { type MadeTogether as Facts, LICENCE_NAME } from '~/kernel/licence'
import * as m from '~/paraglide/messages'
import { getLocale } from '~/paraglide/runtime'

export function MadeBy({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return null
  const list = new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(names)
  return <p className="text-sm font-[650]">{m.projects_together({ names: list })}</p>
}

export function MadeTogether({ together: { names, licence } }: { readonly together: Facts }) {
  return (
    <div className="mt-2 max-w-(--measure)">
      <MadeBy names={names} />
      <p className="text-sm text-ink-soft">
        {m.projects_together_licence({ licence: LICENCE_NAME[licence], text: licenceWord[licence]() })}
      </p>
    </div>
  )
}
