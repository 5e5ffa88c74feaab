import { groupBy } from "./groupBy.ts";
import type { ComparedArea } from "./debrief.ts";
import { competencyName, type Scale } from "../guides/guide.ts";
import { fullTitle } from "../guides/questionTitle.ts";
import { scaleKey } from "../guides/scaleSteps.ts";
import { meanOf, type Figures } from "./figures.ts";
import type { Debrief, Panel } from "./panel.ts";
import { nameToKey } from "../text/nameKey.ts";

/** What one interviewer's ratings of several areas come to. */
export interface SeatMean {
  readonly seatId: string;
  /** Equal-weight mean of the areas rated; null where none was, and where figures are off. */
  readonly mean: number | null;
  /** The ratings themselves. */
  readonly points: readonly number[];
  readonly noEvidenceCount: number;
  readonly notAskedCount: number;
}

/** What a panel's ratings of several areas on one scale come to. */
export interface PanelMean {
  /** Mean of the interviewers' means, so that each weighs the same however many areas they rated; null where nobody rated any, and where figures are off. */
  readonly mean: number | null;
  /** How many interviewers rated any of it, and the mean is of. */
  readonly raterCount: number;
  /** Lowest and highest of the interviewers' means; null without any. */
  readonly lowest: number | null;
  readonly highest: number | null;
  /** One for each seat that is in, in the order of the seats. */
  readonly bySeat: readonly SeatMean[];
  /** Points agreed on for areas in here, in their order. They are in no mean. */
  readonly agreed: readonly number[];
}

export interface QuestionMean extends PanelMean {
  /** The `questionKey` of its areas. */
  readonly id: string;
  readonly title: string;
  readonly guideId: string;
  readonly scale: Scale;
}

export interface CompetencyMean extends PanelMean {
  /** The competency's id in the panel's guide, or in the first that has it; weights are kept under it. */
  readonly competencyId: string;
  /** Differs from other rows of the competency, which are on other scales. */
  readonly id: string;
  /** Empty for questions without a competency. */
  readonly name: string;
  readonly scale: Scale;
  /** Whether ratings by different guide versions are in it. */
  readonly isAcrossVersions: boolean;
}

/** The means of all competencies on one scale. */
export interface OverallMean {
  readonly scale: Scale;
  readonly equal: number;
  /** Null where competencies weigh the same. */
  readonly weighted: number | null;
  readonly competencyCount: number;
}

/** One candidate's panel, with the areas that are compared in it. */
export interface Candidacy {
  readonly panel: Panel;
  /** Empty before the debrief has started. */
  readonly areas: readonly ComparedArea[];
}

/** A competency, with what each candidate's panel says of it. */
export interface CandidatesRow {
  readonly id: string;
  readonly name: string;
  readonly scale: Scale;
  /** One for each candidate, in their order; null where no area of it was on anybody's list. */
  readonly byCandidate: readonly (PanelMean | null)[];
  /** Whether ratings by different guide versions stand side by side. */
  readonly isAcrossVersions: boolean;
}

/** The ratings of one interviewer at one point of the scale. */
export interface RatingDot {
  readonly seatId: string;
  readonly point: number;
  /** How many areas have it. */
  readonly count: number;
}

/** @returns each interviewer's ratings by their points, in the order of the seats and of the first area that has each */
export function ratingDots(bySeat: readonly Pick<SeatMean, "seatId" | "points">[]): readonly RatingDot[] {
  return bySeat.flatMap(({ seatId, points }) =>
    Array.from(new Set(points), (point) => ({
      seatId,
      point,
      count: points.filter((one) => one === point).length,
    })),
  );
}

/**
 * @param value of a point of the scale, or between two
 * @returns its place among the points, from 0 on: between two of them as far as its value is between theirs
 */
export function placeOnScale({ points }: Scale, value: number): number {
  const above = points.findIndex((point) => point.value >= value);
  const [low, high] = [points[above - 1], points[above]];
  if (!high) return points.length - 1;
  if (!low) return 0;
  return above - (high.value - value) / (high.value - low.value);
}

