import { useEffect, useState, type ComponentType, type ReactNode, type Ref } from "react";

/** What is around the sentence that stands for a part which could not be loaded. */
type Frame = "page" | "dialog" | "none";

interface Options {
  readonly frame?: Frame;
  /** What is shown until it is there. */
  readonly waiting?: ReactNode;
}

/**
 * Makes a part of the app that is loaded when it is first shown. React's own `lazy` shows what it loaded 300 ms late
 * once it has shown something else in its place, and takes the whole screen down where it can't be fetched: offline, say,
 * after an update that the page has not gone over to yet.
 *
 * @param load gives the part; where it fails, a sentence stands in its place until the page is loaded anew. A second try
 *   without that would show the part without a style sheet that failed.
 */
export function partOf<P extends object>(
  load: () => Promise<ComponentType<P>>,
  { frame = "none", waiting = null }: Options = {},
): ComponentType<P> {
  let loaded: ComponentType<P> | null = null;
  let hasFailed = false;
  return function Part(props: P) {
    const [Shown, show] = useState(() => loaded);
    const [isMissing, setMissing] = useState(hasFailed);
    useEffect(() => {
      if (loaded || hasFailed) return;
      load().then(
        (part) => {
          loaded = part;
          show(() => part);
        },
        () => {
          hasFailed = true;
          setMissing(true);
        },
      );
    }, []);
    if (isMissing) return <Missing {...props} frame={frame} />;
    return Shown ? <Shown {...props} /> : waiting;
  };
}

/** As `partOf`, of what is all that there is on a screen. */
export function pageOf<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  return partOf(load, { frame: "page" });
}

interface MissingProps {
  readonly frame: Frame;
  /** Of a dialog: what opens it opens this one. */
  readonly ref?: Ref<HTMLDialogElement>;
}

/** Says that a part is not there, and loads the page anew as soon as it can be had: what was typed is on the disk, or in the tab. */
function Missing({ frame, ref }: MissingProps) {
  const [isAway, setAway] = useState(false);
  useEffect(() => {
    // Nothing else is on the screen, so nobody is kept from anything.
    if (frame === "page" && mayLoadAnew()) loadAnew(() => {});
  }, [frame]);
  const sentence = (
    <p className="notice row" role="alert">
      {isAway ? "Still no connection." : "This part could not be loaded. Check the connection and try again."}
      <button type="button" className="push" onClick={() => loadAnew(() => setAway(true))}>
        Try again
      </button>
    </p>
  );
  if (frame === "none") return sentence;
  if (frame === "page") return <main className="page">{sentence}</main>;
  return (
    <dialog ref={ref} aria-label="Not loaded">
      {sentence}
      <form method="dialog" className="row">
        <button type="submit" className="push">
          Close
        </button>
      </form>
    </dialog>
  );
}

/** @param onAway called where the page can't be had: without a network and without a copy in the browser there would be nothing left to show */
function loadAnew(onAway: () => void): void {
  fetch("./", { cache: "no-store" }).then(() => location.reload(), onAway);
}

/** In a tab's own storage: when a page was last loaded anew unasked, epoch ms. */
const LOADED_ANEW = "reloaded";
const ONCE_IN_MS = 60_000;

/** @returns whether a page may be loaded anew unasked, and notes that it is: one that can't be had would go on for ever */
function mayLoadAnew(): boolean {
  try {
    if (Math.abs(Date.now() - Number(sessionStorage.getItem(LOADED_ANEW))) < ONCE_IN_MS) return false;
    sessionStorage.setItem(LOADED_ANEW, String(Date.now()));
    return true;
  } catch {
    // The browser keeps nothing for this site.
    return false;
  }
}
