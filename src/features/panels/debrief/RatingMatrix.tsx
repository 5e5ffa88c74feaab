import { useState } from "react";
import { markToWords, type ComparedArea, type Mark, type Seat } from "../../../domain/panels/debrief.ts";
import { competencyName } from "../../../domain/guides/guide.ts";
import { spreadWords } from "../../../interchange/documents/documentWords.ts";
import { RatingMark } from "../../../ui/parts/RatingMark.tsx";
import { SideScroll } from "../../../ui/rows/SideScroll.tsx";
import styles from "./Debrief.module.css";

interface Props {
  /** In the guide's order. */
  readonly areas: readonly ComparedArea[];
  /** Those who are in. */
  readonly seats: readonly Seat[];
}

/** What the rows are sorted by: a column's key, or the guide's order. */
type Sorting = { readonly key: string; readonly isDown: boolean } | null;

const SPREAD = "spread";
const COMPETENCY = "competency";
const AREA = "area";

/** Every rating of every interviewer, to be sorted and filtered. */
export function RatingMatrix({ areas, seats }: Props) {
  const [seatId, setSeatId] = useState("");
  const [questionKey, setQuestionKey] = useState("");
  const [competency, setCompetency] = useState("");
  const [sorting, setSorting] = useState<Sorting>(null);

  const questions = new Map(areas.map((area) => [area.questionKey, area.question.title]));
  const competencies = [...new Set(areas.map(competencyOf))];
  const hasSpread = areas.every(({ spread }) => spread !== "notComputed");
  const columns = seatId === "" ? seats : seats.filter(({ id }) => id === seatId);
  const cellsOf = (area: ComparedArea) =>
    columns.map((seat) => area.cells.find((cell) => cell.seatId === seat.id));
  const rows = sorted(
    areas.filter(
      (area) =>
        (questionKey === "" || area.questionKey === questionKey) &&
        (competency === "" || competencyOf(area) === competency) &&
        // One interviewer's rows are those on that one's list.
        (seatId === "" ||
          cellsOf(area).some((cell) => cell && cell.final !== "notPlanned" && cell.final !== "otherVersion")),
    ),
    sorting,
  );

  const heading = (key: string, label: string) => {
    const isOn = sorting?.key === key;
    return (
      <th
        key={key}
        scope="col"
        className={key === COMPETENCY ? styles.competency : undefined}
        aria-sort={isOn ? (sorting.isDown ? "descending" : "ascending") : "none"}
      >
        <button
          type="button"
          dir="auto"
          className={styles.sort}
          onClick={() =>
            setSorting(
              isOn && sorting.isDown !== startsDown(key)
                ? null
                : { key, isDown: isOn ? !sorting.isDown : startsDown(key) },
            )
          }
        >
          {label} <span aria-hidden="true">{isOn ? (sorting.isDown ? "↓" : "↑") : "↕"}</span>
        </button>
      </th>
    );
  };

  return (
    <section className={styles.section} aria-labelledby="matrix">
      <h2 id="matrix">Every rating</h2>
      <div className={styles.filters}>
        <label>
          Interviewer
          <select value={seatId} onChange={(event) => setSeatId(event.target.value)}>
            <option value="">All</option>
            {seats.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          Question
          <select value={questionKey} onChange={(event) => setQuestionKey(event.target.value)}>
            <option value="">All</option>
            {Array.from(questions, ([key, title]) => (
              <option key={key} value={key}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <label>
          Competency
          <select value={competency} onChange={(event) => setCompetency(event.target.value)}>
            <option value="">All</option>
            {competencies
              .filter((name) => name !== "")
              .map((name) => (
                <option key={name}>{name}</option>
              ))}
          </select>
        </label>
      </div>
      <ul className={styles.legend} aria-label="Marks">
        {(["noEvidence", "notAsked", "notPlanned"] as const).map((mark) => (
          <li key={mark}>
            <LegendMark mark={mark} />
          </li>
        ))}
      </ul>
      <SideScroll label="Every rating">
        <table className={styles.table}>
          <caption className="heard">
            {rows.length} of {areas.length} areas, with the rating of each interviewer
          </caption>
          <thead>
            <tr>
              {heading(AREA, "Area")}
              {heading(COMPETENCY, "Competency")}
              {columns.map(({ id, name }) => heading(id, name))}
              {hasSpread && heading(SPREAD, "Gap")}
            </tr>
          </thead>
          <tbody>
            {rows.map((area) => (
              <tr key={area.id}>
                <th scope="row">
                  <span dir="auto">{area.area.text}</span>
                  <span className={`small soft ${styles.under}`} dir="auto">
                    {area.question.title}
                  </span>
                </th>
                <td className={`small ${styles.competency}`} dir="auto">
                  {competencyOf(area)}
                </td>
                {cellsOf(area).map(
                  (cell) =>
                    cell && (
                      <td key={cell.seatId} className={styles.mark}>
                        <RatingMark
                          scale={area.guide.scale}
                          mark={cell.final}
                          toWords={markToWords}
                          isShort
                        />
                        {cell.first !== cell.final && <span className="small soft"> revised</span>}
                      </td>
                    ),
                )}
                {hasSpread && <td className="small">{spreadWords(area)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </SideScroll>
    </section>
  );
}

function LegendMark({ mark }: { readonly mark: Extract<Mark, string> }) {
  return (
    <>
      <span aria-hidden="true">
        <RatingMark scale={{ points: [] }} mark={mark} toWords={markToWords} isShort />
      </span>{" "}
      {markToWords(mark)}
    </>
  );
}

function competencyOf({ guide, question }: ComparedArea): string {
  return competencyName(guide, question.competencyId);
}

/** Gaps are looked at from the largest, all else from the lowest. */
function startsDown(key: string): boolean {
  return key === SPREAD;
}

function sorted(areas: readonly ComparedArea[], sorting: Sorting): readonly ComparedArea[] {
  if (!sorting) return areas;
  const { key, isDown } = sorting;
  const direction = isDown ? -1 : 1;
  if (key === AREA || key === COMPETENCY) {
    const textOf = key === AREA ? ({ area }: ComparedArea) => area.text : competencyOf;
    return areas.toSorted((a, b) => direction * textOf(a).localeCompare(textOf(b)));
  }
  const valueOf = ({ spread, cells }: ComparedArea) =>
    key === SPREAD ? rangeOf(spread) : pointOf(cells.find(({ seatId }) => seatId === key)?.final ?? null);
  // What has no value comes last either way.
  return areas.toSorted((a, b) => {
    const [one, other] = [valueOf(a), valueOf(b)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return direction * (one - other);
  });
}

function rangeOf(spread: ComparedArea["spread"]): number | null {
  return spread === null || spread === "notComputed" ? null : spread.range;
}

function pointOf(mark: Mark): number | null {
  return typeof mark === "number" ? mark : null;
}
