/** Fills a migrated database: real open data first, invented demo content on top. Running it again changes nothing. */
import type { Db } from '~/platform/db/client.server'
import type { FileStore } from '~/platform/files/file-store.server'
import { seedDemoAccounts } from './steps/demo-accounts'
import { seedDemoContent } from './steps/demo-content'
import { seedDemoSheets } from './steps/demo-sheets'
import { seedGeography } from './steps/geography'
import { seedRegister } from './steps/register'
import { seedHolidays, seedVocabularies } from './steps/vocabularies'

export type SeedOptions = {
  /** Companies, offers and accounts that are invented, and marked so. */
  readonly demo: boolean
  readonly now: Date
  /** Where files go; without it the material of the demo has none. */
  readonly attachments?: Pick<FileStore, 'put'>
  /** Told after each step, with what it was and how many ms it took. */
  readonly onStep?: (step: string, ms: number) => void
}

/** Some 5 s on two cores. */
export async function seedAll(db: Db, options: SeedOptions): Promise<void> {
  const { demo, now, attachments, onStep } = options
  const steps: readonly (readonly [string, () => Promise<void>])[] = [
    ['geography', () => seedGeography(db)],
    ['vocabularies', () => seedVocabularies(db)],
    ['holidays', () => seedHolidays(db)],
    ['school register', () => seedRegister(db, now)],
    ...(demo
      ? ([
          ['demo companies and offers', () => seedDemoContent(db, now)],
          ...(attachments ? ([['demo work sheets', () => seedDemoSheets(db, attachments)]] as const) : []),
          ['demo accounts', () => seedDemoAccounts(db, now)],
        ] as const)
      : []),
  ]
  for (const [name, run] of steps) {
    const start = performance.now()
    await run()
    onStep?.(name, Math.round(performance.now() - start))
  }
}
