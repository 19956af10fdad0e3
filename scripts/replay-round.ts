/**
 * `npm run replay:round -- <id>`: solves the kept input of a clearing round again and compares it with what was kept.
 * Ends with 1 when anything differs.
 */
import { SYSTEM } from '~/authorisation/actor'
import { replayRound } from '~/features/clearing/use-cases/replay-round.server'
import { wire } from '~/wiring.server'

const id = process.argv[2]
if (!id) {
  process.stderr.write('usage: npm run replay:round -- <id of the round>\n')
  process.exit(2)
}
const wiring = wire()
try {
  const { isSame, ...figures } = await replayRound(wiring, SYSTEM, id)
  process.stdout.write(`${JSON.stringify(figures)}\n${isSame ? 'the same result' : 'A DIFFERENT RESULT'}\n`)
  process.exitCode = isSame ? 0 : 1
} finally {
  await wiring.close()
}
