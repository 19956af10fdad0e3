/** Whether the form with this button is on its way. */
import { useNavigation } from '@remix-run/react'

export function useBusy(intent: string): boolean {
  const navigation = useNavigation()
  return navigation.state === 'submitting' && navigation.formData?.get('intent') === intent
}
