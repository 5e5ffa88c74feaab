import type { PersonOf } from "../candidates/nameMerges.ts";
import {
  gwetAC2,
  intraclassCorrelation,
  isEnoughForAlpha,
  isEnoughForIntraclass,
  isEnoughForKappa,
  krippendorffAlpha,
  leniency,
  overlapOf,
  pairAgreement,
  PAIR_UNITS,
  weightedKappa,
  type Overlap,
  type PairAgreement,
  type Ratings,
  type Reliability,
} from "./agreement.ts";
import { compareAreas, seatPanel, type SeatedPanel } from "./debrief.ts";
import type { Scale } from "../guides/guide.ts";
import { scaleKey } from "../guides/scaleSteps.ts";
import type { Panel } from "./panel.ts";
import { nameToKey } from "../text/nameKey.ts";
import type { Scorecard } from "../session/scorecard.ts";

/** A panel with the scorecards that are in; none of them counts before its debrief has started. */
export interface StartedPanel {
  readonly panel: Panel;
  readonly scorecards: readonly Scorecard[];
}

/** How the interviewers of this device's panels rate, beside each other. */
export interface Calibration {
  /** One for each scale: ratings on scales of different points are never in one table. Most ratings first. */
  readonly scales: readonly ScaleCalibration[];
  /** Everybody with a rating in one of the tables, by name. */
  readonly raters: readonly Rater[];
  /** Names that two scorecards of one panel carry. Nobody can tell whose is whose, so they are in no figure. */
  readonly ambiguousNames: readonly string[];
  /** True while there is nothing but made-up scorecards; they are never beside real ones. */
  readonly isSample: boolean;
}

/**
 * One who rates. No id goes from panel to panel, so it is the name that two scorecards of one interviewer have in
 * common: two people of one name in different panels count as one, and one with two spellings as two.
 */
export interface Rater {
  /** What two spellings of the name have in common. */
  readonly key: string;
  readonly name: string;
}

export interface ScaleCalibration {
  readonly id: string;
  readonly scale: Scale;
  readonly raters: readonly RaterUse[];
  readonly overlap: CandidateOverlap;
  /** Null where the overlap is not enough. */
  readonly agreement: TableAgreement | null;
  /** Null where the overlap is not enough. */
  readonly intraclass: Reliability | null;
  /**
   * Those who can be compared, if only by way of others, each over several candidates; a group cannot be compared with
   * another.
   */
  readonly leniencyGroups: readonly (readonly RaterLeniency[])[];
  /** Every two who rated at least one area of one candidate both, those with the most first. */
  readonly pairs: readonly RaterPair[];
}

/** What several interviewers rated of the same candidates. */
export interface CandidateOverlap extends Overlap {
  readonly candidateCount: number;
}

/** Agreement over all interviewers. */
export interface TableAgreement {
  /** Krippendorff's alpha, ordinal. */
  readonly alpha: number | null;
  /** Gwet's AC2, quadratic weights. */
  readonly ac2: number | null;
  readonly pairs: PairAgreement;
}

/** How one interviewer uses the scale. */
export interface RaterUse extends Rater {
  readonly ratingCount: number;
  readonly candidateCount: number;
  /** What of it others rated too. */
  readonly shared: CandidateOverlap;
  /** In the order of the scale's points. */
  readonly counts: readonly number[];
  /** Whether nearly all ratings are on two points or fewer; null below `RANGE_RATINGS`. */
  readonly isNarrow: boolean | null;
}

/** In points of the scale above (milder) or below (stricter) the mean of the group's interviewers. */
export interface RaterLeniency extends Rater {
  /** From all that each rated, whoever the candidates were. */
  readonly raw: number;
  /** From the areas that others of the group rated too. */
  readonly adjusted: number;
  /** Those areas. */
  readonly shared: CandidateOverlap;
}

export interface RaterPair {
  readonly raters: readonly [Rater, Rater];
  readonly overlap: CandidateOverlap;
  /** Null where the overlap is not enough. */
  readonly agreement: PairFigures | null;
}

export interface PairFigures extends PairAgreement {
  /** Weighted by squares, on the full scale; null where both gave one and the same point throughout. */
  readonly kappa: number | null;
}

