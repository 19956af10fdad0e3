/** What is kept of somebody as a zip: a page to read, and the same for programs. */
import type { SignedInActor } from '~/authorisation/actor'
import { type Clock, calendarDateOf } from '~/kernel/calendar'
import type { Db } from '~/platform/db/client.server'
import type { ZipOf } from '~/platform/files/zip.server'
import { dataPage } from '../domain/data-page'
import { myData } from './my-data.server'

type Needs = { readonly db: Pick<Db, '$queryRaw'>; readonly clock: Clock; readonly zipOf: ZipOf }

/** @param page `lang` of the page; `moment` writes the present one in words. */
export async function myDataFile(
  { db, clock, zipOf }: Needs,
  actor: SignedInActor,
  page: { readonly lang: string; readonly moment: (at: Date) => string },
): Promise<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer>; readonly rows: number }> {
  const data = await myData(db, actor)
  const now = clock.now()
  const html = dataPage(data, { lang: page.lang, made: page.moment(now) })
  return {
    name: `schakel-${calendarDateOf(now)}.zip`,
    bytes: zipOf({ 'index.html': html, 'data.json': JSON.stringify({ made: now, data }, null, 2) }),
    rows: data.reduce((sum, { rows }) => sum + rows.length, 0),
  }
}
