/** What somebody may do with what is kept of them: take it along, or have it erased. */
import { Link } from '@remix-run/react'
import { ButtonLink } from '~/components/button'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import * as m from '~/paraglide/messages'

export function OwnDataScreen() {
  return (
    <PageFrame title={m.privacy_own_title()} lead={m.privacy_own_lead()} narrow>
      <div className="grid gap-10">
        <section className="border-t border-line pt-7">
          <h2 className="mb-3">{m.privacy_take()}</h2>
          <p className="mb-4">{m.privacy_take_text()}</p>
          <a href={paths.accountDataZip()} className="link inline-flex min-h-11 items-center">
            {m.privacy_take_button()}
          </a>
        </section>
        <section className="border-t border-line pt-7">
          <h2 className="mb-3">{m.privacy_erase()}</h2>
          <p className="mb-4">{m.privacy_erase_text()}</p>
          <ButtonLink to={paths.accountErase()} look="second">
            {m.privacy_erase_button()}
          </ButtonLink>
        </section>
        <p>
          <Link to={paths.privacy()} className="link inline-flex min-h-11 items-center">
            {m.privacy_more()}
          </Link>
        </p>
      </div>
    </PageFrame>
  )
}
