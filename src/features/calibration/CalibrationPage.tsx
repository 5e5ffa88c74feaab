import { useEffect, useMemo, useState } from "react";
import { Link } from "wouter";
import { errorToText } from "../../domain/text/errorText.ts";
import { candidateKey } from "../../domain/candidates/candidateKey.ts";
import { calibrate } from "../../domain/panels/calibration.ts";
import { useApp } from "../../state/app/appContext.ts";
import { useFigures } from "../../state/app/figures.ts";
import { usePersons } from "../../state/candidates/persons.ts";
import { readLast } from "../../state/session/planning.ts";
import { unsealStartedPanels, type StartedPanels } from "../../state/panels/panels.ts";
import { ScreenHead } from "../../ui/head/ScreenHead.tsx";
import { CalibrationFigures } from "./CalibrationFigures.tsx";
import { Meaning } from "./Meaning.tsx";
import styles from "./Calibration.module.css";
import { nameToKey } from "../../domain/text/nameKey.ts";

/**
 * How the interviewers of all panels rate beside each other: one's own figures first. They are read once, when it is
 * opened: people talk about figures that stand still, and every word of a debrief in another tab would open all panels.
 */
export function CalibrationPage() {
  const figures = useFigures();
  return (
    <>
      <ScreenHead back={{ href: "/panels", to: "panels" }} isHeading title="Calibration" />
      <main className={`page ${styles.page}`}>
        <p className={styles.words}>
          How interviewers’ ratings compare, across every panel on this device whose debrief has started. Only
          first, independent ratings count: revisions are excluded, and so are scorecards submitted after the
          debrief began.
        </p>
        {figures === "on" && <Comparison />}
        {figures === "off" && (
          <p className="notice">
            Computed figures are off, and calibration shows nothing else. Turn them on in the{" "}
            <Link href="/settings">settings</Link> to see it.
          </p>
        )}
      </main>
    </>
  );
}

function Comparison() {
  const read = useRead();
  const { shown } = usePersons();
  const calibration = useMemo(() => read && calibrate(read.panels.opened, read.panels.personOf), [read]);
  return (
    <>
      {read?.problem != null && (
        <p className="notice error" role="alert">
          The panels can’t be read: {read.problem}
        </p>
      )}
      {read?.panels.shut.map(({ panel, reason }) => (
        <p key={panel.id} className="notice">
          Not in these figures: the panel for <bdi>{shown(panel.candidate)}</bdi>. {reason}
        </p>
      ))}
      {calibration?.ambiguousNames.map((name) => (
        <p key={name} className="notice">
          Not in these figures: the scorecards of “<bdi>{name}</bdi>”. One panel has two interviewers with
          that name, so their scorecards can’t be told apart. Use different names when you plan the next
          panel.
        </p>
      ))}
      {calibration?.isSample && (
        <p className="notice">
          These are sample scorecards. They are never mixed with real ones, and disappear once there are any.
        </p>
      )}
      {read && calibration && calibration.raters.length === 0 && (
        <p className={styles.words}>
          There is nothing to compare yet. Ratings appear here once the debrief of their panel has started:{" "}
          <Link href="/panels">go to panels</Link>.
        </p>
      )}
      {read && calibration && calibration.raters.length > 0 && (
        <>
          <CalibrationFigures calibration={calibration} proposedKey={nameToKey(read.interviewer)} />
          <Meaning />
        </>
      )}
    </>
  );
}

interface Read {
  readonly panels: StartedPanels;
  /** The name the last plan on this device was made under. */
  readonly interviewer: string;
  readonly problem: string | null;
}

/** @returns what the panels of this device hold; null until it is read */
function useRead(): Read | null {
  const app = useApp();
  const [read, setRead] = useState<Read | null>(null);
  useEffect(() => {
    let isCurrent = true;
    Promise.all([unsealStartedPanels(app), readLast(app, "interviewer")]).then(
      ([panels, interviewer]) => {
        if (isCurrent) setRead({ panels, interviewer, problem: null });
      },
      (error: unknown) => {
        const problem = errorToText(error);
        const panels = { opened: [], shut: [], personOf: candidateKey };
        if (isCurrent) setRead({ panels, interviewer: "", problem });
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [app]);
  return read;
}
