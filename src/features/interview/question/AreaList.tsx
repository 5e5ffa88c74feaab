import { useSessionState } from "../../../state/session/sessionContext.ts";
import { currentAreaOf, useLiveViewState } from "../../../state/session/liveView.ts";
import type { Question } from "../../../domain/guides/guide.ts";
import { isElement } from "../../../ui/page/elements.ts";
import type { LiveActions } from "../liveActions.ts";
import { AreaRow } from "./AreaRow.tsx";
import styles from "./AreaList.module.css";

interface Props {
  readonly question: Question;
  readonly actions: LiveActions;
}

/** The areas of one question. Where the focus goes in it, pane and keys follow. */
export function AreaList({ question, actions }: Props) {
  const scale = useSessionState((state) => state.whole.guide.scale);
  const currentId = useLiveViewState((state) => currentAreaOf(question, state)?.id);
  return (
    <ol
      className={styles.list}
      data-areas
      aria-label="Areas to cover"
      onFocus={({ target }) => {
        const areaId = areaOf(target);
        if (areaId !== null) actions.setCurrent(areaId);
      }}
    >
      {question.areas.map((area, at) => (
        <AreaRow
          // Another question's areas take the rows of this one: to change them is a third of the work of new ones.
          // oxlint-disable-next-line react/no-array-index-key
          key={at}
          at={at}
          questionId={question.id}
          area={area}
          scale={scale}
          isCurrent={area.id === currentId}
          actions={actions}
        />
      ))}
    </ol>
  );
}

/** @returns the id of the area whose row it is in, or null */
export function areaOf(target: EventTarget | null): string | null {
  return isElement(target) ? (target.closest<HTMLElement>("[data-area]")?.dataset["area"] ?? null) : null;
}
