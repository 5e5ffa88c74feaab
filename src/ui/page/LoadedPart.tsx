import { useEffect, useState, type ComponentType, type ReactNode, type Ref } from "react";
import { Link } from "wouter";
import { untilLoaded } from "./untilLoaded.ts";

/** Vite asks for a style sheet once a page: that it failed is told to nobody who asks for the part again. */
let hasStyleFailed = false;
addEventListener(
  "error",
  ({ target }) => {
    hasStyleFailed ||= target instanceof HTMLLinkElement && target.rel === "stylesheet";
  },
  true,
);

/** Longer than a file takes where nothing is in the way. */
const SLOW_MS = 10_000;

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
      const fail = () => {
        hasFailed = true;
        setMissing(true);
      };
      load().then((part) => {
        if (hasStyleFailed) {
          fail();
          return;
        }
        loaded = part;
        show(() => part);
      }, fail);
    }, []);
    const isWaiting = !Shown && !isMissing;
    const [isSlow, setSlow] = useState(false);
    useEffect(() => {
      if (!isWaiting) return undefined;
      const slow = setTimeout(() => setSlow(true), SLOW_MS);
      return () => clearTimeout(slow);
    }, [isWaiting]);
    if (isMissing || (isWaiting && isSlow && frame === "page"))
      return <Missing {...props} frame={frame} isComing={isWaiting} />;
    return Shown ? <Shown {...props} /> : waiting;
  };
}

/** As `partOf`, of what is all that there is on a screen. */
export function pageOf<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  return partOf(load, { frame: "page" });
}

interface MissingProps {
  readonly frame: Frame;
  /** It may still be on its way. */
  readonly isComing: boolean;
  /** Of a dialog: what opens it opens this one. */
  readonly ref?: Ref<HTMLDialogElement>;
}

/** Says that a part is not there, and loads the page anew as soon as it can be had: what was typed is on the disk, or in the tab. */
function Missing({ frame, isComing, ref }: MissingProps) {
  const [isAway, setAway] = useState(false);
  useEffect(() => {
    if (frame !== "page" || isComing) return undefined;
    // Nothing else is on the screen, so nobody is kept from anything; but whoever goes on to another one may be typing there.
    const leaving = new AbortController();
    void reloadWhenThere(leaving.signal);
    return () => leaving.abort();
  }, [frame, isComing]);
  const tryAgain = () => {
    askForPage().then(
      () => location.reload(),
      () => setAway(true),
    );
  };
  const sentence = (
    <p className="notice row" role="alert">
      {isAway
        ? "Still no connection."
        : isComing
          ? "This part is taking long to load. Wait, or try again."
          : "This part could not be loaded. Check the connection and try again."}
      <button type="button" className="push" onClick={tryAgain}>
        Try again
      </button>
      {frame === "page" && (
        <Link href="/" className="button">
          Back to interviews
        </Link>
      )}
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

/** @throws where the page can't be had: without a network and without a copy in the browser there would be nothing left to show */
async function askForPage(): Promise<void> {
  const { ok } = await fetch("./", { cache: "no-store" });
  if (!ok) throw new Error("The host of the app has trouble.");
}

/** @param signal that the screen was left */
async function reloadWhenThere(signal: AbortSignal): Promise<void> {
  await untilLoaded(async () => {
    if (!signal.aborted) await askForPage();
  });
  if (!signal.aborted && mayReload()) location.reload();
}

/** In a tab's own storage: when a page was last reloaded unasked, epoch ms. */
const RELOADED = "reloaded";
const ONCE_IN_MS = 60_000;

/** @returns whether a page may be reloaded unasked, and notes that it is: where a part can't be had it would go on for ever */
function mayReload(): boolean {
  try {
    if (Math.abs(Date.now() - Number(sessionStorage.getItem(RELOADED))) < ONCE_IN_MS) return false;
    sessionStorage.setItem(RELOADED, String(Date.now()));
    return true;
  } catch {
    // The browser keeps nothing for this site.
    return false;
  }
}
