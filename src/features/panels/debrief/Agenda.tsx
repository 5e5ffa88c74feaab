import {
  memo,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type Dispatch,
  type KeyboardEvent,
  type ReactNode,
  type SetStateAction,
} from "react";
import {
  agree,
  isToDiscuss,
  takeBackAgreed,
  type ComparedArea,
  type Seat,
  markToWords,
} from "../../../domain/panels/debrief.ts";
import { nextReason, notAssessedWords, type Rating } from "../../../domain/session/answer.ts";
import type { Agreed, Debrief } from "../../../domain/panels/panel.ts";
import { spreadWords } from "../../../interchange/documents/documentWords.ts";
import { isByPlace, pointKeys } from "../../../ui/keys/areaKeys.ts";
import { keyOf } from "../../../ui/keys/keyOf.ts";
import { RatingMark } from "../../../ui/parts/RatingMark.tsx";
import { SideScroll } from "../../../ui/rows/SideScroll.tsx";
import { AreaFocus } from "./AreaFocus.tsx";
import styles from "./Agenda.module.css";

interface Props {
  readonly panelId: string;
  /** Largest gap first, or in the guide's order where no gap is computed. */
  readonly agenda: readonly ComparedArea[];
  /** Those who are in. */
  readonly seats: readonly Seat[];
  /** What the list is: it stands over it alone, so that the area in focus begins higher up. */
  readonly head: ReactNode;
  readonly agreedByAreaId: Debrief["agreedByAreaId"];
  /** What leads to the next step; false while an area is left to discuss. */
  readonly wayOn: ReactNode;
  readonly isProjected: boolean;
  readonly onProject: (isProjected: boolean) => void;
  readonly onDebrief: (change: (debrief: Debrief) => Debrief) => void;
}

interface Shown {
  /** Of the area. */
  readonly id: string;
  /** Whether somebody pressed it: the keys go from row to row, and act on it there. */
  readonly isOpened: boolean;
}

/**
 * The areas, one of them in focus. While the focus is in the list, single keys act on that area; nowhere else
 * (WCAG 2.1.4).
 */