/** @returns the ratings that means on one scale are of, by seat, one list for all of them */
export function ratingsBySeat(
  means: readonly (PanelMean & { readonly scale: Scale })[],
  scale: Scale,
): readonly Pick<SeatMean, "seatId" | "points">[] {
  const all = means.filter((mean) => scaleKey(mean.scale) === scaleKey(scale));
  return (all[0]?.bySeat ?? []).map(({ seatId }, at) => ({
    seatId,
    points: all.flatMap(({ bySeat }) => bySeat[at]?.points ?? []),
  }));
}

/** @returns one mean a question, in the guide's order */
export function questionMeans(
  areas: readonly ComparedArea[],
  debrief: Debrief,
  figures: Figures,
): readonly QuestionMean[] {
  return [...groupBy(areas, ({ questionKey }) => questionKey)].map(([id, ofQuestion]) => {
    const [first] = ofQuestion;
    return {
      ...panelMean(ofQuestion, debrief, figures),
      id,
      title: fullTitle(first.question),
      guideId: first.guideId,
      scale: first.guide.scale,
    };
  });
}

/**
 * Competencies of different guide versions are one where they have one name, or else one id, unless a version has another one
 * of that name: what was renamed is not what got its name since. Ratings on scales of different points are never in one mean:
 * such a competency has a row for each scale.
 *
 * @returns one mean a competency and scale, in the order of the panel's guide; questions without a competency last
 */
export function competencyMeans(
  areas: readonly ComparedArea[],
  debrief: Debrief,
  figures: Figures,
): readonly CompetencyMean[] {
  return groupByCompetency(areas).map(({ areas: ofGroup, ...group }) => ({
    ...group,
    ...panelMean(ofGroup, debrief, figures),
    isAcrossVersions: isAcrossVersions(ofGroup),
  }));
}

/** @returns the weights of the debrief by competency id; null where all weigh the same, as without a written reason */
export function weightsOf({
  weights,
  weightsReason,
}: Pick<Debrief, "weights" | "weightsReason">): Debrief["weights"] {
  return weightsReason.trim() === "" ? null : weights;
}

/**
 * The mean of the competencies' means: equal-weight always, and weighted beside it where weights have a written reason.
 * A competency without a weight of its own weighs 1.
 *
 * @returns one a scale; none where nothing was rated
 */
export function overallMeans(
  competencies: readonly CompetencyMean[],
  debrief: Pick<Debrief, "weights" | "weightsReason">,
): readonly OverallMean[] {
  const weights = weightsOf(debrief);
  return [...groupBy(competencies, ({ scale }) => scaleKey(scale)).values()].flatMap((group) => {
    const rated = group.flatMap(({ mean, competencyId, scale }) =>
      mean === null ? [] : { mean, scale, weight: weights?.[competencyId] ?? 1 },
    );
    const [first] = rated;
    if (!first) return [];
    const weightSum = sumOf(rated.map(({ weight }) => weight));
    const isWeighted = weights !== null && weightSum > 0;
    return {
      scale: first.scale,
      equal: sumOf(rated.map(({ mean }) => mean)) / rated.length,
      weighted: isWeighted ? sumOf(rated.map(({ mean, weight }) => mean * weight)) / weightSum : null,
      competencyCount: rated.length,
    };
  });
}

/** @returns the panels by their candidates' names, then by date; never by their ratings */
export function inCandidateOrder<T extends Pick<Candidacy, "panel">>(
  candidacies: readonly T[],
): readonly T[] {
  return candidacies.toSorted(
    ({ panel: a }, { panel: b }) =>
      a.candidate.localeCompare(b.candidate) || a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1),
  );
}

/** @returns one row a competency and scale, with what each candidate's panel says of it */
export function compareCandidates(
  candidacies: readonly Candidacy[],
  figures: Figures,
): readonly CandidatesRow[] {
  const ownerByArea = new Map(
    candidacies.flatMap((candidacy) => candidacy.areas.map((area) => [area, candidacy])),
  );
  return groupByCompetency(candidacies.flatMap(({ areas }) => areas)).map(({ id, name, scale, areas }) => {
    return {
      id,
      name,
      scale,
      byCandidate: candidacies.map((candidacy) => {
        const own = areas.filter((area) => ownerByArea.get(area) === candidacy);
        return own.length > 0 ? panelMean(own, candidacy.panel.debrief, figures) : null;
      }),
      isAcrossVersions: isAcrossVersions(areas),
    };
  });
}

