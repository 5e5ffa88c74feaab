import type { ReadLine } from "../../../interchange/guideText/guideText.ts";
import type { LineLabel } from "../../../interchange/guideText/labels/lineLabels.ts";

interface LabelWords {
  readonly word: string;
  /** The letter that gives a line this label. */
  readonly key: string;
}

export const labelWords: Readonly<Record<LineLabel, LabelWords>> = {
  title: { word: "Title", key: "t" },
  introduction: { word: "Introduction", key: "i" },
  heading: { word: "Heading", key: "h" },
  competency: { word: "Competency", key: "c" },
  question: { word: "Question", key: "q" },
  minutes: { word: "Minutes", key: "m" },
  area: { word: "Area", key: "a" },
  followUp: { word: "Follow-up", key: "f" },
  anchor: { word: "Anchor", key: "n" },
  advice: { word: "Advice", key: "v" },
  continues: { word: "Continuation", key: "g" },
  leftOut: { word: "Ignore", key: "x" },
};

/** Says of all lines that look like the one corrected last what was said of it. */
export const alikeKey = "l";
export const undoKey = "u";

/** In the order of the buttons. */
export const lineLabels = Object.keys(labelWords) as readonly LineLabel[];

/** @returns the label that the letter gives, or undefined */
export function labelOfKey(key: string): LineLabel | undefined {
  return lineLabels.find((label) => labelWords[label].key === key);
}

/** @returns for each line the number of the question it belongs to; 0 above the first one */
export function questionNumbers(lines: readonly ReadLine[]): readonly number[] {
  let number = 0;
  return lines.map(({ label }) => {
    if (label === "question") number += 1;
    return number;
  });
}

/** @returns what a line became: "Question 3", "Area of question 3", "Ignore" */
export function lineToWords({ label }: ReadLine, question: number): string {
  const { word } = labelWords[label];
  if (label === "question") return `${word} ${question}`;
  const isOfQuestion = label === "area" || label === "followUp";
  return isOfQuestion && question > 0 ? `${word} of question ${question}` : word;
}
