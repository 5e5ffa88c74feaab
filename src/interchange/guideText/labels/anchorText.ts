import { withPlainDigits } from "../words/plainText.ts";

/** A line such as "4: names the tools": the points that it is about, and what they sound like. */
export interface AnchorText {
  readonly points: readonly number[];
  readonly text: string;
}

const scaleWord =
  "score|level|rating|rated|points?|grade|note|niveau|nivel|stufe|punkte?|puntos?|puntuación|livello|ציון|רמה|дециль|балл|分数|評価|等级|レベル";
const unit = "points?|pts?\\.?|stars?|punkte?|puntos?|分|נקודות|балла?";
const dash = "[-–—~～至]|to|bis|à|bis zu";
const before = new RegExp(
  `^(?:(?:${scaleWord})\\s*(?:of\\s*)?)?(\\d{1,2})(?:\\s*(?:${dash})\\s*(\\d{1,2}))?(?:\\s*/\\s*(?:5|10|4))?\\s*(?:${unit})?\\s*(?:\\(([^()]{1,60})\\)\\s*[:：.–—-]?|[:：](?!\\d)|=|[.)](?=\\s)|[-–—](?=\\s)|\\|)\\s*`,
  "iu",
);
const alone = new RegExp(
  `^(?:(?:${scaleWord})\\s*)?(\\d{1,2})(?:\\s*(?:${dash})\\s*(\\d{1,2}))?\\s*(?:${unit})?$`,
  "iu",
);
const named = new RegExp(
  `^(\\p{L}[^:：()（）?]{1,50}?)\\s*[(（](?:(?:${scaleWord})\\s*)?(\\d{1,2})(?:\\s*(?:${dash})\\s*(\\d{1,2}))?\\s*(?:${unit})?[)）]\\s*(?:[:：–—-]\\s*|$)`,
  "iu",
);
/** "3 Average - meets what is asked for". */
const spaced = /^(\d{1,2})\s+(\p{L}+(?:\s\p{L}+){0,2})\s+[-–—]\s+(?=\p{L})/u;
const isScaleWord = new RegExp(`^(?:${scaleWord})$`, "iu");
const HIGHEST_POINT = 10;

/** Reads a line that names points of a scale, or gives undefined. */
export function anchorTextOf(line: string): AnchorText | undefined {
  const head = withPlainDigits(line.slice(0, 120));
  const plain = before.exec(head);
  if (plain !== null) return toAnchor(plain[1], plain[2], [plain[3] ?? "", line.slice(plain[0].length)]);
  const apart = spaced.exec(head);
  if (apart !== null) return toAnchor(apart[1], undefined, [apart[2] ?? "", line.slice(apart[0].length)]);
  const bare = alone.exec(head);
  if (bare !== null) return toAnchor(bare[1], bare[2], []);
  const behind = named.exec(head);
  if (behind === null) return undefined;
  const [name, text] = [behind[1] ?? "", line.slice(behind[0].length)];
  // "Score (1-5): ___" is a field to fill in.
  if (isScaleWord.test(name) && !/\p{L}/u.test(text)) return undefined;
  return toAnchor(behind[2], behind[3], [name, text]);
}

const among = new RegExp(
  `(?:^|[\\s;；,，、.。|/(])(\\d{1,2})(?:\\s*(?:${dash})\\s*(\\d{1,2}))?\\s*(?:${unit})?\\s*(?:\\(([^()]{1,60})\\)\\s*[:：=–—-]?|[:：](?!\\d)|=|[-–—](?=\\s))\\s*`,
  "giu",
);
/** "Score: ", or nothing. */
const headOfPoints = /^(?:[^\d:：]{1,40}[:：]\s*)?$/u;

/**
 * Reads a line that names several points one after another: "Score: 1 - gives up; 3 - asks; 5 - finds the cause".
 *
 * @returns the points in the order of the line, each with what it sounds like; undefined where the line is none of these
 */
export function anchorTextsOf(line: string): readonly AnchorText[] | undefined {
  const plain = withPlainDigits(line);
  const marks = [...plain.matchAll(among)];
  const [first] = marks;
  if (first === undefined || marks.length < 2 || !headOfPoints.test(plain.slice(0, first.index)))
    return undefined;
  const anchors = marks.map(({ 0: mark, 1: from, 2: to, 3: name = "", index }, at) => {
    const text = line.slice(index + mark.length, marks[at + 1]?.index).replace(/[\s;；,，、|/]+$/u, "");
    return toAnchor(from, to, [name, text]);
  });
  const told = anchors.filter((anchor) => anchor !== undefined && /\p{L}/u.test(anchor.text));
  const points = told.flatMap((anchor) => anchor?.points ?? []);
  const steps = points.slice(1).map((point, at) => Math.sign(point - (points[at] ?? point)));
  const isOneWay = steps.every((step) => step === steps[0] && step !== 0);
  return told.length === anchors.length && isOneWay
    ? told.filter((anchor) => anchor !== undefined)
    : undefined;
}

function toAnchor(
  from: string | undefined,
  to: string | undefined,
  texts: readonly string[],
): AnchorText | undefined {
  const text = texts
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .join(": ");
  const low = Math.min(Number(from), Number(to ?? from));
  const high = Math.max(Number(from), Number(to ?? from));
  if (high > HIGHEST_POINT) return undefined;
  return { points: Array.from({ length: high - low + 1 }, (_, index) => low + index), text };
}

/** @returns whether a point says that nothing could be judged: that is no point of a scale, but a rating left out */
export function isNotAssessed({ points, text }: AnchorText): boolean {
  return (
    points.length === 1 &&
    points[0] === 0 &&
    /\b(?:not enough|no(?:t enough)? information|insufficient|not (?:assessed|rated|asked|evaluated|observed|applicable)|unable|n\/a)\b|信息不足|未评估|לא נבדק|אין מספיק/iu.test(
      text,
    )
  );
}
