/** Material that is there for the taking: before the click a button, after it the way to the file. */
import { Link } from '@remix-run/react'
import { EmptyState, Notice } from '~/components/notices'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import { FileList } from '~/features/finder/ui/offer-page-files'
import * as m from '~/paraglide/messages'
import type { MaterialPage } from '../queries/material-page.server'
import { TakeMaterial } from './take-material'

type Props = {
  readonly material: MaterialPage
  /** Whether it was taken just now, and where it is. */
  readonly taken: { readonly url: string | null } | null
}

export function MaterialScreen({ material, taken }: Props) {
  const { id, slug, title, organisationName, location, summary } = material
  return (
    <PageFrame title={title} lead={m.offers_material_by({ name: organisationName })} narrow>
      <div className="grid gap-6">
        {taken === null ? (
          <>
            <p className="text-lg">{summary}</p>
            <TakeMaterial id={id} location={location} />
          </>
        ) : (
          <>
            <Taken material={material} url={taken.url} />
            {taken.url !== null && material.files.length > 0 ? <FileList files={material.files} /> : null}
          </>
        )}
        <p>
          <Link to={paths.offer(slug)} className="link inline-flex min-h-11 items-center">
            {m.offers_material_back()}
          </Link>
        </p>
      </div>
    </PageFrame>
  )
}

/** The page leads on by itself (the `Refresh` of its answer); the link is for who stays here. */
function Taken({ material, url }: { readonly material: MaterialPage; readonly url: string | null }) {
  if (url !== null)
    return (
      <Notice role="status">
        <p>{m.offers_material_opens({ host: material.host ?? url })}</p>
        <p className="mt-2">
          <a href={url} rel="external noopener" className="link font-[650] break-all">
            {url}
          </a>
        </p>
      </Notice>
    )
  if (material.files.length > 0)
    return (
      <>
        <Notice role="status">{m.offers_material_files({ count: material.files.length })}</Notice>
        <FileList files={material.files} />
      </>
    )
  if (material.sheet === null)
    return (
      <EmptyState title={m.offers_material_none_title()}>
        <p>{m.offers_material_none_text({ name: material.organisationName })}</p>
      </EmptyState>
    )
  const { description, preparation } = material.sheet
  return (
    <>
      <Notice role="status">{m.offers_material_demo()}</Notice>
      <section className="grid gap-3">
        <h2>{m.offers_material_sheet()}</h2>
        <p className="whitespace-pre-line">{description}</p>
        {preparation ? <p className="whitespace-pre-line">{preparation}</p> : null}
      </section>
    </>
  )
}
