/*
 * What all tabs know outside of the database, in localStorage. Where the browser keeps nothing there (its data is
 * blocked, or there is no room), this tab goes by what it wrote itself: automatic backups are made all the same.
 */

const unwritten = new Map<string, string | null>();

/** @returns what was last written under that key, or null */
export function readItem(key: string): string | null {
  const own = unwritten.get(key);
  if (own !== undefined) return own;
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** @param value null takes away what is there */
export function writeItem(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
    unwritten.delete(key);
  } catch {
    unwritten.set(key, value);
  }
}

/** @returns whether the browser blocks the data of this site, all of it: here it says so plainly, of a database each in its way */
export function isSiteDataBlocked(): boolean {
  try {
    localStorage.getItem("");
    return false;
  } catch {
    return true;
  }
}

/** @returns every key under which something is kept, by this app or by another at the same address */
export function itemKeys(): readonly string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return [...unwritten.keys()];
  }
}

/**
 * Follows what other tabs write or take away.
 *
 * @param onChange is given the key and what is there now; null for both where somebody cleared the site's data
 * @returns ends it
 */
export function followItems(onChange: (key: string | null, value: string | null) => void): () => void {
  const hear = ({ key, newValue }: StorageEvent) => onChange(key, newValue);
  window.addEventListener("storage", hear);
  return () => window.removeEventListener("storage", hear);
}
