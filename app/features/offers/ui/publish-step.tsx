/** The last look: what is missing, what is not clear, how schools see it, and the button. */
import { Form, Link } from '@remix-run/react'
import Check from 'lucide-react/icons/check'
import CircleAlert from 'lucide-react/icons/circle-alert'
import { Button } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { formatDay } from '~/components/format'
import { Notice } from '~/components/notices'
import { paths } from '~/components/paths'
import { perWeek } from '~/features/capacity/domain/spread'
import * as m from '~/paraglide/messages'
import { gapText } from '../domain/gap-words'
import { previewOfFields } from '../domain/preview'
import { STEP_OF_UNCLEAR, type Unclear } from '../domain/unclear'
import type { PublishPage } from '../queries/publish-page.server'
import { gapAddress } from './gap-address'
import { OfferPreview } from './offer-preview'
import { OfferStepsNav } from './offer-steps-nav'

const UNCLEAR_TEXT: Readonly<Record<Unclear, () => string>> = {
  group: m.offers_unclear_group,
  contact: m.offers_unclear_contact,
  access: m.offers_unclear_access,
  goal: m.offers_unclear_goal,
  picture: m.offers_unclear_picture,
}

type Props = { readonly page: PublishPage; readonly origin: string; readonly problems: readonly string[] }

export function PublishStep({ page, origin, problems }: Props) {
  const { form, unclear, answerBy, slug, perMonth } = page
  const { offer, organisation } = form
  const preview = previewOfFields(form.fields, form)
  if (offer === null) return null
  const gaps = preview.gaps.map((gap) => ({ to: gapAddress(offer.id, gap), text: gapText[gap]() }))
  return (
    <>
      <OfferStepsNav offerId={offer.id} now="publish" gaps={preview.gaps} />
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,38rem)_minmax(0,22rem)]">
        <div className="grid content-start gap-6">
          <ErrorSummary formErrors={problems} fields={[]} elsewhere={gaps} />
          <section className="card p-4 sm:p-6">
            <h2>{m.offers_publish_check()}</h2>
            {gaps.length > 0 ? (
              <>
                <p className="mt-2">{m.offers_publish_missing()}</p>
                <Points points={gaps} />
              </>
            ) : (
              <p className="mt-2 flex gap-2 font-[650] text-act-text">
                <Check aria-hidden size={20} strokeWidth={1.75} className="mt-0.5 shrink-0" />
                {m.offers_preview_complete()}
              </p>
            )}
            {unclear.length > 0 ? (
              <>
                <p className="mt-4">{m.offers_publish_unclear()}</p>
                <Points
                  points={unclear.map((point) => ({
                    to: paths.offerStep(offer.id, STEP_OF_UNCLEAR[point]),
                    text: UNCLEAR_TEXT[point](),
                  }))}
                />
              </>
            ) : null}
          </section>
          {perMonth === null ? null : (
            <p>
              {m.offers_publish_month({ count: perMonth, week: perWeek(perMonth) })}{' '}
              <Link to={paths.offerCalendar(offer.id)} className="link">
                {m.offers_publish_month_change()}
              </Link>
            </p>
          )}
          {organisation.isVerified ? null : (
            <Notice>
              <p>{m.offers_publish_not_verified()}</p>
              {answerBy ? (
                <p className="mt-1">{m.offers_publish_answer_by({ day: formatDay(answerBy, true) })}</p>
              ) : null}
            </Notice>
          )}
          <p>
            <Link to={paths.offer(slug)} className="link inline-flex min-h-11 items-center">
              {m.offers_publish_see_page()}
            </Link>
          </p>
          {offer.state === 'draft' ? (
            <Form method="post">
              <Button name="intent" value="publish">
                {m.offers_form_publish()}
              </Button>
            </Form>
          ) : (
            <p className="font-[650]">
              {offer.state === 'published' ? m.offers_publish_is_online() : m.offers_publish_is_paused()}
            </p>
          )}
          <ColleagueLink link={page.link} origin={origin} />
          <Link
            to={paths.myOrganisation({ of: organisation.id })}
            className="link inline-flex min-h-11 items-center"
          >
            {m.media_back()}
          </Link>
        </div>
        <OfferPreview
          preview={preview}
          organisation={organisation}
          seed={offer.id}
          cover={form.cover}
          steps={{ offerId: offer.id, now: 'publish' }}
        />
      </div>
    </>
  )
}

/** For who has no account: shows it as schools will see it. */
function ColleagueLink({ link, origin }: Pick<PublishPage, 'link'> & Pick<Props, 'origin'>) {
  return (
    <section id="link" className="card p-4 sm:p-6">
      <h2>{m.offers_link_title()}</h2>
      {link === null ? (
        <>
          <p className="mt-2">{m.offers_link_text()}</p>
          <Form method="post" className="mt-3">
            <Button look="second" size="small" name="intent" value="link">
              {m.offers_link_make()}
            </Button>
          </Form>
        </>
      ) : (
        <>
          <p className="mt-2">{m.offers_link_until({ day: formatDay(link.until, true) })}</p>
          <p className="mt-2">
            <a href={paths.previewOffer(link.token)} className="link break-all">
              {origin + paths.previewOffer(link.token)}
            </a>
          </p>
          <Form method="post" className="mt-3">
            <Button look="second" size="small" name="intent" value="withdraw">
              {m.offers_link_withdraw()}
            </Button>
          </Form>
        </>
      )}
    </section>
  )
}

function Points({ points }: { readonly points: readonly { readonly to: string; readonly text: string }[] }) {
  return (
    <ul className="mt-2 grid gap-2">
      {points.map(({ to, text }) => (
        <li key={text} className="flex gap-2">
          <CircleAlert aria-hidden size={20} strokeWidth={1.75} className="mt-0.5 shrink-0 text-need" />
          <Link to={to} className="link">
            {text}
          </Link>
        </li>
      ))}
    </ul>
  )
}
