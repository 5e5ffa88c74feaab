import { useRef, useState, type KeyboardEvent } from "react";
import {
  areaAnswer,
  coverArea,
  noteArea,
  rateArea,
  type Rating,
  notAssessedWords,
} from "../../../domain/session/answer.ts";
import type { Question } from "../../../domain/guides/guide.ts";
import { useRunningSession, useSessionState } from "../../../state/session/sessionContext.ts";
import { isElement, isElementOf } from "../../../ui/page/elements.ts";
import { keyOf } from "../../../ui/page/keyOf.ts";
import { AreaRow } from "./AreaRow.tsx";
import styles from "./AreaList.module.css";

interface Props {
  readonly question: Question;
  readonly onFollowUpKey: () => void;
  readonly onQuickNoteKey: () => void;
  readonly onRehearsedKey: () => void;
  readonly onKeysKey: () => void;
  readonly onFloatKey: () => void;
  /** Called with what a key did, for people who hear the screen. */
  readonly onSay: (text: string) => void;
}

/**
 * The areas of one question. While the focus is in the list, and not in a text, single keys act on
 * the area in focus; nowhere else (WCAG 2.1.4).
 */
export function AreaList(props: Props) {
  const { question, onSay } = props;
  const running = useRunningSession();
  const scale = useSessionState((state) => state.whole.guide.scale);
  const scoresHidden = useSessionState((state) => state.scoresHidden);
  const [currentId, setCurrentId] = useState(question.areas[0]?.id ?? null);
  const list = useRef<HTMLOListElement>(null);
  /** While the pointer is down the list may not move, or the click would land on another area. */
  const isPointerDown = useRef(false);

  const rate = (areaId: string, rating: Rating | null) => {
    running.changeAnswer(question.id, (answer) => rateArea(answer, areaId, rating));
  };

  const focusArea = (areaId: string) => {
    list.current
      ?.querySelector<HTMLElement>(`[data-area="${CSS.escape(areaId)}"] input[type=checkbox]`)
      ?.focus();
  };

  const noteField = (areaId: string) =>
    list.current?.querySelector<HTMLElement>(`[data-area="${CSS.escape(areaId)}"] textarea`);

  const onKeyDown = (event: KeyboardEvent) => {
    const areaId = areaOf(event.target);
    if (areaId === null || event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing)
      return;
    if (isElementOf(event.target, "textarea")) {
      if (event.key !== "Escape") return;
      event.preventDefault();
      focusArea(areaId);
      return;
    }
    if (isElementOf(event.target, "select")) return;
    const key = keyOf(event.nativeEvent);
    // A key that is held down acts once, but for going from area to area.
    if (event.repeat && !key.startsWith("Arrow")) event.preventDefault();
    else if (act(key, areaId)) event.preventDefault();
  };

  const act = (key: string, areaId: string): boolean => {
    const index = question.areas.findIndex(({ id }) => id === areaId);
    const area = question.areas[index];
    if (!area) return false;
    const answer = running.store.getState().whole.answers[question.id];
    const { rating } = areaAnswer(answer, areaId);
    switch (key) {
      case "ArrowDown":
      case "ArrowUp": {
        const target = question.areas[index + (key === "ArrowDown" ? 1 : -1)];
        if (target) focusArea(target.id);
        return true;
      }
      case "Home":
      case "End": {
        const target = question.areas.at(key === "Home" ? 0 : -1);
        if (target) focusArea(target.id);
        return true;
      }
      case "0": {
        const next = rating === "noEvidence" ? "notAsked" : rating === "notAsked" ? null : "noEvidence";
        rate(areaId, next);
        onSay(`${area.text}: ${next === null ? "not rated" : `not assessed, ${notAssessedWords[next]}`}`);
        return true;
      }
      case "Backspace":
      case "Delete":
        rate(areaId, null);
        onSay(`${area.text}: not rated`);
        return true;
      case "n":
        noteField(areaId)?.focus();
        return true;
      case "f":
        props.onFollowUpKey();
        return true;
      case "q":
        props.onQuickNoteKey();
        return true;
      case "r":
        props.onRehearsedKey();
        return true;
      case "h":
        running.hideScores(!running.store.getState().scoresHidden);
        return true;
      case "p":
        props.onFloatKey();
        return true;
      case "?":
        props.onKeysKey();
        return true;
    }
    const point = scale.points.find(({ value }) => String(value) === key);
    if (!point) return false;
    rate(areaId, point.value);
    onSay(`${area.text}: ${point.value}, ${point.label}`);
    return true;
  };

  return (
    <ol
      ref={list}
      className={styles.list}
      data-areas
      aria-label="Areas to cover"
      onKeyDown={onKeyDown}
      onPointerDown={() => {
        isPointerDown.current = true;
      }}
      onFocus={(event) => {
        const areaId = areaOf(event.target);
        if (!isPointerDown.current && areaId !== null) setCurrentId(areaId);
      }}
      onClick={(event) => {
        isPointerDown.current = false;
        const areaId = areaOf(event.target);
        if (areaId !== null) setCurrentId(areaId);
      }}
      onPointerCancel={() => {
        isPointerDown.current = false;
      }}
    >
      {question.areas.map((area) => (
        <AreaRow
          key={area.id}
          questionId={question.id}
          area={area}
          scale={scale}
          isHidden={scoresHidden}
          isCurrent={area.id === currentId}
          onCover={(covered) =>
            running.changeAnswer(question.id, (answer) => coverArea(answer, area.id, covered))
          }
          onRate={(rating) => rate(area.id, rating)}
          onNote={(note) => running.changeAnswer(question.id, (answer) => noteArea(answer, area.id, note))}
        />
      ))}
    </ol>
  );
}

function areaOf(target: EventTarget): string | null {
  return isElement(target) ? (target.closest<HTMLElement>("[data-area]")?.dataset["area"] ?? null) : null;
}
