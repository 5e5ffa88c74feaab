import type { Whose } from "../../domain/admission/admission.ts";
import { timeToSecondText, timeToText } from "./dates.ts";

const what: Readonly<Record<Whose["status"], string>> = {
  planned: "plan, last changed",
  live: "live interview, last changed",
  wrapUp: "interview to wrap up, last changed",
  submitted: "scorecard, submitted",
};

function nameOf(interviewer: string): string {
  return interviewer.trim() === "" ? "An unnamed interviewer" : interviewer.trim();
}

/** @returns whose something is, within a sentence: "Noor’s"; "your" of whoever goes by "You" */
function ownerOf(interviewer: string): string {
  const name = nameOf(interviewer);
  return name.toLowerCase() === "you" ? "your" : `${name}’s`;
}

/**
 * @param now epoch ms
 * @returns what tells one of two things that hold different things from the other: "Noor’s scorecard, submitted Tue 12 May,
 * 14:30"
 */
export function whoseToText({ interviewer, status, at }: Whose, now: number): string {
  return `${ownerOf(interviewer)} ${what[status]} ${timeToText(at, now)}`;
}

/** @returns what both are, what each holds, to the second where they are of one minute, that they are of two people where their names are the same and their seats are not, and that they differ where nothing of this tells it */
export function bothToText(here: Whose, incoming: Whose, now: number): string {
  const isOneName = nameOf(here.interviewer) === nameOf(incoming.interviewer);
  const areTwo = isOneName && here.seat !== incoming.seat;
  const isOneMinute = here.at !== incoming.at && timeToText(here.at, now) === timeToText(incoming.at, now);
  const toText = ({ at, ratings, notes, ...one }: Whose) => {
    const time = isOneMinute ? timeToSecondText(at, now) : timeToText(at, now);
    return `${ownerOf(one.interviewer)} ${what[one.status]} ${time} (ratings: ${ratings}, notes: ${notes})`;
  };
  const [words, others] = [toText(here), toText(incoming)];
  const apart = areTwo
    ? " They are from two people with the same name, or from two seats."
    : words === others
      ? " They have as many ratings and notes, but not the same content."
      : "";
  return `Here: ${words}. In the file: ${others}.${apart}`;
}

/** @param at when the last of the revisions was made, epoch ms */
export function revisionToText(
  { interviewer, at }: { readonly interviewer: string; readonly at: number },
  now: number,
): string {
  return `${ownerOf(interviewer)} revision of ${timeToText(at, now)}`;
}
