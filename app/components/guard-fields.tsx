/**
 * What a form that anybody may send carries unseen: a field that people leave empty, and a proof of work that the browser
 * finds while the form is filled in. Without JavaScript, or before it is found, the form goes without.
 */
import { useEffect, useRef, useState } from 'react'
import { fits, PROOF_BITS, proofText } from '~/kernel/proof-of-work'
import * as m from '~/paraglide/messages'
import { paths } from './paths'

/** Hashes between two looks at whether somebody types. */
const BATCH = 256

export function GuardFields() {
  const [proof, setProof] = useState({ stamp: '', work: '' })
  const begun = useRef(false)
  useEffect(() => {
    // In a page that is no secure context there is no hashing.
    if (begun.current || !globalThis.crypto?.subtle) return
    begun.current = true
    void findProof().then((found) => {
      if (found) setProof(found)
    })
  }, [])
  return (
    <>
      <input type="hidden" name="stamp" value={proof.stamp} />
      <input type="hidden" name="work" value={proof.work} />
      <label className="hidden" aria-hidden="true">
        {m.common_trap()}
        <input name="fax" tabIndex={-1} autoComplete="off" />
      </label>
    </>
  )
}

async function findProof(): Promise<{ stamp: string; work: string } | null> {
  const answer = await fetch(paths.formStamp()).catch(() => null)
  if (!answer?.ok) return null
  const { stamp } = (await answer.json()) as { readonly stamp: string }
  const encoder = new TextEncoder()
  for (let first = 0; first < 2 ** (PROOF_BITS + 6); first += BATCH) {
    const hashes = await Promise.all(
      Array.from({ length: BATCH }, (_, index) =>
        crypto.subtle.digest('SHA-256', encoder.encode(proofText(stamp, first + index))),
      ),
    )
    const at = hashes.findIndex((hash) => fits(new Uint8Array(hash), PROOF_BITS))
    if (at >= 0) return { stamp, work: String(first + at) }
    await new Promise((resume) => setTimeout(resume))
  }
  return null
}
