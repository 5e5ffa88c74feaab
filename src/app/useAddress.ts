import { useHashLocation } from "wouter/use-hash-location";

/** How the address is changed. */
interface Going {
  /** Whether the entry of the history that is shown becomes the new address. */
  readonly replace?: boolean;
  /** What is kept with the new entry, beside what is kept there already. */
  readonly state?: Readonly<Record<string, unknown>>;
}

/**
 * The address after "#" up to a "?", for the router. It undoes some escapes of what it is given, by which an id with "%2F"
 * in it could not be told from one with "/": so it is given the address escaped once more, and a route gets its parts as
 * they stand in the address.
 */
export function useAddress(): [string, typeof go] {
  const [address] = useHashLocation();
  return [pathOf(address).replaceAll("%", "%25"), go];
}

useAddress.hrefs = (address: string) => `#${address}`;

function pathOf(address: string): string {
  return address.split("?", 1).join();
}

function go(to: string, { replace = false, state }: Going = {}): void {
  const oldURL = location.href;
  // What is kept with an entry, such as how far it was scrolled, stays with it.
  if (replace) history.replaceState({ ...(history.state as Going["state"] | null), ...state }, "", `#${to}`);
  else history.pushState(state ?? null, "", `#${to}`);
  dispatchEvent(new HashChangeEvent("hashchange", { oldURL, newURL: location.href }));
}
