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

/**
 * @param now epoch ms
 * @returns what tells one of two things that hold different things from the other: "Noor’s scorecard, submitted Tue 12 May,
 * 14:30"
 */
export function whoseToText({ interviewer, status, at }: Whose, now: number): string {
  return `${nameOf(interviewer)}’s ${what[status]} ${timeToText(at, now)}`;
}

/** @returns what both are, what each holds, to the second where they are of one minute, and that they are of two people where their names are the same and their seats are not */
export function bothToText(here: Whose, incoming: Whose, now: number): string {
  const isOneName = nameOf(here.interviewer) === nameOf(incoming.interviewer);
  const areTwo = isOneName && here.seat !== incoming.seat;
  const isOneMinute = here.at !== incoming.at && timeToText(here.at, now) === timeToText(incoming.at, now);
  const toText = ({ at, ratings, notes, ...one }: Whose) => {
    const time = isOneMinute ? timeToSecondText(at, now) : timeToText(at, now);
    return `${nameOf(one.interviewer)}’s ${what[one.status]} ${time} (ratings: ${ratings}, notes: ${notes})`;
  };
  return `Here: ${toText(here)}. In the file: ${toText(incoming)}.${
    areTwo ? " They are from two people with the same name, or from two seats." : ""
  }`;
}

/** @param at when the last of the revisions was made, epoch ms */
export function revisionToText(
  { interviewer, at }: { readonly interviewer: string; readonly at: number },
  now: number,
): string {
  return `${nameOf(interviewer)}’s revision of ${timeToText(at, now)}`;
}
