import { useState } from "react";
import { Link } from "wouter";
import { errorToText } from "../../../domain/text/errorText.ts";
import {
  canClose,
  closeDebrief,
  coverageOf,
  neverAsked,
  startDebrief,
} from "../../../domain/panels/debrief.ts";
import { boardSeats } from "../../../domain/panels/seatStatus.ts";
import { useApp } from "../../../state/app/appContext.ts";
import { useDebriefState, useOpenDebrief } from "../../../state/panels/openDebrief.ts";
import { isPanelOpen, useOpenScorecards } from "../../../state/panels/openScorecards.ts";
import {
  removeScorecard,
  putBackRemovedScorecard,
  shutReasonToText,
  usePanel,
  type DeletedScorecard,
  type LivePanelView,
} from "../../../state/panels/panels.ts";
import { exportAddress } from "../../../ui/page/addresses.ts";
import { NotHere } from "../../../ui/page/NotHere.tsx";
import { MoreMenu } from "../../../ui/head/MoreMenu.tsx";
import { ScreenHead } from "../../../ui/head/ScreenHead.tsx";
import { focusAfter } from "../../../ui/page/focusAfter.ts";
import { SaveStatus } from "../../../ui/parts/SaveStatus.tsx";
import { UndoNotice } from "../../../ui/parts/UndoNotice.tsx";
import { saveFailureWords } from "../../../ui/words/saveFailureWords.ts";
import { CoverageTable } from "./CoverageTable.tsx";
import { LockedScorecards } from "./LockedScorecards.tsx";
import { MissingDialog } from "./MissingDialog.tsx";
import { DebriefScreen } from "./DebriefScreen.tsx";
import { downloadAuditLog, downloadDebrief, downloadPacket, printPacket } from "./packetActions.ts";
import { SamplePanelButton } from "../board/SamplePanelButton.tsx";
import { ScorecardIntake } from "../intake/ScorecardIntake.tsx";
import { SeatCards } from "./SeatCards.tsx";
import { Facts } from "../../../ui/words/Facts.tsx";
import styles from "./Debrief.module.css";

interface Props {
  readonly id: string;
  /** The step of the debrief in the address; the first where there is none. */
  readonly step: string | undefined;
}

/** A panel: who is in and who is not and, once its debrief has started, what the scorecards say. */
export function DebriefPage({ id, step }: Props) {
  const view = usePanel(id);
  if (view === undefined) return null;
  if (view === null) {
    return (
      <main className="page">
        <NotHere what="panel">
          <SamplePanelButton />
        </NotHere>
      </main>
    );
  }
  return <OpenPanel key={id} view={view} step={step} />;
}

