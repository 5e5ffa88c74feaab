import { format } from "date-fns";
import { useMemo, useState } from "react";
import { Link } from "wouter";
import { errorToText } from "../../../domain/text/errorText.ts";
import { levelWords } from "../../../domain/guides/guide.ts";
import { decisionWords } from "../../../domain/panels/panel.ts";
import { useApp } from "../../../state/app/appContext.ts";
import { useBoard } from "../../../state/panels/board.ts";
import { useOwnSeats } from "../../../state/panels/ownSeats.ts";
import { isByFolder } from "../../../domain/team/teamWay.ts";
import { useLeadLink } from "../../../state/team/leadLink.ts";
import { useWaitingFolders } from "../../../state/team/sharedFolders.ts";
import { useBuried } from "../../../state/candidates/buried.ts";
import { usePersons } from "../../../state/candidates/persons.ts";
import {
  removePanel,
  putBackRemovedPanel,
  type DeletedPanel,
  type PanelListing,
} from "../../../state/panels/panels.ts";
import { candidateAddress, panelAddress, panelPlanAddress } from "../../../ui/page/addresses.ts";
import type { EntryNote } from "../../../ui/page/shownAddress.ts";
import { connectionWords } from "../../../ui/words/connectionWords.ts";
import { forgetTabDraftsOf } from "../../../ui/page/tabDraft.ts";
import { UndoNotice } from "../../../ui/parts/UndoNotice.tsx";
import { BOARD_PAGE, PanelBoard } from "./PanelBoard.tsx";
import { OwnSeats } from "./OwnSeats.tsx";
import { SamplePanelButton } from "./SamplePanelButton.tsx";
import { SharedFolders } from "./SharedFolders.tsx";
import { ScorecardIntake } from "../intake/ScorecardIntake.tsx";
import styles from "./PanelsPage.module.css";

interface Removed extends DeletedPanel {
  /** What was typed about it and not saved. */
  readonly putBackDrafts: () => void;
}

