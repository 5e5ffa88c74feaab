import { Component, type ReactNode } from "react";
import { Link, Route, Router, Switch, useRoute } from "wouter";
import { AppContext, type AppParts } from "../state/app/appContext.ts";
import { useTrouble, type DatabaseOpening } from "../state/app/databaseOpening.ts";
import { isClosedDatabase, isDatabaseError, isNewerDatabase } from "../storage/database.ts";
import { Palette } from "../features/search/Palette.tsx";
import { partToId } from "../ui/page/addresses.ts";
import { pageOf } from "./LoadedPage.tsx";
import { SessionPage } from "./SessionPage.tsx";
import { UpdateNotice } from "./UpdateNotice.tsx";
import { useAddress } from "./useAddress.ts";

// Nobody drops a file before there is a screen.
const FileDoor = pageOf(() => import("./FileDoor.tsx").then((module) => module.FileDoor));

const LibraryPage = pageOf(() =>
  import("../features/library/LibraryPage.tsx").then((module) => module.LibraryPage),
);
const SetupPage = pageOf(() => import("../features/setup/SetupPage.tsx").then((module) => module.SetupPage));

const BringInPage = pageOf(() =>
  import("../features/guides/import/BringInPage.tsx").then((module) => module.BringInPage),
);

const DebriefPage = pageOf(() =>
  import("../features/panels/debrief/DebriefPage.tsx").then((module) => module.DebriefPage),
);
const SideBySidePage = pageOf(() =>
  import("../features/panels/compare/SideBySidePage.tsx").then((module) => module.SideBySidePage),
);
const CalibrationPage = pageOf(() =>
  import("../features/calibration/CalibrationPage.tsx").then((module) => module.CalibrationPage),
);
const PanelsPage = pageOf(() =>
  import("../features/panels/plan/PanelsPage.tsx").then((module) => module.PanelsPage),
);
const PanelPlanPage = pageOf(() =>
  import("../features/panels/plan/PanelPlanPage.tsx").then((module) => module.PanelPlanPage),
);
const InvitationPage = pageOf(() =>
  import("../features/panels/plan/InvitationPage.tsx").then((module) => module.InvitationPage),
);

const GuideEditorPage = pageOf(() =>
  import("../features/guides/editor/GuideEditorPage.tsx").then((module) => module.GuideEditorPage),
);

const ExportPage = pageOf(() =>
  import("../features/export/ExportPage.tsx").then((module) => module.ExportPage),
);
const SettingsPage = pageOf(() =>
  import("../features/settings/SettingsPage.tsx").then((module) => module.SettingsPage),
);
const CandidatesPage = pageOf(() =>
  import("../features/candidates/CandidatesPage.tsx").then((module) => module.CandidatesPage),
);
const GuidesPage = pageOf(() =>
  import("../features/guides/library/GuidesPage.tsx").then((module) => module.GuidesPage),
);
const GuidePage = pageOf(() =>
  import("../features/guides/version/GuidePage.tsx").then((module) => module.GuidePage),
);

const RescuePage = pageOf(() =>
  import("../features/rescue/RescuePage.tsx").then((module) => module.RescuePage),
);
const DataLossPage = pageOf(() =>
  import("../features/settings/backups/DataLossPage.tsx").then((module) => module.DataLossPage),
);

/** The parts of a session's address, as they stand in it. */
interface SessionParts extends Readonly<Record<string, string | undefined>> {
  readonly id: string;
  readonly step?: string;
  readonly questionId?: string;
  readonly areaId?: string;
}

interface Props {
  readonly parts: AppParts;
  readonly opening: DatabaseOpening;
}

export function App({ parts, opening }: Props) {
  return (
    <AppContext value={parts}>
      <Router hook={useAddress}>
        <ErrorScreen>
          <UpdateNotice />
          <Screens opening={opening} />
          <Palette />
          <FileDoor />
        </ErrorScreen>
      </Router>
    </AppContext>
  );
}

