/** What Schakel is for a company, and how to start: for a visitor, and for who has no organisation yet. */
import { Link } from '@remix-run/react'
import { ButtonLink } from '~/components/button'
import { Notice } from '~/components/notices'
import { paths } from '~/components/paths'
import { Timeline } from '~/components/timeline'
import * as m from '~/paraglide/messages'
import { ANSWER_WORKING_DAYS } from '../domain/verification'

type Props = { readonly isVisitor: boolean; readonly emailVerified: boolean }

export function PitchScreen({ isVisitor, emailVerified }: Props) {
  return (
    <div className="page grid gap-x-12 gap-y-8 py-8 md:py-12 lg:grid-cols-[7fr_5fr] lg:items-start">
      <div>
        <h1>{m.organisations_pitch_title()}</h1>
        <p className="mt-3 max-w-(--measure) text-lg text-ink-soft">{m.organisations_pitch_lead()}</p>
        <div className="mt-6 flex flex-wrap items-center gap-4">
          {isVisitor ? (
            <>
              <ButtonLink to={paths.signUp()}>{m.organisations_pitch_sign_up()}</ButtonLink>
              <Link
                to={paths.signIn(paths.myOrganisation())}
                className="link inline-flex min-h-11 items-center"
              >
                {m.organisations_pitch_sign_in()}
              </Link>
            </>
          ) : emailVerified ? (
            <ButtonLink to={paths.newOrganisation()}>{m.organisations_pitch_start()}</ButtonLink>
          ) : (
            <Notice tone="need">{m.error_organisation_verify_email_first()}</Notice>
          )}
        </div>
        <h2 className="mt-10">{m.organisations_pitch_what_title()}</h2>
        <ul className="mt-3 grid max-w-(--measure) list-disc gap-2 pl-5">
          <li>{m.organisations_pitch_what_offers()}</li>
          <li>{m.organisations_pitch_what_capacity()}</li>
          <li>{m.organisations_pitch_what_requests()}</li>
          <li>{m.organisations_pitch_what_pause()}</li>
        </ul>
        <p className="mt-6">
          <Link to={paths.finder()} className="link">
            {m.organisations_pitch_see_offers()}
          </Link>
        </p>
      </div>
      <section className="card p-5">
        <h2 className="text-lg leading-7">{m.organisations_pitch_steps_title()}</h2>
        <div className="mt-4">
          <Timeline
            moments={[
              { title: m.organisations_pitch_step_1(), text: m.organisations_pitch_step_1_text() },
              { title: m.organisations_pitch_step_2(), text: m.organisations_pitch_step_2_text() },
              {
                title: m.organisations_pitch_step_3(),
                text: m.organisations_pitch_step_3_text({ days: ANSWER_WORKING_DAYS }),
              },
              { title: m.organisations_pitch_step_4(), text: m.organisations_pitch_step_4_text() },
            ]}
          />
        </div>
      </section>
    </div>
  )
}
