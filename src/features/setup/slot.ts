/** @returns whether an interview can be that long */
export function isSlot(minutes: number): boolean {
  return minutes >= 5 && minutes <= 480;
}