/** The screen of the address, or what is shown in its place where the database can’t be used. */
function Screens({ opening }: Pick<Props, "opening">) {
  const trouble = useTrouble(opening);
  const [isSession] = useRoute("/session/:id/:step?");
  if (trouble?.kind === "vanished") return <DataLossPage />;
  // Where the database was taken away under an open session, what was not saved is on that screen only.
  const isKept = isSession && (trouble?.kind === "closed" || trouble?.kind === "newer");
  if (trouble && !isKept) return <RescuePage kind={trouble.kind} message={trouble.message} />;
  return (
    <Switch>
      <Route path="/" component={LibraryPage} />
      <Route path="/plan">
        <SetupPage key="new" sessionId={null} />
      </Route>
      <Route path="/plan/with/:guideId">
        {({ guideId }) => <SetupPage key={guideId} sessionId={null} guideId={partToId(guideId)} />}
      </Route>
      <Route path="/guides" component={GuidesPage} />
      <Route path="/guides/bring-in" component={BringInPage} />
      <Route path="/guides/new">
        <GuideEditorPage id={null} isNew />
      </Route>
      <Route path="/guides/new/:id">{({ id }) => <GuideEditorPage id={partToId(id)} isNew />}</Route>
      <Route path="/guides/:id/edit">{({ id }) => <GuideEditorPage id={partToId(id)} isNew={false} />}</Route>
      <Route path="/guides/:id/history">
        {({ id }) => <GuidePage key={id} id={partToId(id)} view="history" />}
      </Route>
      <Route path="/guides/:id">{({ id }) => <GuidePage key={id} id={partToId(id)} view="guide" />}</Route>
      <Route path="/plan/:id">{({ id }) => <SetupPage key={id} sessionId={partToId(id)} />}</Route>
      <Route path="/panels" component={PanelsPage} />
      <Route path="/panels/new">
        <PanelPlanPage key="new" panelId={null} />
      </Route>
      <Route path="/panels/:id/plan">{({ id }) => <PanelPlanPage key={id} panelId={partToId(id)} />}</Route>
      <Route path="/panels/compare" component={SideBySidePage} />
      <Route path="/panels/:id">{({ id }) => <DebriefPage key={id} id={partToId(id)} />}</Route>
      <Route path="/settings" component={SettingsPage} />
      <Route path="/candidates/:id?">
        {({ id = "" }) => <CandidatesPage key={id} partId={partToId(id)} />}
      </Route>
      <Route path="/export/:kind?/:id?">
        {({ kind, id }) => <ExportPage key={id} kind={kind} id={id === undefined ? id : partToId(id)} />}
      </Route>
      <Route path="/calibration" component={CalibrationPage} />
      <Route path="/invitation">
        <InvitationPage key="file" linkPart={null} />
      </Route>
      <Route path="/invitation/:data">
        {({ data }) => <InvitationPage key={data} linkPart={partToId(data)} />}
      </Route>
      <Route<SessionParts> path="/session/:id/:step?/:questionId?/:areaId?">
        {({ id, step, questionId, areaId }) => (
          <SessionPage
            key={id}
            id={partToId(id)}
            isHandingOver={step === "hand-over"}
            questionId={step === "note" && questionId !== undefined ? partToId(questionId) : null}
            areaId={areaId === undefined ? null : partToId(areaId)}
          />
        )}
      </Route>
      <Route>
        <main className="page">
          <h1>There is no such page</h1>
          <p>
            <Link href="/">To the library</Link>
          </p>
        </main>
      </Route>
    </Switch>
  );
}

/**
 * What is shown instead of a blank page where drawing a screen failed. What was typed is on the disk. Another address is
 * another screen, and is tried.
 */
class ErrorScreen extends Component<{ readonly children: ReactNode }, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidMount() {
    addEventListener("hashchange", this.#tryAgain);
  }

  override componentWillUnmount() {
    removeEventListener("hashchange", this.#tryAgain);
  }

  readonly #tryAgain = () => this.setState({ error: null });

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    const { message } = error;
    if (isNewerDatabase(error)) return <RescuePage kind="newer" message={message} />;
    if (isClosedDatabase(error)) return <RescuePage kind="closed" message={message} />;
    if (isDatabaseError(error)) return <RescuePage kind="unreadable" message={message} />;
    return (
      <main className="page" role="alert">
        <h1>This screen could not be drawn</h1>
        <p>Everything up to the last “Saved” is kept. Reload to go on.</p>
        <p className="soft small">{message}</p>
        <div className="row">
          <button type="button" className="primary" onClick={() => location.reload()}>
            Reload
          </button>
          <Link href="/" className="button">
            To the library
          </Link>
        </div>
      </main>
    );
  }
}
