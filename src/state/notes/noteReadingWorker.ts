import {
  editedList,
  findSensitive,
  noEdits,
  type SensitiveEdits,
} from "../../domain/notes/sensitiveWords.ts";
import { findByEquality } from "../../interchange/notes/equalityFinds.ts";

/** What the worker is asked; it answers on the port that comes along, with the finds. */
export interface NoteReadingRequest {
  readonly text: string;
  readonly edits: SensitiveEdits;
}

let known = { key: JSON.stringify(noEdits), list: editedList(noEdits) };

addEventListener("message", ({ data, ports }: MessageEvent<NoteReadingRequest>) => {
  const { text, edits } = data;
  const key = JSON.stringify(edits);
  if (key !== known.key) known = { key, list: editedList(edits) };
  ports[0]?.postMessage(findSensitive(text, known.list, findByEquality(text)));
});
