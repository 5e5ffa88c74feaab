import { useImperativeHandle, useLayoutEffect, useRef, useState, type ComponentProps } from "react";

/** Tells of a text: of the present one at once, then of each new one, until what it returns is called. */
type FollowedText = (show: (text: string) => void) => () => void;

interface Props extends Omit<
  ComponentProps<"textarea">,
  "children" | "defaultValue" | "dir" | "maxLength" | "onChange" | "onInput" | "value"
> {
  /** What stands in it. A text that is followed is drawn past React, and another follower is another text. */
  readonly text: string | FollowedText;
  /** UTF-16 units; a file with more could not be read back. */
  readonly maxLength: number;
  /** Called in the event of each key. */
  readonly onWrite: (text: string) => void;
}

/**
 * A field for a note. Each key is written at once, past React, whose own way to a handler is a good part of what a key
 * may cost: nothing above the field hears of its input. What comes from outside shows; in a text that is just being
 * typed, once the field is left.
 */
export function NoteField({ ref, text, onWrite, ...attributes }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle<HTMLTextAreaElement | null, HTMLTextAreaElement | null>(ref, () => field.current, []);
  const [first] = useState(typeof text === "string" ? text : undefined);
  const typing = useRef(nothingTyped());

  useLayoutEffect(() => {
    const { current } = field;
    const onInput = (event: Event) => {
      event.stopPropagation();
      if (!current) return;
      const { value } = current;
      const { unseen, told } = typing.current;
      // What was composed ends with an input that changes nothing, and nobody tells of that.
      if (value !== (unseen.at(-1) ?? told)) unseen.push(value);
      typing.current.held = null;
      onWrite(value);
    };
    current?.addEventListener("input", onInput);
    return () => current?.removeEventListener("input", onInput);
  }, [onWrite]);

  useLayoutEffect(() => {
    const { current } = field;
    const onComposition = ({ type }: CompositionEvent) => {
      typing.current.isComposing = type === "compositionstart";
    };
    const onLeave = () => {
      const { held } = typing.current;
      if (current && held !== null) put(current, typing.current, held);
    };
    current?.addEventListener("compositionstart", onComposition);
    current?.addEventListener("compositionend", onComposition);
    current?.addEventListener("blur", onLeave);
    return () => {
      current?.removeEventListener("compositionstart", onComposition);
      current?.removeEventListener("compositionend", onComposition);
      current?.removeEventListener("blur", onLeave);
    };
  }, []);

  useLayoutEffect(() => {
    const show = (told: string) => field.current && takeIn(field.current, typing.current, told);
    if (typeof text !== "string") {
      typing.current = nothingTyped();
      return text(show);
    }
    show(text);
    return undefined;
  }, [text]);

  return <textarea ref={field} dir="auto" defaultValue={first} {...attributes} />;
}

interface Typing {
  /** What was written here and was not told of since, oldest first. */
  readonly unseen: string[];
  /** What was told of last. */
  told: string | null;
  /** What was told of while something else was being typed. */
  held: string | null;
  isComposing: boolean;
}

function nothingTyped(): Typing {
  return { unseen: [], told: null, held: null, isComposing: false };
}

function takeIn(field: HTMLTextAreaElement, typing: Typing, told: string): void {
  const { unseen, isComposing, told: before } = typing;
  typing.told = told;
  const at = unseen.indexOf(told);
  // A letter that was typed and deleted at once: of neither is told where nothing else was changed.
  const isAsTold = unseen.at(-1) === before;
  if (told === field.value || (at !== -1 && !isAsTold)) {
    // What was typed here comes back; more may be on its way.
    unseen.splice(0, at + 1);
    typing.held = null;
  } else if (isComposing || (isTypedIn(field) && (isAsTold ? at !== -1 : unseen.length > 0))) {
    unseen.splice(0, at + 1);
    typing.held = told;
  } else {
    put(field, typing, told);
  }
}

/** Somebody who went over to another window may type there. */
function isTypedIn(field: HTMLTextAreaElement): boolean {
  return hasFocus(field) && field.ownerDocument.hasFocus();
}

function put(field: HTMLTextAreaElement, typing: Typing, told: string): void {
  typing.unseen.length = 0;
  typing.held = null;
  const { value, selectionStart, selectionEnd } = field;
  field.value = told;
  // A selection that is set would bring the focus, in some browsers.
  if (hasFocus(field))
    field.setSelectionRange(placeIn(told, value, selectionStart), placeIn(told, value, selectionEnd));
}

function hasFocus(field: HTMLTextAreaElement): boolean {
  return field.ownerDocument.activeElement === field;
}

/** @returns where a place of one text is in another: behind the same words, or else as far from the end */
function placeIn(after: string, before: string, place: number): number {
  let alike = 0;
  while (alike < place && after[alike] === before[alike]) alike += 1;
  return alike === place ? place : Math.max(alike, after.length - (before.length - place));
}
