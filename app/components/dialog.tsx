/**
 * A native dialog: a question, its consequence in one sentence, two answers named after what they do. Without JavaScript the
 * link that opens it leads to a page with the same question.
 */
import { type ReactNode, useEffect, useId, useRef } from 'react'

type Props = {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  readonly children: ReactNode
}

export function Dialog({ open, onClose, title, children }: Props) {
  const box = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const dialog = box.current
    if (!dialog) return
    if (open && !dialog.open) dialog.showModal()
    if (!open && dialog.open) dialog.close()
  }, [open])
  return (
    <dialog
      ref={box}
      aria-labelledby={titleId}
      onClose={onClose}
      className="m-auto w-[min(34rem,calc(100vw-2rem))] rounded-lg border border-line bg-surface p-6 text-ink shadow-lg backdrop:bg-[rgb(9_21_21/0.6)] max-sm:mb-0 max-sm:w-full max-sm:max-w-none max-sm:rounded-b-none"
    >
      <h2 id={titleId}>{title}</h2>
      <div className="mt-3">{children}</div>
    </dialog>
  )
}
