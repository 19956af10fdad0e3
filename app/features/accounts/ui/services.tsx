/** Other sign-in services: the ways to them, and those that are joined to the own account. */
import { Form } from '@remix-run/react'
import { Button } from '~/components/button'
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'

export type Service = { readonly id: string; readonly name: string }
export type JoinedService = { readonly id: string; readonly name: string }

/** Plain links: the other site is no page of ours, and a form may not lead there. */
export function ServiceLinks({
  services,
  to,
}: {
  readonly services: readonly Service[]
  readonly to: string
}) {
  if (services.length === 0) return null
  return (
    <ul className="grid gap-2">
      {services.map(({ id, name }) => (
        <li key={id}>
          <a href={paths.signInWith(id, to)} className="link inline-flex min-h-11 items-center">
            {m.security_service_sign_in({ name })}
          </a>
        </li>
      ))}
    </ul>
  )
}

type Props = { readonly services: readonly Service[]; readonly joined: readonly JoinedService[] }

export function JoinedServices({ services, joined }: Props) {
  return (
    <div className="grid gap-4">
      <p className="text-ink-soft">{m.security_services_text()}</p>
      <ul className="grid gap-3">
        {joined.map(({ id, name }) => (
          <li key={id} className="flex flex-wrap items-center gap-3">
            <span>{name}</span>
            <Form method="post">
              <input type="hidden" name="identity" value={id} />
              <Button look="second" size="small" name="intent" value="leave">
                {m.security_service_leave()} <span className="sr-only">{name}</span>
              </Button>
            </Form>
          </li>
        ))}
      </ul>
      <ServiceLinks services={services} to={paths.accountSecurity()} />
    </div>
  )
}
