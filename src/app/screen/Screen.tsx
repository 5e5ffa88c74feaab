import { useEffect, useRef, type ReactNode } from "react";
import { useLocation } from "wouter";
import { arrive, focusHeading } from "./arrival.ts";
import { Navigation, type Room } from "./Navigation.tsx";

const APP = "Interview Scorecard";

interface Props {
  /** What the tab says before the app's name. The browser keeps it in its history, where no deletion reaches: it names nobody. */
  readonly title: string;
  /** Where in the navigation it is; null for a live call, which has none. */
  readonly room: Room | null;
  readonly children: ReactNode;
}

/** What is around a screen: its title, the way to the others and, when it is gone to, the focus on its heading. */
export function Screen({ title, room, children }: Props) {
  const [path] = useLocation();
  const content = useRef<HTMLDivElement>(null);
  const isLive = room === null;

  useEffect(() => {
    document.title = `${title} · ${APP}`;
  }, [title]);

  useEffect(() => {
    arrive(path, isLive ? null : content.current);
  }, [path, title, isLive]);

  return (
    <>
      {room !== null && (
        <Navigation current={room} onSkip={() => content.current && focusHeading(content.current)} />
      )}
      <div ref={content}>{children}</div>
    </>
  );
}
