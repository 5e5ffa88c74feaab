import { useEffect, useMemo, useState } from "react";
import { Link } from "wouter";
import { errorToText } from "../../../domain/text/errorText.ts";
import {
  compareCandidates,
  inCandidateOrder,
  type Candidacy,
  type PanelMean,
} from "../../../domain/panels/comparison.ts";
import type { Scale } from "../../../domain/guides/guide.ts";
import { scaleKey, scaleToText } from "../../../domain/guides/scaleSteps.ts";
import { compareAreas, seatedScorecards, type Seat } from "../../../domain/panels/debrief.ts";
import type { Panel } from "../../../domain/panels/panel.ts";
import { nameToKey } from "../../../domain/text/nameKey.ts";
import type { Figures } from "../../../domain/panels/figures.ts";
import { useFigures } from "../../../state/app/figures.ts";
import { useApp } from "../../../state/app/appContext.ts";
import { usePersons } from "../../../state/candidates/persons.ts";
import { unsealPanels, usePanels } from "../../../state/panels/panels.ts";
import { panelAddress } from "../../../ui/page/addresses.ts";
import { ScreenHead } from "../../../ui/head/ScreenHead.tsx";
import { meanToText, pointsToText, raterWords } from "../../../interchange/documents/documentWords.ts";
import { SideScroll } from "../../../ui/rows/SideScroll.tsx";
import { RatingDots } from "./RatingDots.tsx";
import styles from "../debrief/Debrief.module.css";

/** Several candidates for one role side by side, by competency; in the order of their names, never ranked. */
export function SideBySidePage() {
  const listings = usePanels();
  const figures = useFigures();
  const [chosen, setChosen] = useState<string | null>(null);
  const roles = new Map(listings?.map(({ panel }) => [nameToKey(panel.role), panel.role]));
  const role = chosen ?? roles.keys().next().value ?? "";
  const panels = useMemo(
    () => listings?.map(({ panel }) => panel).filter((panel) => nameToKey(panel.role) === role),
    [listings, role],
  );
  if (!panels || !figures) return null;
  return (
    <>
      <ScreenHead back={{ href: "/panels", to: "panels" }} isHeading title="Candidates side by side" />
      <main className={`page ${styles.page}`}>
        <p className="soft">
          By competency, with candidates in alphabetical order. There is no ranking and no total:{" "}
          {figures === "on"
            ? "each mean is shown with the number of raters and the gap between the ratings."
            : "computed figures are off, so each interviewer’s ratings are shown."}
        </p>
        {roles.size === 0 ? (
          <p>
            There are no panels yet.{" "}
            <Link href="/panels" className="button">
              Back to panels
            </Link>
          </p>
        ) : (
          <>
            <div className={styles.filters}>
              <label>
                Role
                <select value={role} onChange={(event) => setChosen(event.target.value)}>
                  {Array.from(roles, ([key, words]) => (
                    <option key={key} value={key}>
                      {words}
                    </option>
                  ))}
                </select>
              </label>
            </div>
            <Candidates key={role} panels={panels} figures={figures} />
          </>
        )}
      </main>
    </>
  );
}

/** A panel, and what may be compared of it or why nothing may. */
interface Opened extends Candidacy {
  /** Those who are in. */
  readonly seats: readonly Seat[];
  readonly problem: string | null;
}

interface CandidatesProps {
  readonly panels: readonly Panel[];
  readonly figures: Figures;
}

function Candidates({ panels, figures }: CandidatesProps) {
  const { shown } = usePersons();
  const opened = useOpened(panels, figures);
  const columns = useMemo(() => opened && inCandidateOrder(opened), [opened]);
  const rows = useMemo(() => columns && compareCandidates(columns, figures), [columns, figures]);
  if (!columns || !rows) return null;
  const isOneScale = new Set(rows.map(({ scale }) => scaleKey(scale))).size < 2;
  return (
    <>
      {rows.some(({ isAcrossVersions }) => isAcrossVersions) && (
        <p className="notice">
          The candidates’ interviews used different guide versions, so only competencies are compared, by
          name.
        </p>
      )}
      {!isOneScale && (
        <p className="notice">The guides use different scales, so a competency has a row for each.</p>
      )}
      <SideScroll label="Candidates side by side">
        <table className={styles.table}>
          <caption className="heard">
            {figures === "on"
              ? "Means of the competencies of each candidate, with raters and range"
              : "Ratings of the competencies of each candidate, with raters"}
          </caption>
          <thead>
            <tr>
              <th scope="col">Competency</th>
              {columns.map(({ panel, problem }) => (
                <th key={panel.id} scope="col" className={styles.candidate}>
                  <Link href={panelAddress(panel.id)}>
                    <bdi>{shown(panel.candidate)}</bdi>
                  </Link>
                  {problem !== null && <span className={`small soft ${styles.under}`}>{problem}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <span dir="auto">{row.name === "" ? "No competency" : row.name}</span>
                  {!isOneScale && (
                    <span className={`small soft ${styles.under}`}>{scaleToText(row.scale)}</span>
                  )}
                </th>
                {row.byCandidate.map((mean, at) => (
                  <td key={columns[at]?.panel.id} className="figures">
                    {mean === null ? (
                      <span className="soft">
                        <span aria-hidden="true">–</span>
                        <span className="heard">not asked about</span>
                      </span>
                    ) : (
                      <>
                        <CellFigures
                          mean={mean}
                          scale={row.scale}
                          seats={columns[at]?.seats ?? []}
                          figures={figures}
                        />
                        <span className={`small soft ${styles.under} ${styles.raters}`}>
                          {raterWords(mean)}
                        </span>
                      </>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </SideScroll>
    </>
  );
}

interface CellProps extends Pick<Opened, "seats"> {
  readonly mean: PanelMean;
  readonly scale: Scale;
  readonly figures: Figures;
}

/** The ratings, and where it is computed their mean. */
function CellFigures({ mean, scale, seats, figures }: CellProps) {
  if (mean.raterCount === 0) return pointsToText([]);
  return (
    <span className={styles.rated}>
      <RatingDots scale={scale} seats={seats} bySeat={mean.bySeat} mean={mean.mean} />
      {figures === "on" && <span className={styles.mean}>{meanToText(mean.mean)}</span>}
    </span>
  );
}

/** @returns the panels with what is compared of each; null until all are read */
function useOpened(panels: readonly Panel[], figures: Figures): readonly Opened[] | null {
  const app = useApp();
  const [opened, setOpened] = useState<readonly Opened[] | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const open = async () => {
      const started = panels.filter(({ debrief }) => debrief.startedAt !== null);
      const unsealed = await unsealPanels(
        app,
        started.map(({ id }) => id),
      );
      const all = panels.map((panel): Opened => {
        const scorecards = unsealed.get(panel.id);
        if (!scorecards) return { panel, areas: [], seats: [], problem: "debrief not started" };
        if (scorecards instanceof Error) return { panel, areas: [], seats: [], problem: scorecards.message };
        const seated = seatedScorecards(panel, scorecards);
        const areas = compareAreas(panel, seated, figures);
        return { panel, areas, seats: seated.map(({ seat }) => seat), problem: null };
      });
      if (isCurrent) setOpened(all);
    };
    open().catch((error: unknown) => {
      const problem = errorToText(error);
      if (isCurrent) setOpened(panels.map((panel) => ({ panel, areas: [], seats: [], problem })));
    });
    return () => {
      isCurrent = false;
    };
  }, [app, panels, figures]);
  return opened;
}
