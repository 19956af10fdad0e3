/**
 * State machines as tables: for each state the moves that it allows and where they lead. What is not in the table
 * is refused, so a new state or move is decided in one place.
 */
export type StateTable<State extends string, Move extends string> = Readonly<
  Record<State, Readonly<Partial<Record<Move, State>>>>
>

/** @returns the state after the move, `null` when the table refuses it. */
export function afterMove<State extends string, Move extends string>(
  table: StateTable<State, Move>,
  state: State,
  move: Move,
): State | null {
  return table[state][move] ?? null
}

/** @returns the moves that the state allows, in the order of the table. */
export function movesFrom<State extends string, Move extends string>(
  table: StateTable<State, Move>,
  state: State,
): readonly Move[] {
  return Object.keys(table[state]) as Move[]
}
