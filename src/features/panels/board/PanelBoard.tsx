import type { ReactNode } from "react";
import { Link } from "wouter";
import { levelWords } from "../../../domain/guides/guide.ts";
import type { BoardSeat } from "../../../domain/panels/seatStatus.ts";
import { useApp } from "../../../state/app/appContext.ts";
import { usePersons } from "../../../state/candidates/persons.ts";
import { candidateName } from "../../../ui/words/candidateName.ts";
import type { BoardRow, LeadBoard } from "../../../state/panels/board.ts";
import { panelAddress } from "../../../ui/page/addresses.ts";
import { ShowMore } from "../../../ui/rows/ShowMore.tsx";
import { SeatMark } from "../../../ui/seats/SeatMark.tsx";
import { dayToText } from "../../../ui/words/dates.ts";
import { NextStep } from "./NextStep.tsx";
import styles from "./PanelBoard.module.css";
import { nameToKey } from "../../../domain/text/nameKey.ts";
import { countToName } from "../../../domain/text/quantityText.ts";

/** As many panels are shown at first, and as many more by each press. */
export const BOARD_PAGE = 50;
/** In a table of more columns what is next would stand behind the edge of a screen. */
const MOST_PEOPLE = 4;

interface Props {
  readonly board: LeadBoard;
  /** @returns what can be done with the panel of that id, below its candidate */
  readonly actionsOf: (panelId: string) => ReactNode;
  /** Shows as many more. */
  readonly onMore: () => void;
}

/** The open panels that are led from this device: rows are candidates, columns the people, and what is next. */
export function PanelBoard({ board: { rows, count }, actionsOf, onMore }: Props) {
  const { clock } = useApp();
  const { shown } = usePersons();
  if (rows.length === 0) return null;
  const now = clock.now();
  const people = new Map(
    rows.flatMap(({ seats }) => seats.map(({ interviewer: { name } }) => [nameToKey(name), name])),
  );
  const hasColumns = people.size <= MOST_PEOPLE;
  const late = rows.filter(({ seats }) => seats.some(({ status }) => status.lateDays > 0)).length;
  return (
    <section className={styles.section} aria-labelledby="board">
      <div className="row">
        <h2 id="board">Open panels</h2>
        <span className="push small soft figures">
          {count} open{late > 0 && ` · ${late} late`}
        </span>
      </div>
      <div className={`card ${styles.frame}`}>
        <table className={styles.table} aria-labelledby="board">
          <thead>
            <tr>
              <th scope="col">Candidate</th>
              {hasColumns ? (
                Array.from(people, ([key, name]) => (
                  <th key={key} scope="col">
                    <bdi>{name}</bdi>
                  </th>
                ))
              ) : (
                <th scope="col">Interviewers</th>
              )}
              <th scope="col">Due</th>
              <th scope="col">Next</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.panel.id}>
                <th scope="row">
                  <Link href={panelAddress(row.panel.id)} className={styles.candidate}>
                    <b dir="auto">{candidateName(shown(row.panel.candidate))}</b>
                  </Link>
                  <span className="small soft">
                    <bdi>{row.panel.role}</bdi>, {levelWords[row.panel.level]}
                  </span>
                  <div className={styles.actions}>{actionsOf(row.panel.id)}</div>
                </th>
                {hasColumns ? (
                  Array.from(people.keys(), (key) => (
                    <PeopleCell key={key} seats={row.seats.filter((seat) => isOf(seat, key))} now={now} />
                  ))
                ) : (
                  <PeopleCell seats={row.seats} now={now} isNamed />
                )}
                <td className={styles.due}>
                  {row.panel.dueAt === undefined ? (
                    <span className="soft">–</span>
                  ) : (
                    dayToText(row.panel.dueAt, now)
                  )}
                </td>
                <td className={styles.next}>
                  <NextStep row={row} candidate={shown(row.panel.candidate)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ShowMore items="tbody > tr" count={Math.min(BOARD_PAGE, count - rows.length)} onMore={onMore} />
    </section>
  );
}

function isOf({ interviewer: { name } }: BoardSeat, key: string): boolean {
  return nameToKey(name) === key;
}

interface CellProps extends Pick<BoardRow, "seats"> {
  readonly now: number;
  /** Whether one column holds them all. */
  readonly isNamed?: boolean;
}

/** Of a panel of a thousand, one look takes in so many. */
const MOST_NAMED = 8;

function PeopleCell({ seats, now, isNamed = false }: CellProps) {
  if (seats.length === 0) {
    return (
      <td className={styles.absent}>
        <span aria-hidden="true" className="soft">
          –
        </span>
        <span className="heard">not in this panel</span>
      </td>
    );
  }
  const shownCount = countToName(seats.length, MOST_NAMED);
  return (
    <td className={isNamed ? styles.all : undefined}>
      <ul className={isNamed ? `${styles.people} ${styles.named}` : styles.people}>
        {seats.slice(0, shownCount).map(({ interviewer, isLeadSeat, status }) => (
          <li key={interviewer.id}>
            <b className={isNamed ? "small" : `small ${styles.name}`} dir="auto">
              {interviewer.name}
            </b>
            <SeatMark status={status} side="lead" isLeadSeat={isLeadSeat} now={now} />
          </li>
        ))}
        {seats.length > shownCount && <li className="small soft">and {seats.length - shownCount} more</li>}
      </ul>
    </td>
  );
}
