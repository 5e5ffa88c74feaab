import { useHashLocation } from "wouter/use-hash-location";

/**
 * The address after "#", for the router. It undoes some escapes of what it is given, by which an id with "%2F" in it
 * could not be told from one with "/": so it is given the address escaped once more, and a route gets its parts as they
 * stand in the address.
 */
export function useAddress(): ReturnType<typeof useHashLocation> {
  const [address, navigate] = useHashLocation();
  return [address.replaceAll("%", "%25"), navigate];
}

useAddress.hrefs = (address: string) => `#${address}`;
