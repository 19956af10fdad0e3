/** What runs in the thread of app/platform/threads: solves one round after another, as they come. Not started by hand. */
import { parentPort } from 'node:worker_threads'
import { type PackedRound, unpackRound } from '~/features/clearing/domain/packed-round'
import { type RoundResult, solveRound } from '~/features/clearing/domain/solve-round'
import type { ThreadAnswer } from '~/platform/threads/thread.server'

parentPort?.on('message', (round: PackedRound) => parentPort?.postMessage(answerTo(round)))

function answerTo(round: PackedRound): ThreadAnswer<RoundResult> {
  try {
    return { ok: true, output: solveRound(unpackRound(round)) }
  } catch (error) {
    return { ok: false, message: String(error), isOutOfRange: error instanceof RangeError }
  }
}
