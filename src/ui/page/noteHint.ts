import { useEffect, useRef, useState, type RefObject } from "react";
import type { NoteHint, SensitiveFind } from "../../domain/notes/sensitiveWords.ts";
import { isElement, isElementOf } from "./elements.ts";

interface ShownHint {
  readonly hint: NoteHint | null;
  /** What is to be said to people who hear the screen: each word once. */
  readonly said: NoteHint | null;
  readonly onDismiss: () => void;
}

/** A note is read when it stood still for one of these, and at most two. */
const PAUSE_MS = 250;

/** By note; for as long as the page is open. */
const dismissed = new Set<string>();
const saidWords = new Set<string>();

const nothing = { hint: null, said: null };

/** Finds in a note what a scorecard must not hold. */
export type NoteReader = (text: string) => Promise<readonly SensitiveFind[]>;

/**
 * The hint for the notes that share a line. They are looked at while one has the focus, by a timer: a key costs nothing
 * for it. Nothing is read before something is typed.
 *
 * @param noteId tells the note from all others of this device; notes that share a line add their `data-note`
 * @param boxRef the element that holds the notes and the line, and no other notes
 * @param readNote the same as long as the line stands
 */
export function useNoteHint(
  noteId: string,
  boxRef: RefObject<HTMLElement | null>,
  readNote: NoteReader,
): ShownHint {
  const field = useRef<HTMLTextAreaElement | null>(null);
  const [{ hint, said }, show] = useState<Pick<ShownHint, "hint" | "said">>(nothing);

  useEffect(() => {
    const box = boxRef.current;
    const view = box?.ownerDocument.defaultView;
    if (!box || !view) return undefined;
    let timer: number | undefined;
    let seen = "";
    let read = "";

    const look = () => {
      const text = openText(box, noteId);
      if (text === seen && text !== read) {
        read = text;
        void readAndShow(text);
      }
      seen = text;
    };

    const readAndShow = async (text: string) => {
      // A hint is never in the way, and so says nothing of its own failure.
      const finds = text === "" ? [] : await readNote(text).catch(() => []);
      // The focus or the text may have gone on.
      if (timer === undefined || read !== text) return;
      const [find] = finds;
      if (!find) {
        show(nothing);
        return;
      }
      const found = { topic: find.topic, word: onOneLine(text.slice(find.start, find.end)) };
      const isNew = !saidWords.has(found.word.toLowerCase());
      saidWords.add(found.word.toLowerCase());
      show(({ said: before }) => ({ hint: found, said: isNew ? found : before }));
    };

    const begin = (target: EventTarget | null) => {
      if (!isElementOf(target, "textarea") || !box.contains(target)) return;
      field.current = target;
      if (timer !== undefined) return;
      seen = openText(box, noteId);
      read = seen;
      // Of the window that is looked at: the page itself may lie behind another one, where timers are held back.
      timer = view.setInterval(look, PAUSE_MS);
    };

    const end = () => {
      view.clearInterval(timer);
      timer = undefined;
      show(nothing);
    };

    const onFocusIn = ({ target }: FocusEvent) => begin(target);
    const onFocusOut = ({ relatedTarget }: FocusEvent) => {
      if (!isElement(relatedTarget) || !box.contains(relatedTarget)) end();
    };
    box.addEventListener("focusin", onFocusIn);
    box.addEventListener("focusout", onFocusOut);
    // A line may come with the focus.
    begin(view.document.activeElement);
    return () => {
      box.removeEventListener("focusin", onFocusIn);
      box.removeEventListener("focusout", onFocusOut);
      view.clearInterval(timer);
    };
  }, [readNote, noteId, boxRef]);

  const onDismiss = () => {
    const box = boxRef.current;
    if (hint && box) {
      for (const note of notesIn(box)) {
        if (onOneLine(note.value).includes(hint.word)) dismissed.add(keyOf(note, noteId));
      }
    }
    show(nothing);
    // The button that was pressed is gone.
    field.current?.focus();
  };

  return { hint, said, onDismiss };
}

function notesIn(box: HTMLElement): readonly HTMLTextAreaElement[] {
  return Array.from(box.querySelectorAll("textarea"));
}

/** @returns the text of the notes whose hint was not dismissed */
function openText(box: HTMLElement, noteId: string): string {
  return (
    notesIn(box)
      .filter((note) => !dismissed.has(keyOf(note, noteId)))
      .map(({ value }) => value)
      // A full stop, so that nothing is found across two notes.
      .join("\n.\n")
  );
}

function onOneLine(text: string): string {
  return text.replaceAll(/\s+/gu, " ");
}

function keyOf(note: HTMLTextAreaElement, noteId: string): string {
  return `${noteId} ${note.dataset["note"] ?? ""}`;
}