function OpenPanel({ view: stored, step }: Pick<Props, "step"> & { readonly view: LivePanelView }) {
  const app = useApp();
  const opened = useOpenDebrief(stored);
  const { debrief, saveState, unwritten } = useDebriefState(opened);
  const panel = { ...stored.panel, debrief };
  const view = { ...stored, panel };
  const { guide, attendance, removableIds, lockedIds, shutReason, hasKey } = view;
  const isOpen = isPanelOpen(view);
  const lacksKey = panel.publicKey !== null && !hasKey;
  const [scorecards, problem] = useOpenScorecards(view);
  const [isAdding, setAdding] = useState(false);
  const [removed, setRemoved] = useState<readonly DeletedScorecard[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const coverage = coverageOf(panel, attendance);
  const unasked = neverAsked(coverage, guide);
  const isTakingFiles = isAdding || !isOpen || problem !== null;
  const absent = coverage.seats.filter(({ isIn }) => !isIn);
  const locked = absent.filter(({ id }) => lockedIds.has(id)).map(({ name }) => name);
  const missing = absent.filter(({ id }) => !lockedIds.has(id)).map(({ name }) => name);
  const inCount = coverage.seats.length - absent.length;
  const isAwaited = debrief.startedAt === null && shutReason === null && inCount === 0;
  const [asked, setAsked] = useState<"start" | "file" | null>(null);
  const start = () => opened.change((before) => startDebrief(before, app.clock.now()));
  const saveDebrief = () => giveOut(downloadDebrief);

  const takeOut = async (sessionId: string) => {
    try {
      const deleted = await removeScorecard(app, panel.id, sessionId);
      if (deleted) setRemoved((before) => [...before, deleted]);
      setFailure(null);
    } catch (error) {
      setFailure(`The scorecard was not removed: ${errorToText(error)}`);
    }
  };
  const giveOut = (give: typeof downloadPacket) => {
    if (!scorecards) return;
    give(app, view, scorecards).then(
      () => setFailure(null),
      (error: unknown) => setFailure(`The file was not created: ${errorToText(error)}`),
    );
  };
  const dismiss = (deleted: DeletedScorecard) =>
    setRemoved((before) => before.filter((one) => one !== deleted));
  const putBack = async (deleted: DeletedScorecard) => {
    try {
      await putBackRemovedScorecard(app, deleted);
      dismiss(deleted);
      setFailure(null);
    } catch (error) {
      setFailure(`The scorecard was not restored: ${errorToText(error)}`);
    }
  };

  return (
    <>
      <ScreenHead
        back={{ href: "/panels", to: "panels" }}
        isHeading
        title={
          <>
            <span className="heard">Debrief of </span>
            {panel.candidate}
          </>
        }
      >
        <span className="soft">
          <Facts of={[panel.role, guide.title === panel.role ? "" : guide.title]} />
        </span>
        <span className="push soft figures">
          {inCount + locked.length} of {coverage.seats.length} scorecards received
        </span>
        {debrief.startedAt !== null && <SaveStatus kind={saveState.kind} />}
        {isOpen && problem === null && (
          <span className={`noPrint ${styles.actions}`}>
            <button type="button" aria-expanded={isAdding} onClick={() => setAdding(!isAdding)}>
              Add scorecards…
            </button>
            {/* Until then what leads on stands in the steps. */}
            <button
              type="button"
              className={debrief.decision ? "primary" : undefined}
              disabled={!scorecards}
              onClick={() => giveOut(downloadPacket)}
            >
              Save packet
            </button>
            <MoreMenu>
              <button type="button" disabled={!scorecards} onClick={() => giveOut(printPacket)}>
                Print packet
              </button>
              <button
                type="button"
                disabled={!scorecards}
                onClick={absent.length > 0 ? () => setAsked("file") : saveDebrief}
              >
                Save debrief file
              </button>
              <button type="button" disabled={!scorecards} onClick={() => giveOut(downloadAuditLog)}>
                Save audit log
              </button>
              <Link href={exportAddress("panel", panel.id)} className="button">
                Export…
              </Link>
              {canClose(debrief) && (
                <button
                  type="button"
                  onClick={() =>
                    // The button goes.
                    focusAfter(
                      () => opened.change(closeDebrief),
                      () => document.querySelector<HTMLElement>("#before-debrief"),
                    )
                  }
                >
                  Close debrief
                </button>
              )}
            </MoreMenu>
          </span>
        )}
      </ScreenHead>
      <main className={`page ${styles.page}`}>
        {unwritten && (
          <p className="notice error" role="alert">
            <b>Not saved.</b> {saveFailureWords[unwritten.failure]} Your last changes are still in this tab,
            and saving is retried. Keep this tab open
            {isOpen && scorecards ? ", or download the debrief file" : ""}.{" "}
            <span className="small soft">{unwritten.message}</span>
          </p>
        )}
        {failure !== null && (
          <p className="notice error" role="alert">
            {failure}
          </p>
        )}
        {asked === "start" && (
          <MissingDialog
            title="Start the debrief without everyone?"
            missing={missing}
            locked={locked}
            consequence="Scorecards that are submitted from now on are marked: their authors may have heard the others."
            confirm="Start without them"
            onConfirm={start}
            onClose={() => setAsked(null)}
          />
        )}
        {asked === "file" && (
          <MissingDialog
            title="Save the debrief file while scorecards are missing?"
            missing={missing}
            locked={locked}
            consequence="The file holds everyone’s ratings and notes. Whoever reads it before submitting is no longer independent."
            confirm="Save debrief file"
            onConfirm={saveDebrief}
            onClose={() => setAsked(null)}
          />
        )}
        {shutReason && <p className="notice">{shutReasonToText(shutReason)}</p>}
        <LockedScorecards
          panel={panel}
          lockedIds={lockedIds}
          receivedAt={view.seats.receivedAt}
          isLeadAwaited={absent.some(({ id }) => id === panel.leadId)}
        />
        {!isOpen && (
          <div className="row">
            <div className={styles.head}>
              <h2 id="before-debrief" tabIndex={-1} className={styles.title}>
                Before the debrief
              </h2>
              <p className="soft">
                Scorecards received and questions asked. Ratings, notes and recommendations stay closed until
                the debrief starts.
              </p>
              {isAwaited && (
                <p id="debrief-awaits">The debrief can start once a scorecard has been received.</p>
              )}
            </div>
            {debrief.startedAt === null && (
              <button
                type="button"
                className="primary push"
                disabled={shutReason !== null || inCount === 0}
                aria-describedby={isAwaited ? "debrief-awaits" : undefined}
                onClick={absent.length > 0 ? () => setAsked("start") : start}
              >
                Start debrief
              </button>
            )}
          </div>
        )}
        {removed.map((deleted) => (
          <UndoNotice
            key={deleted.row.sessionId}
            onUndo={() => void putBack(deleted)}
            onDismiss={() => dismiss(deleted)}
          >
            Removed the scorecard of <bdi>{deleted.row.interviewer}</bdi>.
          </UndoNotice>
        ))}
        <SeatCards
          coverage={coverage}
          board={boardSeats(panel, view.seats, app.clock.now())}
          side={view.seats.side}
          lockedIds={lockedIds}
          removableIds={removableIds}
          onRemove={(sessionId) => void takeOut(sessionId)}
        />
        {isTakingFiles && lacksKey && (
          <p className="notice">
            This panel’s key is not on this device, so encrypted scorecards can’t be opened here. If you lead
            the panel, drop or choose its recovery file below.
          </p>
        )}
        {isTakingFiles && <ScorecardIntake panelId={panel.id} />}
        {!isOpen && <CoverageTable coverage={coverage} guide={guide} lockedIds={lockedIds} />}
        {problem !== null && (
          <p className="notice error" role="alert">
            {problem}
          </p>
        )}
        {isOpen && lacksKey && (
          <p className="notice">
            This is a copy of the debrief, from a file. The panel’s lead reveals the recommendations and
            records the decision; what you note here stays on this device. If you lead it, add its recovery
            file under “Add scorecards…”.
          </p>
        )}
        {isOpen && unasked.length > 0 && (
          <p className="notice">
            Planned but not asked: <bdi>{unasked.join(", ")}</bdi>.
          </p>
        )}
        {isOpen && scorecards && (
          <DebriefScreen
            panel={panel}
            scorecards={scorecards}
            isCopy={lacksKey}
            step={step}
            onDebrief={opened.change}
          />
        )}
      </main>
    </>
  );
}
