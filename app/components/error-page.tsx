/** What did not work, said plainly, with the search to go on with. */
import Search from 'lucide-react/icons/search'
import * as m from '~/paraglide/messages'
import { Button } from './button'
import { EmptyState } from './notices'
import { paths } from './paths'

type Props = {
  /** Of the answer; `null`: the page itself failed. */
  readonly status: number | null
  /** What the program says of it, in the reader's language. */
  readonly text: string | null
}

/** @returns the heading, which is the title of the page as well. */
export function errorTitle(status: number | null): string {
  if (status === 404) return m.common_not_found_title()
  if (status === 410) return m.common_gone_title()
  return status !== null && status < 500 ? m.common_refused_title() : m.common_error_page_title()
}

export function ErrorPage({ status, text }: Props) {
  const isMissing = status === 404 || status === 410
  return (
    <div className="page py-8 md:py-12">
      <EmptyState title={errorTitle(status)} level={1}>
        <p className="max-w-(--measure) text-lg">
          {text ?? (isMissing ? m.common_not_found_text() : m.common_error_page_text())}
        </p>
        {isMissing ? <SearchBox /> : null}
      </EmptyState>
    </div>
  )
}

function SearchBox() {
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is not known to all browsers that we support
    <form
      action={paths.finder()}
      method="get"
      role="search"
      aria-label={m.common_search_label()}
      className="max-w-(--measure)"
    >
      <label htmlFor="search-again" className="block font-[650]">
        {m.common_search_field()}
      </label>
      <div className="mt-1.5 flex flex-wrap gap-2">
        <input
          id="search-again"
          name="q"
          type="search"
          maxLength={200}
          autoComplete="off"
          className="field-box min-w-0 flex-1 basis-48"
        />
        <Button>
          <Search aria-hidden size={20} strokeWidth={1.75} />
          {m.common_to_finder()}
        </Button>
      </div>
    </form>
  )
}
