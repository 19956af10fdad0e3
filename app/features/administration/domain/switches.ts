/** What an administrator can switch off without a new release. Each does something; what is not set is on. */
export const SWITCHES = ['sign-up', 'phone-entries', 'impersonation'] as const
export type SwitchKey = (typeof SWITCHES)[number]

/** What use cases ask. */
export type Switches = { readonly isOn: (key: SwitchKey) => Promise<boolean> }
