/**
 * Tells forms of people from those of programs, without a puzzle for anybody. A page with JavaScript fetches a signed stamp
 * and finds a proof of work for it (`kernel/proof-of-work`) while the form is filled in; a stamp counts once. A form
 * without a proof is taken all the same, but few of them from one address. A field that nobody sees is left empty by people.
 */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { AppError } from '~/kernel/errors'
import { fits, PROOF_BITS, proofText } from '~/kernel/proof-of-work'
import type { Limits } from '~/platform/limits/limits.server'

export type FormGuard = {
  /** @returns a new stamp; it counts for two hours. */
  stamp(now: Date): string
  /**
   * At most one statement.
   * @returns whether the form carries work of its own that no form carried before.
   * @throws AppError `invalid` (422) `form.trapped` when the hidden field is filled in.
   */
  isProven(form: FormData, now: Date): Promise<boolean>
}

const LIFE_SECONDS = 2 * 3600
/** Nobody fills in a form faster. */
const LEAST_SECONDS = 1
const STAMP = /^[\w-]{16}\.([0-9a-z]{6,8})\.[\w-]{43}$/
const ONCE = { name: 'form-stamp', tries: 1, seconds: LIFE_SECONDS }

export function makeFormGuard(secret: string, limits: Pick<Limits, 'take'>): FormGuard {
  const signature = (body: string) => createHmac('sha256', secret).update(`form-stamp:${body}`).digest()
  return {
    stamp(now) {
      const issued = Math.floor(now.getTime() / 1000).toString(36)
      const body = `${randomBytes(12).toString('base64url')}.${issued}`
      return `${body}.${signature(body).toString('base64url')}`
    },
    async isProven(form, now) {
      if (form.get('fax') !== null && form.get('fax') !== '') throw new AppError('invalid', 'form.trapped')
      const stamp = String(form.get('stamp') ?? '')
      const issued = STAMP.exec(stamp)?.[1]
      if (issued === undefined) return false
      const at = stamp.lastIndexOf('.')
      const signed = Buffer.from(stamp.slice(at + 1), 'base64url')
      if (signed.length !== 32 || !timingSafeEqual(signed, signature(stamp.slice(0, at)))) return false
      const age = now.getTime() / 1000 - Number.parseInt(issued, 36)
      if (age < LEAST_SECONDS || age > LIFE_SECONDS) return false
      const work = String(form.get('work') ?? '')
      if (!/^\d{1,9}$/.test(work)) return false
      const hash = createHash('sha256')
        .update(proofText(stamp, Number(work)))
        .digest()
      return fits(hash, PROOF_BITS) && (await isFirst(stamp))
    },
  }

  async function isFirst(stamp: string): Promise<boolean> {
    try {
      await limits.take(ONCE, stamp)
      return true
    } catch (error) {
      if (error instanceof AppError && error.kind === 'too-many') return false
      throw error
    }
  }
}
