import { keyOf } from "./keyOf.ts";

/** A key and what is held down with it, as the table of keys writes it: "F", "Shift+F", "Alt+1", "Mod+Enter". Mod is Ctrl, or ⌘. */
export type Chord = string;

const MODIFIERS: readonly string[] = ["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock"];

/** @returns whether the key does nothing but hold for another one */
export function isModifier({ key }: KeyboardEvent): boolean {
  return MODIFIERS.includes(key);
}

/**
 * @returns what may have been meant, likeliest first: on some keyboards one key is a digit by its place and "+" or "-" by
 *   what it writes
 */
export function chordsOf(event: KeyboardEvent): readonly Chord[] {
  const { key, code, altKey, shiftKey } = event;
  const isMod = event.ctrlKey || event.metaKey;
  if (altKey) {
    // AltGr writes signs, and is Ctrl and Alt on Windows. Option writes other signs than digits: the place tells.
    const digit = /^Digit([1-9])$/u.exec(code)?.[1];
    return isMod || shiftKey || digit === undefined ? [] : [`Alt+${digit}`];
  }
  // With Shift, a key of a digit that writes a sign is that sign: "!" is no 1. Where digits are on Shift, it writes them.
  const isSign = shiftKey && /^[^\p{L}\p{N}]$/u.test(key);
  const meant = isSign ? key : keyOf(event);
  return [...new Set([nameOf(meant), nameOf(key)])].map(
    // With what is no letter and no name of a key, Shift is part of the sign.
    (name) => (isMod ? "Mod+" : "") + (shiftKey && /^(?:\p{L}+)$/u.test(name) ? "Shift+" : "") + name,
  );
}

const names: ReadonlyMap<string, string> = new Map([
  [" ", "Space"],
  // On the key of "+", without Shift.
  ["=", "+"],
  ["_", "-"],
  ["−", "-"],
]);

function nameOf(key: string): string {
  return names.get(key) ?? (key.length === 1 ? key.toUpperCase() : key);
}

/** @returns whether it is a letter, a digit or a sign alone, which speech input writes by mistake (WCAG 2.1.4) */
export function isSingle(chord: Chord): boolean {
  return /^(?:Shift\+)?.$/u.test(chord);
}

/** @returns the chord as `aria-keyshortcuts` has it */
export function toAriaKeys(chord: Chord): string {
  return chord.startsWith("Mod+")
    ? `Control+${chord.slice(4)} Meta+${chord.slice(4)}`
    : chord === "+"
      ? "Plus"
      : chord;
}

const keyWords: ReadonlyMap<string, string> = new Map([
  ["ArrowUp", "↑"],
  ["ArrowDown", "↓"],
  ["Escape", "Esc"],
  ["-", "−"],
]);

/** @returns the keys of a chord as they are printed on a keyboard */
export function chordToKeys(chord: Chord, isMac: boolean): readonly string[] {
  return chord.split(/(?<=.)\+/u).map((key) => {
    if (key === "Mod") return isMac ? "⌘" : "Ctrl";
    if (key === "Alt" && isMac) return "⌥";
    return keyWords.get(key) ?? key;
  });
}
