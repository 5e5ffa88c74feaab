import { useEffect, useState, type ComponentType } from "react";

/**
 * Makes a page that is loaded when it is first shown. React's own `lazy` shows what it loaded 300 ms late
 * once it has shown something else in its place.
 *
 * @param load gives the page; where it fails, the page throws its error
 */
export function pageOf<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let loaded: ComponentType<P> | null = null;
  return function Page(props: P) {
    const [Shown, show] = useState(() => loaded);
    const [error, setError] = useState<Error>();
    useEffect(() => {
      if (loaded) return;
      load().then(
        (page) => {
          loaded = page;
          show(() => page);
        },
        (reason: unknown) => setError(reason instanceof Error ? reason : new Error(String(reason))),
      );
    }, []);
    if (error) throw error;
    return Shown && <Shown {...props} />;
  };
}