/** A choice of this app, as many as for a pair: below it, using few points says nothing. */
export const RANGE_RATINGS = PAIR_UNITS;

/** What share of the ratings is on two points where the range is narrow: a choice of this app. */
const NARROW_SHARE = 0.9;

/** One coefficient for one candidate says nothing of how interviewers rate. */
export const LEAST_CANDIDATES = 2;

/** A point that one interviewer gave. */
interface GivenPoint {
  readonly rater: Rater;
  /** One area of the candidate of one panel, as one guide version has it. */
  readonly unit: string;
  /** What two panels of one candidate have in common. */
  readonly candidate: string;
  readonly scale: Scale;
  readonly point: number;
}

/** All points on one scale: one row a rater, one column a unit. */
interface RatingTable {
  readonly scale: Scale;
  readonly raters: readonly Rater[];
  /** One for each unit. */
  readonly candidates: readonly string[];
  readonly ratings: Ratings;
}

/**
 * Compares how interviewers rate, over all panels whose debrief has started. What counts are the first ratings, as
 * they were submitted before it began: a revision, or a later scorecard, may follow what others said. What is below its
 * gate is not given.
 *
 * @param personOf who a candidate's name stands for
 * @returns the same whatever the order of the panels, their interviewers and scorecards
 */
export function calibrate(panels: readonly StartedPanel[], personOf: PersonOf): Calibration {
  const each = withoutRepeats(panels);
  const real = each.map(({ panel, scorecards }) => ({
    panel,
    scorecards: scorecards.filter(({ first }) => !first.session.sample),
  }));
  const isSample = real.every(({ scorecards }) => scorecards.length === 0);
  const used = (isSample ? each : real).map(({ panel, scorecards }) => seatPanel(panel, scorecards));
  const ambiguous = ambiguousNames(used);
  const points = used
    .flatMap((panel) => pointsOf(panel, personOf))
    .filter(({ rater }) => !ambiguous.has(rater.key));
  const scaleIds = [...new Set(points.map(({ scale }) => scaleKey(scale)))];
  const scales = scaleIds.map((id) => {
    const onScale = points.filter(({ scale }) => scaleKey(scale) === id);
    return { count: onScale.length, calibration: calibrateTable(id, tableOf(onScale)) };
  });
  return {
    scales: scales
      .toSorted((a, b) => b.count - a.count || byText(a.calibration.id, b.calibration.id))
      .map(({ calibration }) => calibration),
    raters: ratersOf(points),
    ambiguousNames: [...ambiguous.values()].toSorted(byText),
    isSample: isSample && points.length > 0,
  };
}

/** A scorecard may have been dropped into two panels: it counts in the one that was made first. */
function withoutRepeats(panels: readonly StartedPanel[]): readonly StartedPanel[] {
  const inOrder = panels
    .filter(({ panel }) => panel.debrief.startedAt !== null)
    .toSorted((a, b) => a.panel.createdAt - b.panel.createdAt || byText(a.panel.id, b.panel.id));
  const panelIdBySession = new Map<string, string>();
  for (const { panel, scorecards } of inOrder.toReversed()) {
    for (const { first } of scorecards) panelIdBySession.set(first.session.id, panel.id);
  }
  return inOrder.map(({ panel, scorecards }) => ({
    panel,
    scorecards: scorecards.filter(({ first }) => panelIdBySession.get(first.session.id) === panel.id),
  }));
}

/** @returns by key, the names that stand twice in one panel, among those who were planned or those who are in */
function ambiguousNames(panels: readonly SeatedPanel[]): ReadonlyMap<string, string> {
  const repeated = panels.flatMap(({ panel, seated }) => {
    const isIn = seated.map(({ scorecard }) => scorecard.first.session.interviewer);
    // One who is not in may be the one who is meant.
    const planned = isIn.length > 0 ? panel.interviewers.map(({ name }) => name) : [];
    return [isIn, planned].flatMap((names) =>
      names
        .map(raterNamed)
        .filter(({ key }, at, all) => all.some((one, other) => other !== at && one.key === key)),
    );
  });
  return new Map(ratersOf(repeated.map((rater) => ({ rater }))).map(({ key, name }) => [key, name]));
}

