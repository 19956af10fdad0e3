/** To a coordinator: for which school the form is filled in. */
import { Notice } from '~/components/notices'
import * as m from '~/paraglide/messages'
import type { RequestForm } from '../domain/request-form'

export function RangNotice({ form }: { readonly form: RequestForm }) {
  const school = form.branches[0]
  if (!form.forSchool || !school) return null
  return (
    <Notice>
      {m.phone_wizard_for({ school: school.name, place: school.placeName })} {m.phone_wizard_told()}
    </Notice>
  )
}
