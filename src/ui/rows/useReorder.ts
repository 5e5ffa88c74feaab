import { useState, type KeyboardEvent, type PointerEvent, type RefObject } from "react";

interface Drag {
  readonly from: number;
  readonly to: number;
}

export interface Reorder {
  /** For the row itself: its mark while one is dragged, and Alt with the arrow keys. */
  readonly rowFor: (index: number) => {
    readonly "data-drag": DragMark | undefined;
    readonly onKeyDown: (event: KeyboardEvent) => void;
  };
  /** For what a row is dragged by. */
  readonly gripFor: (index: number) => {
    readonly onPointerDown: (event: PointerEvent) => void;
    readonly onPointerMove: (event: PointerEvent) => void;
    readonly onPointerUp: () => void;
    readonly onPointerCancel: () => void;
  };
}

/**
 * Lets the rows of a list be dragged by mouse, pen or finger, and moved by Alt and the arrow keys. A row that is dragged
 * moves once, when it is let go.
 *
 * @param list its children are the rows
 * @param onMove may be asked for a place before the first one or after the last
 */
export function useReorder(
  list: RefObject<HTMLElement | null>,
  onMove: (from: number, to: number) => void,
): Reorder {
  const [drag, setDrag] = useState<Drag | null>(null);
  return {
    rowFor: (index) => ({
      "data-drag": dragMark(drag, index),
      onKeyDown: (event) => {
        const step = stepOf(event);
        if (step === 0) return;
        event.preventDefault();
        onMove(index, index + step);
      },
    }),
    gripFor: (index) => ({
      onPointerDown: (event) => {
        if (event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrag({ from: index, to: index });
      },
      onPointerMove: ({ clientX, clientY }) => {
        if (!drag) return;
        const rows = Array.from(list.current?.children ?? []);
        const distances = rows.map((row) => distanceTo(row.getBoundingClientRect(), clientX, clientY));
        const to = distances.indexOf(Math.min(...distances));
        if (to === -1 || to === drag.to) return;
        rows[to]?.scrollIntoView({ block: "nearest", inline: "nearest" });
        setDrag({ ...drag, to });
      },
      onPointerUp: () => {
        setDrag(null);
        if (drag && drag.to !== drag.from) onMove(drag.from, drag.to);
      },
      onPointerCancel: () => setDrag(null),
    }),
  };
}

function distanceTo({ left, right, top, bottom }: DOMRect, x: number, y: number): number {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
}

/** That a row is dragged, or on which side of it that one would land. */
type DragMark = "dragged" | "before" | "after";

function dragMark(drag: Drag | null, index: number): DragMark | undefined {
  if (!drag) return undefined;
  if (drag.from === index) return "dragged";
  if (drag.to !== index) return undefined;
  return drag.to < drag.from ? "before" : "after";
}

/** @returns by how much an Alt and arrow key moves a row: -1, 1, or 0 for any other key */
function stepOf({ altKey, key }: KeyboardEvent): number {
  if (!altKey) return 0;
  return key === "ArrowUp" ? -1 : key === "ArrowDown" ? 1 : 0;
}
