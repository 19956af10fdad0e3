/** Which goals of the statute are for which years. */
import type { Level } from '~/kernel/education'

/**
 * The goals for secondary schools are those of its lower years: two of vmbo and practical education, three of havo and vwo.
 * The upper years have none: there subjects and profiles say what it is about.
 * @returns the list of goals that a year is taught by; `null`: none.
 */
export function goalSector(level: Level, year: number): 'po' | 'vo' | null {
  if (level === 'po') return 'po'
  const lower = level === 'havo' || level === 'vwo' ? 3 : 2
  return year <= lower ? 'vo' : null
}
