import { isAway } from "../evidence/personText.ts";
import { behindLead } from "../sources/blocks.ts";
import { openingWordIn } from "../words/phrases.ts";
import { isSentence } from "../words/plainText.ts";
import { ofInterviewing, sceneHeads, taskForms, taskVerbs, toInterviewer } from "../words/taskWords.ts";
import { handsOver, isTold } from "./askedText.ts";

const opensWithVerb = openingWordIn(taskVerbs);

/** A line that is wrapped ends without a sign; a shorter one is none. */
const SHORTEST_WRAPPED = 50;

/**
 * @param lead what is bold at its beginning: "**Cache:** Implement …"
 * @returns whether a line is a sentence that tells somebody to do something, and speaks neither of the candidate nor of the
 * interview: a task for the candidate, or an instruction of another kind
 */
export function isImperative(line: string, lead: string): boolean {
  const text = behindLead(line, lead) ?? line;
  const isScene = sceneHeads.test(text);
  const isLine = isSentence(text) || (text.length > SHORTEST_WRAPPED && /[\p{L},]$/u.test(text));
  if (!isScene && !isLine) return false;
  if (handsOver(text) || isTold(text) || isAway(text)) return false;
  return (
    isScene ||
    // "Plan your time: …" is a head and what it says.
    (!/^[^.]{2,40}[:：] /u.test(text) &&
      !ofInterviewing.test(text) &&
      !toInterviewer.test(text) &&
      (opensTask(text) || opensTask(behindOpening(text))))
  );
}

function opensTask(text: string): boolean {
  return opensWithVerb(text) || taskForms.test(text);
}

/** "To finish, add …" */
function behindOpening(text: string): string {
  return /^[^,.:;，、،]{2,30}[,，、،]\s?(.+)$/u.exec(text)?.[1] ?? "";
}
