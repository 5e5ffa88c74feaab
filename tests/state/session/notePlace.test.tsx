// @vitest-environment jsdom
import { renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test, vi } from "vitest";
import type { NotePlace } from "../../../src/domain/search/noteSearch.ts";
import { useWantedNote, WantedNoteContext, type WantedNote } from "../../../src/state/session/notePlace.ts";

let wanted: WantedNote | null = null;

function open(show: (place: NotePlace) => void) {
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <WantedNoteContext value={wanted}>{children}</WantedNoteContext>
  );
  return renderHook(
    (now: (place: NotePlace) => void) => {
      useWantedNote(now);
    },
    { wrapper, initialProps: show },
  );
}

test("a screen that nobody came to for a note brings none into view", () => {
  wanted = null;
  const show = vi.fn();
  open(show);
  expect(show).not.toHaveBeenCalled();
});

test("a note is brought into view once, and is then seen: what is typed after does not lead back to it", () => {
  const order: string[] = [];
  const onShown = vi.fn(() => order.push("shown"));
  const show = vi.fn((_place: NotePlace) => void order.push("show"));
  wanted = { questionId: "failed", areaId: "failed.cause", onShown };
  const { rerender } = open(show);
  expect(show).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ areaId: "failed.cause" }));
  expect(order).toEqual(["show", "shown"]);
  const other = vi.fn();
  rerender(other);
  expect(other).not.toHaveBeenCalled();
  expect(onShown).toHaveBeenCalledOnce();
});

test("another note is brought into view by what the screen is then, and none where there is none any more", () => {
  wanted = { questionId: "failed", areaId: "failed.cause", onShown: () => {} };
  const { rerender } = open(() => {});
  const now = vi.fn();
  wanted = { questionId: null, areaId: null, onShown: () => {} };
  rerender(now);
  expect(now).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ questionId: null }));
  wanted = null;
  rerender(now);
  expect(now).toHaveBeenCalledOnce();
});
