import { useLocation, useSearch } from "wouter";

/**
 * A tab or a filter that stands in the address, so that it is there again after a reload and on the way back, and can be
 * given on. Nothing that names a candidate may be kept so: addresses stay in the browser's history.
 *
 * @param name the same on no other tab or filter of the screen
 * @param beginning what it is where the address has none
 * @returns its value, and what changes it, in the same entry of the history
 */
export function useInAddress(name: string, beginning: string): readonly [string, (value: string) => void] {
  const [, navigate] = useLocation();
  const value = new URLSearchParams(useSearch()).get(name) ?? beginning;
  return [
    value,
    (next) => {
      // As it is now: another one may have been changed by the same event.
      const [path = "", query] = location.hash.slice(1).split("?", 2);
      const parts = new URLSearchParams(query);
      if (next === beginning) parts.delete(name);
      else parts.set(name, next);
      navigate(parts.size === 0 ? path : `${path}?${parts.toString()}`, { replace: true });
    },
  ];
}
