/** On the page of a school or a company, for the coordinator of its region: what can be done when it rings. */
import { Link } from '@remix-run/react'
import Phone from 'lucide-react/icons/phone'
import { ButtonLink } from '~/components/button'

type Props = {
  readonly className?: string
  readonly title: string
  readonly text: string
  readonly enter: { readonly to: string; readonly label: string }
  /** What runs already and can be changed. */
  readonly runningTitle: string
  readonly running: readonly {
    readonly id: string
    readonly to: string
    readonly title: string
    readonly state: string
  }[]
}

export function Rang({ className = '', title, text, enter, runningTitle, running }: Props) {
  return (
    <section className={`card p-5 ${className}`}>
      <h2 className="text-lg leading-7">{title}</h2>
      <div className="mt-2 grid gap-4">
        <p>{text}</p>
        <div>
          <ButtonLink to={enter.to}>
            <Phone aria-hidden size={20} strokeWidth={1.75} />
            {enter.label}
          </ButtonLink>
        </div>
        {running.length > 0 ? (
          <div>
            <h3 className="text-base">{runningTitle}</h3>
            <ul className="mt-1">
              {running.map((each) => (
                <li key={each.id} className="py-1.5">
                  <Link to={each.to} className="link">
                    {each.title}
                  </Link>{' '}
                  <span className="text-sm text-ink-soft">({each.state.toLowerCase()})</span>
                </li>
              ))}
            </ul>
          </div>
        ) : null}
      </div>
    </section>
  )
}