function raterNamed(name: string): Rater {
  return { key: nameToKey(name), name };
}

function pointsOf({ panel, seated }: SeatedPanel, personOf: PersonOf): readonly GivenPoint[] {
  const raterBySeat = new Map(
    seated
      .filter(({ seat }) => !seat.isAfterStart)
      .map(({ seat, scorecard }) => [seat.id, raterNamed(scorecard.first.session.interviewer)]),
  );
  const candidate = personOf(panel.candidate);
  return compareAreas(panel, seated, "off").flatMap(({ id, guide: { scale }, cells }) =>
    cells.flatMap(({ seatId, first }) => {
      const rater = raterBySeat.get(seatId);
      return rater && typeof first === "number"
        ? { rater, unit: JSON.stringify([panel.id, id]), candidate, scale, point: first }
        : [];
    }),
  );
}

/** @returns everybody once, in the order of their keys; of several spellings always the same one */
function ratersOf(points: readonly Pick<GivenPoint, "rater">[]): readonly Rater[] {
  const nameByKey = new Map<string, string>();
  for (const { rater } of points) {
    const known = nameByKey.get(rater.key);
    if (known === undefined || byText(rater.name, known) < 0) nameByKey.set(rater.key, rater.name);
  }
  return Array.from(nameByKey, ([key, name]) => ({ key, name })).toSorted((a, b) => byText(a.key, b.key));
}

function tableOf(points: readonly GivenPoint[]): RatingTable {
  const inOrder = points.toSorted((a, b) => byText(a.unit, b.unit));
  const candidateByUnit = new Map(inOrder.map(({ unit, candidate }) => [unit, candidate]));
  const units = [...candidateByUnit.keys()];
  const raters = ratersOf(points);
  return {
    // The words of guides may differ where the points do not.
    scale: inOrder[0]?.scale ?? { points: [] },
    raters,
    candidates: [...candidateByUnit.values()],
    ratings: raters.map(({ key }) => {
      const pointByUnit = new Map(
        inOrder.filter(({ rater }) => rater.key === key).map(({ unit, point }) => [unit, point]),
      );
      return units.map((unit) => pointByUnit.get(unit) ?? null);
    }),
  };
}

function calibrateTable(id: string, table: RatingTable): ScaleCalibration {
  const { scale, raters, ratings } = table;
  const overlap = overlapIn(table);
  const weighted = { scale: scale.points.map(({ value }) => value), weights: "quadratic" } as const;
  return {
    id,
    scale,
    raters: raters.map((rater, row) => useOf(rater, table, row)),
    overlap,
    agreement:
      isOfSeveral(overlap) && isEnoughForAlpha(overlap)
        ? {
            alpha: krippendorffAlpha(ratings, { metric: "ordinal" }),
            ac2: gwetAC2(ratings, weighted),
            pairs: agreementIn(table),
          }
        : null,
    intraclass:
      isOfSeveral(overlap) && isEnoughForIntraclass(overlap) ? intraclassCorrelation(ratings).twoWay : null,
    leniencyGroups: comparableGroups(table)
      .map(leniencyOf)
      .toSorted((a, b) => b.length - a.length),
    pairs: raters
      .flatMap((_rater, row) =>
        raters.slice(row + 1).map((_other, at) => onlyRows(table, [row, row + 1 + at])),
      )
      .flatMap((pair) => {
        const shared = overlapIn(pair);
        const [one, other] = pair.raters;
        const [first = [], second = []] = pair.ratings;
        if (!one || !other || shared.unitCount === 0) return [];
        const agreement =
          isOfSeveral(shared) && isEnoughForKappa(shared)
            ? { ...agreementIn(pair), kappa: weightedKappa(first, second, weighted) }
            : null;
        return { raters: [one, other] as const, overlap: shared, agreement };
      })
      .toSorted((a, b) => b.overlap.unitCount - a.overlap.unitCount),
  };
}

/** By the places of the points, so that "one point apart" means the same on a scale that skips numbers, as in the debrief. */
function agreementIn({ scale, ratings }: RatingTable): PairAgreement {
  const placeByValue = new Map(scale.points.map(({ value }, place) => [value, place]));
  return pairAgreement(
    ratings.map((row) => row.map((point) => (point === null ? null : (placeByValue.get(point) ?? null)))),
  );
}