/** Every panel on this device. */
export function PanelsPage() {
  const app = useApp();
  const [limit, setLimit] = useState(BOARD_PAGE);
  const board = useBoard(limit);
  const ownSeats = useOwnSeats();
  const waitingFolders = useWaitingFolders();
  const leadLink = useLeadLink();
  const { shown } = usePersons();
  const [removed, setRemoved] = useState<readonly Removed[]>([]);
  const buried = useBuried(useMemo(() => removed.map(({ panel }) => panel.id), [removed]));
  const [problem, setProblem] = useState<string | null>(null);

  const remove = async (id: string) => {
    setProblem(null);
    try {
      const deleted = await removePanel(app, id);
      if (!deleted) return;
      const putBackDrafts = forgetTabDraftsOf(id);
      setRemoved((before) => [...before, { ...deleted, putBackDrafts }]);
    } catch (error) {
      setProblem(errorToText(error));
    }
  };

  const putBack = async (deleted: Removed) => {
    setProblem(null);
    try {
      if (await putBackRemovedPanel(app, deleted)) deleted.putBackDrafts();
      else setProblem("It was not restored: all data of the candidate has been deleted since.");
      setRemoved((before) => before.filter((entry) => entry !== deleted));
    } catch (error) {
      setProblem(`It could not be restored: ${errorToText(error)} Try again.`);
    }
  };

  // All at once: what came later would move what stands there.
  if (!board || !ownSeats || !waitingFolders || leadLink === undefined) return null;
  const { others } = board;
  const isEmpty = board.count + others.length === 0;
  const actionsOf = (id: string) => {
    const listing = board.listings.find(({ panel }) => panel.id === id);
    return (
      listing && (
        <PanelActions
          listing={listing}
          candidate={shown(listing.panel.candidate)}
          onRemove={() => void remove(id)}
        />
      )
    );
  };
  return (
    <main className={`page ${styles.page}`}>
      {problem !== null && (
        <p className="notice error" role="alert">
          {problem}
        </p>
      )}
      {removed
        .filter(({ panel }) => !buried.has(panel.id))
        .map((deleted) => (
          <UndoNotice
            key={deleted.panel.id}
            onUndo={() => void putBack(deleted)}
            onDismiss={() => setRemoved((before) => before.filter((entry) => entry !== deleted))}
          >
            Deleted the panel for <bdi>{shown(deleted.panel.candidate)}</bdi>
            {deleted.secretKey === null ? "." : ", with the key that opens its scorecards."}
          </UndoNotice>
        ))}
      <SharedFolders waiting={waitingFolders} />
      {leadLink?.problem && !isByFolder(leadLink) && (
        <p className="notice" role="status">
          Team server: {connectionWords(leadLink.problem, "server")}
        </p>
      )}
      <header className="row">
        <h1>Panels</h1>
        <span className="actions">
          {!isEmpty && (
            <>
              <Link href="/panels/compare" className="button">
                Candidates side by side
              </Link>
              <Link href="/calibration" className="button">
                Calibration
              </Link>
            </>
          )}
          <Link href="/invitation" className="button">
            Open an invitation
          </Link>
          <Link href="/panels/new" className="button primary">
            Plan a panel
          </Link>
        </span>
      </header>
      <PanelBoard board={board} actionsOf={actionsOf} onMore={() => setLimit(limit + BOARD_PAGE)} />
      {isEmpty ? (
        <>
          <p className={`soft ${styles.intro}`}>
            Several people interview one candidate, each on their own device and with their own scorecard.
            Plan a panel to say who asks what. Its scorecards come back encrypted and are opened together. Or
            drop existing scorecards of one candidate here.
          </p>
          <p className="row">
            <SamplePanelButton />
            <span className="small soft">Four interviewers and their notes, all sample data.</span>
          </p>
        </>
      ) : (
        others.length > 0 && (
          <section className={styles.section} aria-labelledby="others">
            <h2 id="others" className={board.count === 0 ? "heard" : ""}>
              {board.count === 0 ? "All panels" : "Other panels"}
            </h2>
            <ul className={`card ${styles.list}`} aria-labelledby="others">
              {others.map((listing) => (
                <PanelRow
                  key={listing.panel.id}
                  listing={listing}
                  candidate={shown(listing.panel.candidate)}
                  onRemove={() => void remove(listing.panel.id)}
                />
              ))}
            </ul>
          </section>
        )
      )}
      <OwnSeats seats={ownSeats} />
      <ScorecardIntake panelId={null} />
    </main>
  );
}

interface RowProps {
  readonly listing: PanelListing;
  /** As lists show it. */
  readonly candidate: string;
  readonly onRemove: () => void;
}

function PanelRow({ listing, candidate, onRemove }: RowProps) {
  const { panel, inCount, isShut } = listing;
  const { id, role, level, interviewers, createdAt, debrief } = panel;
  const progress = debrief.decision
    ? isShut
      ? "Decided"
      : `Decided: ${decisionWords[debrief.decision.outcome]}`
    : `${inCount} of ${interviewers.length} received`;
  return (
    <li className={styles.row}>
      <Link href={panelAddress(id)} className={styles.name}>
        <b dir="auto">{candidate}</b>
        <span className="soft small">
          <bdi>{role}</bdi>, {levelWords[level]} ·{" "}
          <bdi>{interviewers.map(({ name }) => name).join(", ")}</bdi>
        </span>
      </Link>
      <span className="soft small figures">{format(createdAt, "d MMM yyyy")}</span>
      <span className="chip figures">{progress}</span>
      <PanelActions listing={listing} candidate={candidate} onRemove={onRemove} />
    </li>
  );
}

function PanelActions({ listing: { panel, hasKey, isRecord }, candidate, onRemove }: RowProps) {
  const { id } = panel;
  return (
    <span className={styles.actions}>
      {hasKey && (
        <Link href={panelPlanAddress(id)} className="button plain">
          Edit panel<span className="heard"> for {candidate}</span>
        </Link>
      )}
      {isRecord ? (
        // How long it is kept is watched there.
        <Link
          href={candidateAddress(id)}
          state={{ note: "toDelete" } satisfies EntryNote}
          className="button plain danger"
        >
          Delete…<span className="heard"> the panel for {candidate}</span>
        </Link>
      ) : (
        <button type="button" className="plain danger" onClick={onRemove}>
          Delete<span className="heard"> the panel for {candidate}</span>
        </button>
      )}
    </span>
  );
}
