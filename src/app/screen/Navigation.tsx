import { useEffect, useState } from "react";
import { Link, useLocation } from "wouter";
import { useApp } from "../../state/app/appContext.ts";
import type { WaitingCounts } from "../../state/app/waitingCounts.ts";
import { showPalette } from "../../state/search/palette.ts";
import { loadAfterFirstScreen } from "../firstScreen.ts";
import { useAddress } from "../useAddress.ts";
import styles from "./Navigation.module.css";

const rooms = {
  interviews: { href: "/", word: "Interviews" },
  guides: { href: "/guides", word: "Guides" },
  panels: { href: "/panels", word: "Panels" },
  candidates: { href: "/candidates", word: "Candidates" },
  settings: { href: "/settings", word: "Settings" },
} as const;

/** Where a screen belongs. */
export type Room = keyof typeof rooms;

/** There is room for two figures between two words; whoever has more waiting looks at the list. */
const MOST_TOLD = 99;

/** What is said of those that wait, behind their number. */
const waitingWords: Readonly<Record<keyof WaitingCounts, string>> = {
  interviews: "to do",
  guides: "unfinished",
  panels: "waiting for you",
  candidates: "due for deletion",
  settings: "to check",
};

interface Props {
  readonly current: Room;
  /** Leads past it, to the screen itself. */
  readonly onSkip: () => void;
}

/** The way from every screen to every other, with what waits for a person in each. */
export function Navigation({ current, onSkip }: Props) {
  const [path] = useLocation();
  const waiting = useWaiting();
  return (
    <nav aria-label="Main" className={`noPrint ${styles.bar}`}>
      <a
        href={useAddress.hrefs(path)}
        className={styles.skip}
        onClick={(event) => {
          event.preventDefault();
          onSkip();
        }}
      >
        Skip to content
      </a>
      <b className={styles.brand}>Interview Scorecard</b>
      <ul className={styles.rooms}>
        {(Object.keys(rooms) as Room[]).map((room) => {
          const { href, word } = rooms[room];
          const count = waiting?.[room] ?? 0;
          return (
            <li key={room}>
              <Link
                href={href}
                className={styles.room}
                // A page within is not the one that the link leads to.
                aria-current={room === current && (path === href ? "page" : "true")}
              >
                {word}
                {count > 0 && (
                  <>
                    {" "}
                    <span className={`figures ${styles.count}`}>
                      {count > MOST_TOLD ? `${MOST_TOLD}+` : count}
                    </span>{" "}
                    <span className="heard">{waitingWords[room]}</span>
                  </>
                )}
              </Link>
            </li>
          );
        })}
      </ul>
      <button
        type="button"
        className={`plain ${styles.search}`}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => showPalette(true)}
      >
        Search
      </button>
    </nav>
  );
}

/** @returns how many wait for a person, kept up to date; undefined until they are counted, which the first screen does not wait for */
function useWaiting(): WaitingCounts | undefined {
  const app = useApp();
  const [waiting, setWaiting] = useState<WaitingCounts>();
  useEffect(() => {
    let stop: (() => void) | undefined;
    let isGone = false;
    const watch = async () => {
      const { watchWaiting } = await loadAfterFirstScreen(() => import("../../state/app/waitingCounts.ts"));
      if (!isGone) stop = watchWaiting(app, setWaiting);
    };
    void watch();
    return () => {
      isGone = true;
      stop?.();
    };
  }, [app]);
  return waiting;
}
