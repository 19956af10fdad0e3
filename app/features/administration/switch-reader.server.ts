/** Asks the table each time: a switch counts from the next request on. */
import type { Db } from '~/platform/db/client.server'
import type { Switches } from './domain/switches'

export function makeSwitches(db: Pick<Db, 'featureSwitch'>): Switches {
  return {
    async isOn(key) {
      const row = await db.featureSwitch.findUnique({ where: { key }, select: { isOn: true } })
      return row?.isOn ?? true
    },
  }
}
