import { useLayoutEffect, useRef } from "react";

interface Props {
  /** Selects what of each item gets the focus, in the section or page that the button is in. */
  readonly items: string;
  /** How many more a press brings; none where it is not above 0. */
  readonly count: number;
  readonly onMore: () => void;
}

/**
 * Below a part of a list: brings more of it, and the first of those gets the focus. They stand before the button, which
 * goes away with the last of them. Where it is the item itself, a second press of Enter does nothing.
 */
export function ShowMore({ items, count, onMore }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const pressed = useRef<{ readonly room: Element; readonly shownCount: number } | null>(null);
  const itemsIn = (room: Element) => room.querySelectorAll<HTMLElement>(items);
  // In each drawing: they may have to be read first.
  useLayoutEffect(() => {
    if (!pressed.current) return;
    const { room, shownCount } = pressed.current;
    const first = itemsIn(room)[shownCount];
    if (!first) return;
    pressed.current = null;
    const { activeElement } = document;
    // Whoever went elsewhere meanwhile stays there.
    if (activeElement !== document.body && activeElement !== button.current) return;
    first.setAttribute("tabindex", "-1");
    // It stands where the button was: the page stays, and a list that scrolls by itself shows it.
    first.focus({ preventScroll: true });
    first.scrollIntoView({ block: "nearest" });
  });
  return (
    count > 0 && (
      <button
        ref={button}
        type="button"
        className="more"
        onClick={({ currentTarget }) => {
          const room = currentTarget.closest("section, main");
          pressed.current = room && { room, shownCount: itemsIn(room).length };
          onMore();
        }}
      >
        Show {count} more
      </button>
    )
  );
}
