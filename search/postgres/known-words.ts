/** Which words some offer has, as it is written. Asked of PostgreSQL whichever engine answers: its index is always whole. */
import type pg from 'pg'

/** One statement. @param words folded. @returns those that some offer has. */
export async function knownWords(pool: pg.Pool, words: readonly string[]): Promise<ReadonlySet<string>> {
  if (words.length === 0) return new Set()
  const { rows } = await pool.query<{ word: string }>(
    `SELECT s.word FROM search_word s JOIN search_generation g ON g.index = 'offers' AND g.current = s.generation
     WHERE s.word = ANY($1::text[])`,
    [words],
  )
  return new Set(rows.map(({ word }) => word))
}
