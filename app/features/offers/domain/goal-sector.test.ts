import { expect, test } from 'vitest'
import { LEVEL_YEARS, LEVELS } from '~/kernel/education'
import { goalSector } from './goal-sector'

test('primary school has its own goals, secondary school those of its lower years, upper years none', () => {
  const byLevel = Object.fromEntries(
    LEVELS.map((level) => [
      level,
      LEVEL_YEARS[level].map((year) => goalSector(level, year) ?? '-').join(' '),
    ]),
  )
  expect(byLevel).toEqual({
    po: 'po po po po po po po po',
    pro: 'vo vo - - -',
    vmbo: 'vo vo - -',
    havo: 'vo vo vo - -',
    vwo: 'vo vo vo - - -',
  })
})
