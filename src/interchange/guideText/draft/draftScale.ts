import { fivePointScale, type Anchor, type Scale, type ScalePoint } from "../../../domain/guides/guide.ts";
import type { LabelKind } from "../words/labelWords.ts";

/** Where an answer stands on a scale whose ends are not known yet. */
export type Place = number | "top" | "middle" | "low";

export interface DraftAnchor {
  readonly places: readonly Place[];
  readonly text: string;
}

/** @returns the answers that the list below a label describes */
export function placesOf(kind: LabelKind | undefined): readonly Place[] | undefined {
  if (kind === "strong") return ["top"];
  if (kind === "middle") return ["middle"];
  return kind === "weak" ? ["low"] : undefined;
}

/** The scale that the anchors need: the usual five points, or the four, three or ten that the guide counts in. */
export function scaleOf(anchors: readonly DraftAnchor[], meanings: readonly DraftAnchor[]): Scale {
  const used = anchors.flatMap(({ places }) => places).filter((place) => typeof place === "number");
  const highest = used.reduce((most, point) => Math.max(most, point), 0);
  const lowest = used.reduce((least, point) => Math.min(least, point), 1);
  const isShort = highest === 4 || (highest === 3 && used.includes(2));
  const top = isShort ? highest : Math.max(highest, 5);
  const first = lowest === 0 && highest < 10 ? 0 : 1;
  const points = Array.from({ length: top - first + 1 }, (_, index) => pointOf(first + index, top, meanings));
  return { points };
}

function pointOf(value: number, top: number, meanings: readonly DraftAnchor[]): ScalePoint {
  const texts = meanings.filter(({ places }) => places.includes(value)).map(({ text }) => text);
  const own = texts.length === 0 ? undefined : texts.join("; ");
  const place =
    top === 5
      ? value
      : top === 4
        ? [0, 1, 2, 4, 5][value]
        : Math.round(1 + (4 * (value - 1)) / Math.max(1, top - 1));
  const usual = fivePointScale.points.find((point) => point.value === place) ?? {
    label: "None",
    meaning: "The answer gave nothing on this point.",
  };
  if (own === undefined) return { value, label: top > 5 ? `${value}` : usual.label, meaning: usual.meaning };
  const split = /^([^:：.。–—-]{1,40}?)\s*[:：.–—-]\s+(.+)$/u.exec(own);
  if (split !== null) return { value, label: split[1] ?? own, meaning: split[2] ?? own };
  return own.length <= 40
    ? { value, label: own, meaning: usual.meaning }
    : { value, label: usual.label, meaning: own };
}

/** One anchor a point, lowest first. */
export function toAnchors(drafts: readonly DraftAnchor[], values: readonly number[]): readonly Anchor[] {
  const texts = new Map<number, string[]>();
  for (const { places, text } of drafts) {
    for (const place of places) {
      const point = toPoint(place, values);
      const known = texts.get(point);
      if (known === undefined) texts.set(point, [text]);
      else if (!known.includes(text)) known.push(text);
    }
  }
  return [...texts]
    .map(([point, list]) => ({
      point,
      text: list.join(list.every((text) => /[.!?。]$/u.test(text)) ? " " : "; "),
    }))
    .toSorted((a, b) => a.point - b.point);
}

function toPoint(place: Place, values: readonly number[]): number {
  if (typeof place === "number") return Math.max(place, values[0] ?? place);
  const lowest = values[0] === 0 ? 1 : 0;
  const at =
    place === "top" ? values.length - 1 : place === "low" ? lowest : Math.floor((values.length - 1) / 2);
  return values[at] ?? 1;
}
