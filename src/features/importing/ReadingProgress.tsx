import { useRef } from "react";
import { WorkProgress } from "../../ui/files/WorkProgress.tsx";
import { useFocusLeft } from "../../ui/page/focusOnMount.ts";
import type { Reading } from "./importWork.ts";
import styles from "./ImportPreview.module.css";

interface Props {
  readonly reading: Reading;
  readonly onCancel: () => void;
}

const stepWords: Readonly<Record<Reading["step"], string>> = {
  opening: "Opening files",
  unpacking: "Unpacking files",
  reading: "Reading files",
};

/** How far files are read, where that takes its time. */
export function ReadingProgress({ reading: { step, done, of }, onCancel }: Props) {
  const box = useRef<HTMLElement>(null);
  useFocusLeft(box, "main", "h1");
  const label = stepWords[step];
  return (
    <section ref={box} className={`card ${styles.report}`} aria-label="Reading files">
      <WorkProgress label={label} detail={`${done} of ${of}`} work={{ done, of }} onCancel={onCancel} />
    </section>
  );
}
