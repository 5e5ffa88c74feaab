/** @returns the key that was meant: on keyboards without Latin letters, or with digits on Shift, the place tells */
export function keyOf(event: KeyboardEvent): string {
  if (/^[a-z0-9]$/iu.test(event.key)) return event.key.toLowerCase();
  if (event.key === "?" || event.key.length > 1) return event.key;
  return /^(?:Key|Digit|Numpad)([A-Z0-9])$/u.exec(event.code)?.[1]?.toLowerCase() ?? event.key;
}
