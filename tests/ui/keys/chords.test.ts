// @vitest-environment jsdom
import { expect, test } from "vitest";
import { chordsOf, chordToKeys, isModifier, isSingle, toAriaKeys } from "../../../src/ui/keys/chords.ts";

const press = (key: string, code = "", held: KeyboardEventInit = {}) =>
  chordsOf(new KeyboardEvent("keydown", { key, code, ...held }));

test.each([
  ["a letter", press("f", "KeyF"), "F"],
  ["a letter with Shift", press("F", "KeyF", { shiftKey: true }), "Shift+F"],
  ["a letter on a Cyrillic keyboard", press("а", "KeyF"), "F"],
  ["Ctrl", press("Enter", "Enter", { ctrlKey: true }), "Mod+Enter"],
  ["⌘ and Shift", press("z", "KeyZ", { metaKey: true, shiftKey: true }), "Mod+Shift+Z"],
  ["a digit of a French keyboard", press("&", "Digit1"), "1"],
  ["a digit of a French keyboard with Shift", press("1", "Digit1", { shiftKey: true }), "1"],
  ["the exclamation mark of an American keyboard", press("!", "Digit1", { shiftKey: true }), "!"],
  ["the number pad", press("3", "Numpad3"), "3"],
  ["plus of the number pad", press("+", "NumpadAdd"), "+"],
  ["plus of an American keyboard", press("+", "Equal", { shiftKey: true }), "+"],
  ["its key without Shift", press("=", "Equal"), "+"],
  ["plus of a Swiss keyboard", press("+", "Digit1", { shiftKey: true }), "+"],
  ["minus", press("-", "Slash"), "-"],
  ["the question mark", press("?", "Minus", { shiftKey: true }), "?"],
  ["the space bar", press(" ", "Space"), "Space"],
  ["Alt and a digit", press("2", "Digit2", { altKey: true }), "Alt+2"],
  ["Option and a digit", press("€", "Digit2", { altKey: true }), "Alt+2"],
  ["an arrow", press("ArrowDown", "ArrowDown"), "ArrowDown"],
])("%s is known, whatever the keyboard", (_what, chords, first) => {
  expect(chords[0]).toBe(first);
});

test("minus on the place of a digit is both, the digit first", () => {
  expect(press("-", "Digit6")).toEqual(["6", "-"]);
});

test("AltGr and a digit write a sign, and Alt on the number pad does too: they are no keys of the app", () => {
  expect(press("@", "Digit2", { ctrlKey: true, altKey: true })).toEqual([]);
  expect(press("2", "Numpad2", { altKey: true })).toEqual([]);
  expect(press("f", "KeyF", { altKey: true })).toEqual([]);
});

test("what is written by mistake in dictation is one letter, digit or sign without Ctrl or Alt", () => {
  expect(["F", "Shift+F", "3", "+", "?"].filter(isSingle)).toHaveLength(5);
  expect(["Mod+Z", "Alt+1", "ArrowUp", "Space", "Backspace", "Escape"].filter(isSingle)).toEqual([]);
});

test("a key that only holds for another is told from others", () => {
  expect(isModifier(new KeyboardEvent("keydown", { key: "Shift" }))).toBe(true);
  expect(isModifier(new KeyboardEvent("keydown", { key: "f" }))).toBe(false);
});

test("keys are shown as they are printed on the keyboard, and told as the standard has them", () => {
  expect(chordToKeys("Mod+Shift+Z", false)).toEqual(["Ctrl", "Shift", "Z"]);
  expect(chordToKeys("Mod+Enter", true)).toEqual(["⌘", "Enter"]);
  expect(chordToKeys("Alt+1", true)).toEqual(["⌥", "1"]);
  expect(chordToKeys("+", false)).toEqual(["+"]);
  expect(chordToKeys("-", false)).toEqual(["−"]);
  expect(toAriaKeys("Mod+Z")).toBe("Control+Z Meta+Z");
  expect(toAriaKeys("+")).toBe("Plus");
  expect(toAriaKeys("Shift+F")).toBe("Shift+F");
});
