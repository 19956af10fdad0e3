/** A load that took a while is done: who brought it gets a mail. */
import type { DomainEvent } from '~/kernel/events'
import type { Db } from '~/platform/db/client.server'
import { isLocale } from '~/platform/i18n/choose-locale'
import type { Mailer } from '~/platform/mail/mailer.server'
import { LONG_SECONDS } from '../domain/load'
import { loadDoneMail } from '../emails/load-done.server'

type Needs = {
  readonly db: Pick<Db, 'offerLoad' | 'offerLoadRow'>
  readonly mailer: Pick<Mailer, 'send'>
  readonly env: { readonly ORIGIN: string }
}

export async function mailLoadDone(
  { db, mailer, env }: Needs,
  event: Pick<DomainEvent, 'subjectId'> & { readonly id: bigint },
): Promise<void> {
  const load = await db.offerLoad.findUnique({
    where: { id: event.subjectId },
    select: {
      id: true,
      fileName: true,
      startedAt: true,
      finishedAt: true,
      organisation: { select: { name: true } },
      byUser: { select: { email: true, emailVerifiedAt: true, locale: true } },
    },
  })
  if (!load?.startedAt || !load.finishedAt || !load.byUser?.emailVerifiedAt) return
  if (load.finishedAt.getTime() - load.startedAt.getTime() < LONG_SECONDS * 1000) return
  const { email, locale: chosen } = load.byUser
  const locale = isLocale(chosen) ? chosen : 'nl'
  const count = (state: 'loaded' | 'failed') => db.offerLoadRow.count({ where: { loadId: load.id, state } })
  await mailer.send({
    reason: `load-done ${event.id}`,
    template: 'load-done',
    to: email,
    locale,
    content: loadDoneMail({
      locale,
      origin: env.ORIGIN,
      loadId: load.id,
      name: load.organisation.name,
      fileName: load.fileName,
      loaded: await count('loaded'),
      failed: await count('failed'),
    }),
  })
}
