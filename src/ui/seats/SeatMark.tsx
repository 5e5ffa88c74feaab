import type { SeatSide, SeatStatus } from "../../domain/panels/seatStatus.ts";
import { seatToWords } from "./seatWords.ts";
import styles from "./SeatMark.module.css";

interface Props {
  readonly status: SeatStatus;
  readonly side: SeatSide;
  readonly isLeadSeat: boolean;
  /** Epoch ms. */
  readonly now: number;
}

/** Where somebody stands: by shape and word, never by colour alone. */
export function SeatMark({ status, side, isLeadSeat, now }: Props) {
  const { words, detail } = seatToWords(status, { side, isLeadSeat, now });
  return (
    <span className={styles.mark} data-state={status.lateDays > 0 ? "late" : status.state}>
      <span className={styles.words}>{words}</span>
      {detail !== "" && <span className={`small soft figures ${styles.detail}`}>{detail}</span>}
    </span>
  );
}
