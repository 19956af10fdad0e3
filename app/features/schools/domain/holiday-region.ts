export const HOLIDAY_REGIONS = ['noord', 'midden', 'zuid'] as const
export type HolidayRegion = (typeof HOLIDAY_REGIONS)[number]