export function Agenda({
  panelId,
  agenda,
  seats,
  head,
  agreedByAreaId,
  wayOn,
  isProjected,
  onProject,
  onDebrief,
}: Props) {
  const [shown, show] = useState<Shown>({ id: agenda[0]?.id ?? "", isOpened: false });
  const [said, setSaid] = useState("");
  const place = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const note = useRef<HTMLTextAreaElement>(null);
  const at = Math.max(
    0,
    agenda.findIndex(({ id }) => id === shown.id),
  );
  const current = agenda[at];

  const inList = () => place.current?.querySelector<HTMLElement>("[data-area][tabindex='0']");
  const focusList = (options?: FocusOptions) => inList()?.focus(options);
  // Whoever comes to the screen begins at its top.
  const preventScroll = useRef(true);
  useEffect(() => {
    if (shown.isOpened && isAbove(pane.current, list.current)) {
      heading.current?.focus({ preventScroll: true });
      pane.current?.scrollIntoView();
    } else focusList({ preventScroll: preventScroll.current });
    preventScroll.current = false;
  }, [shown, isProjected]);
  // A screen that is come to is scrolled to its top; whoever comes back goes on at an area that may be further down.
  useEffect(() => {
    const timer = setTimeout(() => {
      const area = inList();
      if (area !== place.current?.querySelector("[data-area]")) area?.scrollIntoView({ block: "center" });
    });
    return () => clearTimeout(timer);
  }, []);
  // Whenever it is drawn: what stands above it may have become higher.
  useLayoutEffect(() => {
    const measure = () => {
      const { current: shownPane } = pane;
      shownPane?.style.setProperty("--above", `${Math.round(shownPane.getBoundingClientRect().top)}px`);
    };
    measure();
    addEventListener("scroll", measure, { passive: true });
    addEventListener("resize", measure);
    return () => {
      removeEventListener("scroll", measure);
      removeEventListener("resize", measure);
    };
  });
  if (!current) return head;

  const { points } = current.guide.scale;
  const values = points.map(({ value }) => value);
  const keys = pointKeys(values);
  const hasSpread = current.spread !== "notComputed";
  const agreed = agreedOn(agreedByAreaId, current.id);
  const change = (what: Partial<Agreed>) => onDebrief((debrief) => agree(debrief, current.id, what));
  const takeBack = () => onDebrief((debrief) => takeBackAgreed(debrief, current.id));
  // It is focused once it is shown: the row before would take it back as it is focused.
  const goTo = (area: ComparedArea | undefined, isOpened = false) =>
    show({ id: area?.id ?? current.id, isOpened });
  const done = (isOpened: boolean) => {
    // The last one stays; it has been gone through all the same.
    if (!agreed) change({});
    goTo(agenda[at + 1], isOpened);
  };

  const act = (key: string): boolean => {
    const point = points[keys.indexOf(key)];
    if (point) {
      change({ rating: point.value });
      setSaid(`${current.area.text}: agreed ${point.value}, ${point.label}`);
      return true;
    }
    switch (key) {
      case "ArrowDown":
      case "ArrowRight":
      case "j":
        goTo(agenda[at + 1]);
        return true;
      case "ArrowUp":
      case "ArrowLeft":
      case "k":
        goTo(agenda[at - 1]);
        return true;
      case "Home":
      case "End":
        goTo(agenda.at(key === "Home" ? 0 : -1));
        return true;
      case "Enter":
        done(false);
        return true;
      case "n":
        note.current?.focus();
        return true;
      case "0":
      case "x": {
        const rating = nextReason(agreed?.rating ?? null);
        change({ rating });
        setSaid(
          `${current.area.text}: ${rating === null ? "no rating agreed" : `agreed not assessed, ${notAssessedWords[rating]}`}`,
        );
        return true;
      }
      case "Backspace":
      case "Delete":
        takeBack();
        setSaid(`${current.area.text}: not discussed yet`);
        return true;
    }
    return false;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const { target, nativeEvent } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || nativeEvent.isComposing) return;
    if (!(target instanceof Element)) return;
    if (event.key === "Escape" && (target === note.current || isProjected)) {
      event.preventDefault();
      if (target === note.current) focusList();
      else onProject(false);
      return;
    }
    if (!target.closest("[data-area]")) return;
    const key = keyOf(nativeEvent);
    const isMove = key.startsWith("Arrow") || key === "j" || key === "k";
    // A key that is held down acts once, but for going from area to area.
    if (event.repeat && !isMove) event.preventDefault();
    else if (act(key)) event.preventDefault();
  };

  const focus = (
    <AreaFocus
      panelId={panelId}
      compared={current}
      seats={seats}
      agreed={agreed}
      isLast={at === agenda.length - 1}
      wayOn={wayOn}
      isProjected={isProjected}
      headingRef={heading}
      noteRef={note}
      onAgree={change}
      onTakeBack={takeBack}
      onDone={() => done(true)}
    />
  );
  const status = (
    <p role="status" className="heard">
      {said}
    </p>
  );
  if (isProjected) {
    return (
      <>
        {head}
        <div
          ref={place}
          role="group"
          aria-label="Projector view"
          className={styles.projected}
          onKeyDown={onKeyDown}
        >
          <div className={styles.pager}>
            <button type="button" disabled={at === 0} onClick={() => goTo(agenda[at - 1])}>
              ← Previous
            </button>
            <button
              type="button"
              data-area={current.id}
              tabIndex={0}
              aria-label={`Area ${at + 1} of ${agenda.length}: ${current.area.text}`}
            >
              {at + 1} of {agenda.length}
            </button>
            <button type="button" disabled={at === agenda.length - 1} onClick={() => goTo(agenda[at + 1])}>
              Next →
            </button>
            <button type="button" className="push" onClick={() => onProject(false)}>
              Leave projector view
            </button>
          </div>
          {focus}
          {status}
        </div>
      </>
    );
  }
  return (
    <div ref={place} role="group" aria-label="Agenda" className={styles.agenda} onKeyDown={onKeyDown}>
      <div className={styles.head}>{head}</div>
      <div ref={list} className={styles.list}>
        <SideScroll label="Areas and ratings">
          <table className={styles.table}>
            <caption className="heard">
              {hasSpread ? "Areas, largest gap first" : "Areas, in the order of the guide"}
            </caption>
            <thead>
              <tr>
                <th scope="col">Area</th>
                {seats.map((seat) => (
                  <th key={seat.id} scope="col" className={styles.who}>
                    <bdi>{seat.name}</bdi>
                  </th>
                ))}
                {hasSpread && (
                  <th scope="col" className={styles.gap}>
                    Gap
                  </th>
                )}
                <th scope="col">Agreed</th>
              </tr>
            </thead>
            <tbody>
              {agenda.map((compared) => (
                <AgendaRow
                  key={compared.id}
                  compared={compared}
                  agreedRating={agreedOn(agreedByAreaId, compared.id)?.rating}
                  isCurrent={compared.id === current.id}
                  onShow={show}
                />
              ))}
            </tbody>
          </table>
        </SideScroll>
        <p className="small soft noPrint">
          In the list: <kbd>↑</kbd> <kbd>↓</kbd> or <kbd>J</kbd> <kbd>K</kbd> go to an area,{" "}
          <kbd>{keys[0]}</kbd> – <kbd>{keys.at(-1)}</kbd> agree on a rating
          {isByPlace(values) && " by its place on the scale"}, <kbd>{keys.includes("0") ? "X" : "0"}</kbd> not
          assessed, <kbd>N</kbd> note (<kbd>Esc</kbd> comes back), <kbd>Enter</kbd> done, next,{" "}
          <kbd>Backspace</kbd> clears it.
        </p>
      </div>
      <section ref={pane} className={`card noPrint ${styles.focus}`} aria-label="The area in focus">
        {focus}
      </section>
      {status}
    </div>
  );
}