/** @returns the table of those raters alone, without the units that none of them rated */
function onlyRows({ scale, raters, candidates, ratings }: RatingTable, rows: readonly number[]): RatingTable {
  const picked = rows.map((row) => ratings[row] ?? []);
  const units = candidates
    .map((_candidate, unit) => unit)
    .filter((unit) => picked.some((row) => isGiven(row, unit)));
  return {
    scale,
    raters: raters.filter((_rater, row) => rows.includes(row)),
    candidates: units.map((unit) => candidates[unit] ?? ""),
    ratings: picked.map((row) => units.map((unit) => row[unit] ?? null)),
  };
}

function isGiven(row: Ratings[number], unit: number): boolean {
  return (row[unit] ?? null) !== null;
}

/** @param row whose units alone count; those of all where it is left out */
function overlapIn({ candidates, ratings }: RatingTable, row?: number): CandidateOverlap {
  const shared = candidates
    .map((_candidate, unit) => unit)
    .filter((unit) => ratings.filter((points) => isGiven(points, unit)).length > 1)
    .filter((unit) => row === undefined || isGiven(ratings[row] ?? [], unit));
  return {
    ...overlapOf(ratings.map((points) => shared.map((unit) => points[unit] ?? null))),
    candidateCount: new Set(shared.map((unit) => candidates[unit])).size,
  };
}

function isOfSeveral({ candidateCount }: CandidateOverlap): boolean {
  return candidateCount >= LEAST_CANDIDATES;
}

function useOf(rater: Rater, table: RatingTable, row: number): RaterUse {
  const { scale, candidates, ratings } = onlyRows(table, [row]);
  const points = ratings.flat();
  const counts = scale.points.map(({ value }) => points.filter((point) => point === value).length);
  const [most = 0, next = 0] = counts.toSorted((a, b) => b - a);
  return {
    ...rater,
    ratingCount: points.length,
    candidateCount: new Set(candidates).size,
    shared: overlapIn(table, row),
    counts,
    isNarrow: points.length >= RANGE_RATINGS ? most + next >= NARROW_SHARE * points.length : null,
  };
}

/** @returns the rows of those who share units, if only by way of others, each group of two or more */
function connectedRows(ratings: Ratings): readonly (readonly number[])[] {
  let groups: readonly (readonly number[])[] = ratings.map((_row, rater) => [rater]);
  const unitCount = ratings[0]?.length ?? 0;
  for (let unit = 0; unit < unitCount; unit++) {
    const isOfUnit = (group: readonly number[]) => group.some((rater) => isGiven(ratings[rater] ?? [], unit));
    const joined = groups.filter(isOfUnit);
    if (joined.length > 1) groups = [...groups.filter((group) => !isOfUnit(group)), joined.flat()];
  }
  return groups.filter(({ length }) => length > 1).map((group) => group.toSorted((a, b) => a - b));
}

/** @returns those who can be compared, each of whom shares areas of several candidates with the others of the group */
function comparableGroups(table: RatingTable): readonly RatingTable[] {
  return connectedRows(table.ratings).flatMap((rows) => {
    const group = onlyRows(table, rows);
    const kept = rows.filter((_row, at) => isOfSeveral(overlapIn(group, at)));
    // What was shared with one who is left out counts no more.
    return kept.length === rows.length ? group : comparableGroups(onlyRows(table, kept));
  });
}

function leniencyOf(group: RatingTable): readonly RaterLeniency[] {
  const { raters, ratings } = group;
  const adjusted = leniency(ratings) ?? [];
  const means = ratings.map((row) => meanOf(row.filter((point) => point !== null)));
  const raw = means.map((mean) => mean - meanOf(means));
  return raters.flatMap((rater, row) => {
    const [ofAll, ofShared] = [raw[row], adjusted[row]];
    return ofAll === undefined || ofShared === undefined
      ? []
      : { ...rater, raw: ofAll, adjusted: ofShared, shared: overlapIn(group, row) };
  });
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** By code units: the same order on every machine. */
function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
