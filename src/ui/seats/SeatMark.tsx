import type { SeatSide, SeatStatus } from "../../domain/panels/seatStatus.ts";
import { seatToWords } from "./seatWords.ts";
import styles from "./SeatMark.module.css";

interface Props {
  readonly status: SeatStatus;
  readonly side: SeatSide;
  readonly isLeadSeat: boolean;
  /** The name of the panel's lead, where the seat's own device knows it. */
  readonly lead?: string | undefined;
  /** Epoch ms. */
  readonly now: number;
}

/** Where somebody stands: by shape and word, never by colour alone. */
export function SeatMark({ status, side, isLeadSeat, lead, now }: Props) {
  const { words, detail } = seatToWords(status, { side, isLeadSeat, lead, now });
  return (
    <span className={styles.mark} data-state={status.lateDays > 0 ? "late" : status.state}>
      <span className={styles.words}>{words}</span>
      {detail !== "" && <span className={`small soft figures ${styles.detail}`}>{detail}</span>}
    </span>
  );
}
