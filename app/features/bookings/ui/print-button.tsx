import Printer from 'lucide-react/icons/printer'
import { useEffect, useState } from 'react'
import { Button } from '~/components/button'
import * as m from '~/paraglide/messages'

/** Only a script can print: without one there is no button that does nothing. */
export function PrintButton() {
  const [canPrint, setCanPrint] = useState(false)
  useEffect(() => setCanPrint(true), [])
  if (!canPrint) return null
  return (
    <Button type="button" look="quiet" size="small" className="-ml-3.5" onClick={() => window.print()}>
      <Printer aria-hidden size={20} strokeWidth={1.75} />
      {m.bookings_print()}
    </Button>
  )
}
