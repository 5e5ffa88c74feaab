/**
 * Whether figures may be computed from ratings: means, spreads, coefficients, and any order or hint that follows from one.
 * "off" leaves the ratings themselves and counts of what was asked and rated. One choice for all that is on a machine: since
 * October 2025 California's rules on automated decisions in hiring count any computation that helps a person decide.
 */
export type Figures = "on" | "off";

/** What a packet and the settings say of it. */
export const figuresWords: Readonly<Record<Figures, string>> = {
  on: "on",
  off: "off: only the ratings themselves",
};

/** @param value the setting as it is kept; a machine where nobody chose computes */
export function toFigures(value: unknown): Figures {
  return value === false ? "off" : "on";
}

/** @returns the equal-weight mean; null of no points, and where figures are off */
export function meanOf(points: readonly number[], figures: Figures): number | null {
  if (figures === "off" || points.length === 0) return null;
  return points.reduce((sum, point) => sum + point, 0) / points.length;
}
