import { Component, type ReactNode } from "react";
import { Link, Route, Router, Switch } from "wouter";
import { useHashLocation } from "wouter/use-hash-location";
import { AppContext, type AppParts } from "../state/appContext.ts";
import { pageOf } from "./LoadedPage.tsx";
import { SessionPage } from "./SessionPage.tsx";
import { UpdateNotice } from "./UpdateNotice.tsx";

const LibraryPage = pageOf(() =>
  import("../features/library/LibraryPage.tsx").then((module) => module.LibraryPage),
);
const SetupPage = pageOf(() => import("../features/setup/SetupPage.tsx").then((module) => module.SetupPage));

const BringInPage = pageOf(() =>
  import("../features/guides/BringInPage.tsx").then((module) => module.BringInPage),
);

const DebriefPage = pageOf(() =>
  import("../features/panel/DebriefPage.tsx").then((module) => module.DebriefPage),
);
const CandidatesPage = pageOf(() =>
  import("../features/panel/CandidatesPage.tsx").then((module) => module.CandidatesPage),
);
const CalibrationPage = pageOf(() =>
  import("../features/calibration/CalibrationPage.tsx").then((module) => module.CalibrationPage),
);
const PanelsPage = pageOf(() =>
  import("../features/panel/PanelsPage.tsx").then((module) => module.PanelsPage),
);
const PanelPlanPage = pageOf(() =>
  import("../features/panel/PanelPlanPage.tsx").then((module) => module.PanelPlanPage),
);
const InvitationPage = pageOf(() =>
  import("../features/panel/InvitationPage.tsx").then((module) => module.InvitationPage),
);

const GuideEditorPage = pageOf(() =>
  import("../features/guides/GuideEditorPage.tsx").then((module) => module.GuideEditorPage),
);

const GuidesPage = pageOf(() =>
  import("../features/guides/GuidesPage.tsx").then((module) => module.GuidesPage),
);
const GuidePage = pageOf(() => import("../features/guides/GuidePage.tsx").then((module) => module.GuidePage));

export function App({ parts }: { readonly parts: AppParts }) {
  return (
    <AppContext value={parts}>
      <Router hook={useHashLocation}>
        <ErrorScreen>
          <UpdateNotice />
          <Switch>
            <Route path="/" component={LibraryPage} />
            <Route path="/plan">
              <SetupPage key="new" sessionId={null} />
            </Route>
            <Route path="/plan/with/:guideId">
              {({ guideId }) => <SetupPage key={guideId} sessionId={null} guideId={guideId} />}
            </Route>
            <Route path="/guides" component={GuidesPage} />
            <Route path="/guides/bring-in" component={BringInPage} />
            <Route path="/guides/new">
              <GuideEditorPage id={null} isNew />
            </Route>
            <Route path="/guides/new/:id">{({ id }) => <GuideEditorPage id={id} isNew />}</Route>
            <Route path="/guides/:id/edit">{({ id }) => <GuideEditorPage id={id} isNew={false} />}</Route>
            <Route path="/guides/:id/history">
              {({ id }) => <GuidePage key={id} id={id} view="history" />}
            </Route>
            <Route path="/guides/:id">{({ id }) => <GuidePage key={id} id={id} view="guide" />}</Route>
            <Route path="/plan/:id">{({ id }) => <SetupPage key={id} sessionId={id} />}</Route>
            <Route path="/panels" component={PanelsPage} />
            <Route path="/panels/new">
              <PanelPlanPage key="new" panelId={null} />
            </Route>
            <Route path="/panels/:id/plan">{({ id }) => <PanelPlanPage key={id} panelId={id} />}</Route>
            <Route path="/panels/compare" component={CandidatesPage} />
            <Route path="/panels/:id">{({ id }) => <DebriefPage key={id} id={id} />}</Route>
            <Route path="/calibration" component={CalibrationPage} />
            <Route path="/invitation">
              <InvitationPage key="file" linkPart={null} />
            </Route>
            <Route path="/invitation/:data">
              {({ data }) => <InvitationPage key={data} linkPart={data} />}
            </Route>
            <Route path="/session/:id">{({ id }) => <SessionPage key={id} id={id} />}</Route>
            <Route>
              <main className="page">
                <h1>There is no such page</h1>
                <p>
                  <Link href="/">To the library</Link>
                </p>
              </main>
            </Route>
          </Switch>
        </ErrorScreen>
      </Router>
    </AppContext>
  );
}

/** What is shown instead of a blank page where drawing a screen failed. What was typed is on the disk. */
class ErrorScreen extends Component<{ readonly children: ReactNode }, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render() {
    if (!this.state.error) return this.props.children;
    return (
      <main className="page" role="alert">
        <h1>This screen could not be drawn</h1>
        <p>Everything up to the last “Saved” is kept. Reload to go on.</p>
        <p className="soft small">{this.state.error.message}</p>
        <button type="button" className="primary" onClick={() => location.reload()}>
          Reload
        </button>
      </main>
    );
  }
}
