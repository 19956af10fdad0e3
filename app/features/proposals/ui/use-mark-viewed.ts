/** Tells the server once that a person has this request before them: by a post, because looking changes nothing. */
import { useFetcher } from '@remix-run/react'
import { useEffect, useRef } from 'react'

export function useMarkViewed(id: string, isNew: boolean, action: string): void {
  const { submit } = useFetcher()
  const told = useRef<string | null>(null)
  useEffect(() => {
    if (!isNew || told.current === id) return
    told.current = id
    submit({ intent: 'view' }, { method: 'post', action })
  }, [id, isNew, action, submit])
}
