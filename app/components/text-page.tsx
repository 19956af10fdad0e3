/** A page to read: headings, paragraphs and lists from messages. */
import type { ReactNode } from 'react'
import { PageFrame } from './shell'

export type Section = {
  readonly heading: string
  readonly text?: string
  readonly items?: readonly string[]
  /** Comes last: a link or a second text. */
  readonly more?: ReactNode
}

type Props = {
  readonly title: string
  readonly lead: string
  readonly sections: readonly Section[]
}

export function TextPage({ title, lead, sections }: Props) {
  return (
    <PageFrame title={title} lead={lead}>
      <div className="prose">
        {sections.map(({ heading, text, items, more }) => (
          <section key={heading} className="space-y-3 not-first:mt-8">
            <h2>{heading}</h2>
            {text ? <p>{text}</p> : null}
            {items ? (
              <ul className="space-y-1.5">
                {items.map((item) => (
                  <li key={item}>{item}</li>
                ))}
              </ul>
            ) : null}
            {more}
          </section>
        ))}
      </div>
    </PageFrame>
  )
}