interface CompetencyGroup {
  readonly id: string;
  readonly competencyId: string;
  readonly name: string;
  readonly scale: Scale;
  readonly areas: readonly ComparedArea[];
}

function groupByCompetency(areas: readonly ComparedArea[]): readonly CompetencyGroup[] {
  const groups: (Omit<CompetencyGroup, "id" | "areas"> & { readonly areas: ComparedArea[] })[] = [];
  const groupByKey = new Map<string, (typeof groups)[number]>();
  for (const area of areas) {
    const { competencyId } = area.question;
    const name = competencyName(area.guide, competencyId);
    const key = JSON.stringify([area.guideId, competencyId, scaleKey(area.guide.scale)]);
    const isOnScale = (group: { readonly scale: Scale }) =>
      scaleKey(group.scale) === scaleKey(area.guide.scale);
    const isOther = (group: (typeof groups)[number]) =>
      hasOtherNamed(area, group.name) || group.areas.some((one) => hasOtherNamed(one, name));
    let group =
      groupByKey.get(key) ??
      groups.find((one) => isOnScale(one) && nameToKey(one.name) === nameToKey(name)) ??
      groups.find((one) => isOnScale(one) && one.competencyId === competencyId && !isOther(one));
    if (!group) {
      const isTaken = groups.some((one) => one.competencyId === competencyId && isOther(one));
      group = {
        competencyId: isTaken ? `${area.guideId}/${competencyId}` : competencyId,
        name,
        scale: area.guide.scale,
        areas: [],
      };
      groups.push(group);
    }
    groupByKey.set(key, group);
    group.areas.push(area);
  }
  return groups
    .toSorted((a, b) => Number(a.name === "") - Number(b.name === ""))
    .map((group) => ({ ...group, id: `${group.competencyId} ${scaleKey(group.scale)}` }));
}

/** @returns whether the guide of the area has another competency of that name: its own is another one then, whatever its id */
function hasOtherNamed({ guide, question }: Pick<ComparedArea, "guide" | "question">, name: string): boolean {
  return guide.competencies.some(
    (one) => one.id !== question.competencyId && nameToKey(one.name) === nameToKey(name),
  );
}

function isAcrossVersions(areas: readonly ComparedArea[]): boolean {
  return areas.some(({ guideId }) => guideId !== areas[0]?.guideId);
}

function panelMean(areas: readonly ComparedArea[], { agreedByAreaId }: Debrief, figures: Figures): PanelMean {
  const seatIds = areas[0]?.cells.map(({ seatId }) => seatId) ?? [];
  const bySeat = seatIds.map((seatId, at) => seatMean(seatId, areas, at, figures));
  const means = bySeat.flatMap(({ mean }) => mean ?? []);
  const agreed = areas.flatMap(({ id }) => {
    const rating = Object.hasOwn(agreedByAreaId, id) ? agreedByAreaId[id]?.rating : null;
    return typeof rating === "number" ? rating : [];
  });
  return {
    mean: meanOf(means, figures),
    raterCount: bySeat.filter(({ points }) => points.length > 0).length,
    lowest: means.length === 0 ? null : Math.min(...means),
    highest: means.length === 0 ? null : Math.max(...means),
    bySeat,
    agreed,
  };
}

function seatMean(seatId: string, areas: readonly ComparedArea[], at: number, figures: Figures): SeatMean {
  const marks = areas.map(({ cells }) => cells[at]?.final ?? null);
  const points = marks.filter((mark) => typeof mark === "number");
  return {
    seatId,
    mean: meanOf(points, figures),
    points,
    noEvidenceCount: marks.filter((mark) => mark === "noEvidence").length,
    notAskedCount: marks.filter((mark) => mark === "notAsked").length,
  };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
