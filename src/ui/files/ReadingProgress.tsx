import { useEffect, useRef } from "react";
import { WorkProgress } from "./WorkProgress.tsx";
import styles from "./WorkProgress.module.css";

interface Props {
  /** What is being done; it is read out when it changes. */
  readonly label: string;
  readonly done: number;
  readonly of: number;
  readonly onCancel: () => void;
}

/** How far files are read, where that takes its time. */
export function ReadingProgress({ label, done, of, onCancel }: Props) {
  const box = useRef<HTMLElement>(null);
  // It comes where files were chosen, below all that is seen of a small screen.
  useEffect(() => {
    box.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <section ref={box} className={`card ${styles.alone}`} aria-label="Reading files">
      <WorkProgress label={label} detail={`${done} of ${of}`} work={{ done, of }} onCancel={onCancel} />
    </section>
  );
}
