import { useLayoutEffect, useRef, useState, type ReactNode } from "react";
import styles from "./SideScroll.module.css";

interface Props {
  /** What is in it, for those who hear that it scrolls. */
  readonly label: string;
  /** By which the focus in it is kept, where that is done. */
  readonly id?: string;
  readonly children: ReactNode;
}

/** Around a table: where that is wider than its room it scrolls, says so, and is reached without a pointer. */
export function SideScroll({ label, id, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  // Until it is measured, before it is seen: whoever had the focus in it gets it again where it is drawn anew.
  const [isCut, setCut] = useState(true);
  // Whenever it is drawn: what is in it may have become wider.
  useLayoutEffect(() => {
    const measure = () => {
      const { current } = box;
      if (current) setCut(current.scrollWidth > current.clientWidth);
    };
    measure();
    addEventListener("resize", measure);
    return () => removeEventListener("resize", measure);
  });
  const asRegion = isCut && { tabIndex: 0, role: "region", "aria-label": label };
  return (
    <div className={styles.frame}>
      {isCut && <p className={`small soft noPrint ${styles.hint}`}>Scroll sideways to see all columns.</p>}
      <div ref={box} id={id} className={styles.scroll} {...asRegion}>
        {children}
      </div>
    </div>
  );
}
