import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";
import styles from "./MoreMenu.module.css";

/**
 * What is seldom done with a screen, behind one button. It lies over what follows, and is gone with a press in it, a press
 * or the focus elsewhere, or Escape, which gives the focus back.
 */
export function MoreMenu({ children }: { readonly children: ReactNode }) {
  const menu = useRef<HTMLDetailsElement>(null);
  const button = useRef<HTMLElement>(null);

  const close = () => {
    const { current } = menu;
    if (!current?.open) return;
    if (current.contains(document.activeElement)) button.current?.focus();
    current.open = false;
  };

  useEffect(() => {
    const onElsewhere = ({ target }: Event) => {
      const { current } = menu;
      if (current && target instanceof Node && !current.contains(target)) current.open = false;
    };
    document.addEventListener("pointerdown", onElsewhere);
    document.addEventListener("focusin", onElsewhere);
    return () => {
      document.removeEventListener("pointerdown", onElsewhere);
      document.removeEventListener("focusin", onElsewhere);
    };
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || menu.current?.open !== true) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };

  return (
    <details ref={menu} className={styles.menu} onKeyDown={onKeyDown}>
      <summary ref={button} className="button">
        More <span aria-hidden="true">▾</span>
      </summary>
      {/* Each of them is pressed itself, by keys too. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div className={styles.list} onClick={close}>
        {children}
      </div>
    </details>
  );
}
