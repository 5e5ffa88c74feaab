import { withoutQuotes } from "./questionText.ts";

/** The items of a list that stands on the line of its label. */
export function splitItems(kind: "areas" | "followUps", rest: string): readonly string[] {
  const clean = (items: readonly string[]) =>
    items
      .map((item, index) => {
        const bare = item.replace(/^(?:[-•*·]|\(?\d{1,2}[.)])\s*/u, "").trim();
        // "And who decides?" is asked so; "calm, order and care" is not ticked off so.
        const isJoined = kind === "areas" && index > 0;
        return withoutQuotes(isJoined ? bare.replace(/^(?:and |und |et |y |以及|和)\s*/iu, "") : bare);
      })
      .filter((item) => item !== "");
  const numbered = rest.split(/(?:^|\s)\(?\d{1,2}[.)]\s+/).filter((item) => item.trim() !== "");
  if (numbered.length > 1) return clean(numbered);
  for (const sign of [/[\n]/, /[;；]/, /\s[•·|]\s|^\s*•/, / \/ (?=\p{Lu})/u]) {
    const parts = rest.split(sign);
    if (parts.length > 1) return clean(parts);
  }
  if (kind === "followUps") return clean(splitQuestions(rest));
  const parts = rest.split(/[,，、،]/).map((part) => part.trim());
  const isSentence = /[.!?。？！]["”]?\s+\S/u.test(rest);
  const words = rest.split(/\s+/).length / parts.length;
  const isList =
    (words <= 4 || (words <= 6 && !rest.endsWith("."))) &&
    !isSentence &&
    parts.every((part) => part.split(" ").length <= 8) &&
    parts.filter((part) => part !== "").length > 1;
  if (!isList) return clean([rest]);
  return clean(parts).map((item) => item.replace(/[.。]$/, ""));
}

/** Several questions in one line; what is too short to stand alone ("Why?") stays with the one before it. */
function splitQuestions(text: string): readonly string[] {
  const pieces = text.match(/[^?？؟]+[?？؟]+["”’»」)）]*|[^?？؟]+$/gu) ?? [text];
  const items: string[] = [];
  for (const piece of pieces) {
    const isShort = /[\p{Script=Han}]/u.test(piece)
      ? piece.trim().length <= 5
      : piece.trim().length <= 20 && (piece.trim().split(" ").length < 3 || /\bwhy\b/i.test(piece));
    if (items.length > 0 && (isShort || !/[?？؟]/u.test(piece))) items[items.length - 1] += piece;
    else items.push(piece);
  }
  return items;
}
