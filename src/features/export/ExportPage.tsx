import { useEffect, useMemo, useState } from "react";
import { Link } from "wouter";
import { useApp } from "../../state/app/appContext.ts";
import type { ExportSource } from "../../state/exports/exports.ts";
import { isPanelOpen, useOpenScorecards } from "../../state/panels/openScorecards.ts";
import { shutReasonToText, usePanel, type PanelView } from "../../state/panels/panels.ts";
import { readWholeSession } from "../../state/session/planning.ts";
import { openSessionToText } from "../../state/session/refusalMessage.ts";
import { useShuttingOf } from "../../state/session/shutting.ts";
import { interviewAddress, panelAddress, sessionAddress } from "../../ui/page/addresses.ts";
import { NotHere } from "../../ui/page/NotHere.tsx";
import { ScreenHead } from "../../ui/head/ScreenHead.tsx";
import { SelectSessions } from "./SelectSessions.tsx";
import { ExportDesk } from "./ExportDesk.tsx";
import styles from "./ExportPage.module.css";

interface Props {
  /** "session" or "panel"; sessions are selected here where there is none. */
  readonly kind: string | undefined;
  readonly id: string | undefined;
}

/** One place to give on what is here: as a session, a panel, or a selection of sessions. */
export function ExportPage({ kind, id }: Props) {
  const back =
    id === undefined
      ? { href: "/", to: "interviews" }
      : kind === "panel"
        ? { href: panelAddress(id), to: "the panel" }
        : { href: sessionAddress(id), to: "the interview" };
  return (
    <>
      <ScreenHead back={back} title="Export" />
      <main className={`page ${styles.page}`}>
        {id === undefined ? (
          <>
            <h1>Export interviews</h1>
            <SelectSessions />
          </>
        ) : kind === "panel" ? (
          <PanelExport id={id} />
        ) : (
          <SessionExport id={id} />
        )}
      </main>
    </>
  );
}

function SessionExport({ id }: { readonly id: string }) {
  const app = useApp();
  const source = useMemo((): ExportSource => ({ kind: "sessions", ids: [id] }), [id]);
  const [isHere, setHere] = useState(true);
  const own = useShuttingOf(id);
  useEffect(() => {
    // Where it can't be read, the desk says so.
    readWholeSession(app, id).then(
      (whole) => setHere(whole !== undefined),
      () => {},
    );
  }, [app, id]);
  if (!isHere) return <NotHere what="interview" />;
  if (own === undefined) return null;
  return (
    <>
      <h1>Export interview</h1>
      {own ? (
        <p className="notice">
          {openSessionToText(own)} <Link href={interviewAddress(own)}>Open that interview</Link>
        </p>
      ) : (
        <ExportDesk source={source} />
      )}
    </>
  );
}

function PanelExport({ id }: { readonly id: string }) {
  const view = usePanel(id);
  if (view === undefined) return null;
  if (view === null) return <NotHere what="panel" />;
  if (isPanelOpen(view)) return <OpenPanelExport view={view} />;
  return (
    <>
      <h1>Export the debrief</h1>
      <p className="notice">
        {view.shutReason
          ? shutReasonToText(view.shutReason)
          : "This panel’s scorecards stay closed until its debrief starts. Nothing can be exported before."}
      </p>
    </>
  );
}

function OpenPanelExport({ view }: { readonly view: PanelView }) {
  const { panel, attendance } = view;
  const [scorecards, problem] = useOpenScorecards(view);
  const source = useMemo(
    (): ExportSource | null => scorecards && { kind: "panel", panel, attendance, scorecards },
    [panel, attendance, scorecards],
  );
  return (
    <>
      <h1>
        Export the debrief of <bdi>{panel.candidate}</bdi>
      </h1>
      {problem !== null && (
        <p className="notice error" role="alert">
          {problem}
        </p>
      )}
      {source && <ExportDesk source={source} />}
    </>
  );
}
