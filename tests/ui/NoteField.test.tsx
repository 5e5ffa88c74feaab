// @vitest-environment jsdom
import { act, fireEvent, render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { createRef } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { NoteField } from "../../src/ui/parts/NoteField.tsx";

/** What was written, oldest first. */
let written: string[];
const onWrite = (text: string) => void written.push(text);
const field = () => screen.getByRole<HTMLTextAreaElement>("textbox");

beforeEach(() => {
  written = [];
});

/** Shows a field whose text comes from outside. @returns what brings another text */
function showText(first: string): (text: string) => void {
  const shown = (text: string) => <NoteField text={text} maxLength={30} onWrite={onWrite} />;
  const { rerender } = render(shown(first));
  return (text) => rerender(shown(text));
}

/** A key as the browser brings it: the field has the text already. */
function key(text: string): void {
  field().value = text;
  fireEvent(field(), new InputEvent("input", { bubbles: true }));
}

test("a key is written before its event is over, which React never hears of", () => {
  const onInput = vi.fn();
  render(
    <div onInput={onInput}>
      <NoteField text="" maxLength={30} onWrite={onWrite} />
    </div>,
  );
  field().value = "K";
  field().dispatchEvent(new InputEvent("input", { bubbles: true }));
  expect(written).toEqual(["K"]);
  expect(onInput).not.toHaveBeenCalled();
});

test("a note is no longer than may be, also where more is pasted", async () => {
  const user = userEvent.setup();
  showText("");
  await user.click(field());
  await user.paste("a".repeat(50));
  await user.keyboard("b");
  expect(field()).toHaveValue("a".repeat(30));
  expect(written).toEqual(["a".repeat(30)]);
});

test("what is being composed is written as it stands and not touched from outside", () => {
  const bring = showText("");
  act(() => field().focus());
  fireEvent.compositionStart(field());
  key("に");
  bring("に");
  bring("from another tab");
  expect(field()).toHaveValue("に");
  key("にほ");
  fireEvent.compositionEnd(field());
  bring("にほ");
  expect(field()).toHaveValue("にほ");
  expect(written).toEqual(["に", "にほ"]);
});

test("an input that changes nothing, as at the end of what was composed, keeps nothing from outside away", () => {
  const bring = showText("");
  act(() => field().focus());
  fireEvent.compositionStart(field());
  key("に");
  bring("に");
  key("に");
  fireEvent.compositionEnd(field());
  bring("");
  expect(field()).toHaveValue("");
});

test("a text from outside shows, and takes the caret along", () => {
  const bring = showText("measured the heat");
  expect(field()).toHaveValue("measured the heat");
  act(() => field().focus());
  field().setSelectionRange(9, 12);
  bring("She measured the heat twice");
  expect(field()).toHaveValue("She measured the heat twice");
  expect([field().selectionStart, field().selectionEnd]).toEqual([19, 22]);
  field().setSelectionRange(4, 4);
  bring("She weighed the salt");
  expect(field().selectionStart).toBe(4);
  expect(written).toEqual([]);
});

test("a text from outside leaves the focus where it is", () => {
  const bring = showText("salt");
  bring("flour");
  expect(field()).toHaveValue("flour");
  expect(field()).not.toHaveFocus();
});

test("what is still being typed is not taken back by a text from outside, which shows once the field is left", () => {
  const bring = showText("");
  act(() => field().focus());
  key("s");
  bring("from another tab");
  expect(field()).toHaveValue("s");
  act(() => field().blur());
  expect(field()).toHaveValue("from another tab");
});

test("a key after it is the newer", () => {
  const bring = showText("");
  act(() => field().focus());
  key("s");
  bring("from another tab");
  key("sa");
  act(() => field().blur());
  expect(field()).toHaveValue("sa");
});

test("a letter that was typed and deleted before anybody was told of it keeps nothing from outside away", () => {
  const bring = showText("x");
  act(() => field().focus());
  key("xa");
  key("x");
  bring("x and more");
  expect(field()).toHaveValue("x and more");
});

test("of a letter and its deleting it may be told late as well", () => {
  const bring = showText("x");
  act(() => field().focus());
  key("xa");
  key("x");
  bring("xa");
  expect(field()).toHaveValue("x");
  bring("x");
  act(() => field().blur());
  expect(field()).toHaveValue("x");
});

test("in a window that somebody went away from, what is written in another one shows at once", () => {
  const bring = showText("x");
  act(() => field().focus());
  key("xa");
  vi.spyOn(document, "hasFocus").mockReturnValue(false);
  bring("xab");
  expect(field()).toHaveValue("xab");
});

test("what was typed comes back late and takes nothing of what was typed since", () => {
  const bring = showText("");
  act(() => field().focus());
  for (const text of ["s", "sa", "s", "st"]) key(text);
  for (const text of ["s", "sa", "s"]) {
    bring(text);
    expect(field()).toHaveValue("st");
  }
  act(() => field().blur());
  expect(field()).toHaveValue("st");
  bring("st");
  expect(field()).toHaveValue("st");
});

test("a text that is followed is shown at once and with each change, until there is another one", () => {
  const shows = new Map<string, (text: string) => void>();
  const followed = (name: string) => (show: (text: string) => void) => {
    shows.set(name, show);
    show(name);
    return () => void shows.delete(name);
  };
  const [salt, flour] = [followed("salt"), followed("flour")];
  const { rerender, unmount } = render(<NoteField text={salt} maxLength={30} onWrite={onWrite} />);
  expect(field()).toHaveValue("salt");
  shows.get("salt")?.("more salt");
  expect(field()).toHaveValue("more salt");
  act(() => field().focus());
  key("no salt");
  rerender(<NoteField text={flour} maxLength={30} onWrite={onWrite} />);
  expect(field()).toHaveValue("flour");
  expect([...shows.keys()]).toEqual(["flour"]);
  unmount();
  expect([...shows.keys()]).toEqual([]);
});

test("the field can be reached from outside", () => {
  const ref = createRef<HTMLTextAreaElement>();
  render(<NoteField ref={ref} text="" maxLength={30} onWrite={onWrite} />);
  expect(ref.current).toBe(field());
});