/** @returns whether one stands above the other: there is no room for it beside */
function isAbove(one: Element | null, other: Element | null): boolean {
  if (!one || !other) return false;
  return one.getBoundingClientRect().bottom < other.getBoundingClientRect().top;
}

function agreedOn(agreedByAreaId: Debrief["agreedByAreaId"], areaId: string): Agreed | undefined {
  return Object.hasOwn(agreedByAreaId, areaId) ? agreedByAreaId[areaId] : undefined;
}

interface RowProps {
  readonly compared: ComparedArea;
  /** Undefined where the area was not talked about. */
  readonly agreedRating: Rating | null | undefined;
  readonly isCurrent: boolean;
  readonly onShow: Dispatch<SetStateAction<Shown>>;
}

const AgendaRow = memo(function AgendaRow({ compared, agreedRating, isCurrent, onShow }: RowProps) {
  const { id, guide, question, area, cells, spread } = compared;
  return (
    <tr data-current={isCurrent || undefined} onClick={() => onShow({ id, isOpened: true })}>
      <th scope="row" aria-label={`${area.text}, ${question.title}`}>
        <button
          type="button"
          className={styles.area}
          dir="auto"
          data-area={id}
          tabIndex={isCurrent ? 0 : -1}
          aria-current={isCurrent}
          onFocus={() => onShow((before) => (before.id === id ? before : { id, isOpened: false }))}
        >
          {area.text}
          <span className="small soft">{question.title}</span>
        </button>
      </th>
      {cells.map((cell) => (
        <td key={cell.seatId} className={styles.mark}>
          <RatingMark scale={guide.scale} mark={cell.final} toWords={markToWords} />
          {cell.first !== cell.final && (
            <span className={styles.revised}>
              first{" "}
              {typeof cell.first === "number" ? (
                cell.first
              ) : (
                <RatingMark scale={guide.scale} mark={cell.first} toWords={markToWords} />
              )}
            </span>
          )}
        </td>
      ))}
      {spread !== "notComputed" && (
        <td className={isToDiscuss(compared) ? styles.wide : "soft"}>
          {spreadWords(compared)}
          {isToDiscuss(compared) && agreedRating === undefined && ": discuss"}
        </td>
      )}
      <td className={styles.mark}>
        {agreedRating === null && <span className="small soft">discussed</span>}
        {agreedRating != null && <RatingMark scale={guide.scale} mark={agreedRating} toWords={markToWords} />}
      </td>
    </tr>
  );
});
