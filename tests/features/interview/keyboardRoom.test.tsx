// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { useKeyboardRoom } from "../../../src/features/interview/keyboardRoom.ts";

/** What of the page is in view, as jsdom knows none. */
let visible: EventTarget & { height: number; scale: number; offsetTop: number };
let brought: string[];
/** Whether the keyboard comes or goes: what else scrolls, as a screen of another test that goes away late, is not of it. */
let isMoving = false;

beforeEach(() => {
  brought = [];
  visible = Object.assign(new EventTarget(), { height: window.innerHeight, scale: 1, offsetTop: 0 });
  Object.defineProperty(window, "visualViewport", { value: visible, configurable: true });
  window.scrollTo = () => void (isMoving && brought.push("page"));
  Element.prototype.scrollIntoView = function scrollIntoView() {
    if (isMoving) brought.push(this.getAttribute("aria-label") ?? "");
  };
});

afterEach(() => {
  cleanup();
  Reflect.deleteProperty(window, "visualViewport");
});

function Screen() {
  useKeyboardRoom(window);
  return (
    <>
      <textarea aria-label="Note" />
      <button type="button">Next</button>
    </>
  );
}

function show(part: Partial<typeof visible>): void {
  Object.assign(visible, part);
  isMoving = true;
  visible.dispatchEvent(new Event("resize"));
  isMoving = false;
}

const covered = () => document.documentElement.style.getPropertyValue("--keyboard");

test("what a keyboard covers is left out, and the field that is typed in comes into view; then all is as it was", () => {
  const { unmount } = render(<Screen />);
  screen.getByRole("textbox").focus();
  show({ height: window.innerHeight - 336, offsetTop: 120 });
  expect(covered()).toBe("336px");
  expect(brought).toEqual(["page", "Note"]);
  show({ height: window.innerHeight, offsetTop: 0 });
  expect(covered()).toBe("0px");
  expect(brought).toEqual(["page", "Note"]);
  unmount();
  expect(covered()).toBe("");
});

test("a button that has the focus moves nothing, and to zoom in covers nothing", () => {
  render(<Screen />);
  screen.getByRole("button").focus();
  show({ height: 300 });
  expect(brought).toEqual([]);
  screen.getByRole("textbox").focus();
  show({ height: 200, scale: 2 });
  expect(covered()).toBe("0px");
  expect(brought).toEqual([]);
});
