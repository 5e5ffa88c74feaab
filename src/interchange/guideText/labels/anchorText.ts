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
const HIGHEST_POINT = 10;

/** Reads a line that names points of a scale, or gives undefined. */
export function anchorTextOf(line: string): AnchorText | undefined {
  const head = withPlainDigits(line.slice(0, 120));
  const plain = before.exec(head);
  if (plain !== null) return toAnchor(plain[1], plain[2], [plain[3] ?? "", line.slice(plain[0].length)]);
  const bare = alone.exec(head);
  if (bare !== null) return toAnchor(bare[1], bare[2], []);
  const behind = named.exec(head);
  if (behind === null) return undefined;
  return toAnchor(behind[2], behind[3], [behind[1] ?? "", line.slice(behind[0].length)]);
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
