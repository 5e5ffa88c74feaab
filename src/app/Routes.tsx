import type { ReactNode } from "react";
import { Link, matchRoute, type DefaultParams, type Parser } from "wouter";
import { partToId } from "../ui/page/addresses.ts";
import { pageOf, partOf } from "../ui/page/LoadedPart.tsx";
import type { Room } from "./screen/Navigation.tsx";

const SessionPage = pageOf(() => {
  // Beside it, not after it: while the interview is read from the disk.
  import("../features/interview/InterviewPage.tsx").catch(() => {});
  return import("./session/SessionPage.tsx").then((module) => module.SessionPage);
});

const LibraryPage = pageOf(() =>
  import("../features/library/LibraryPage.tsx").then((module) => module.LibraryPage),
);
// It comes after the screen that it is shown on.
const Importing = partOf(() =>
  import("../features/importing/Importing.tsx").then((module) => module.Importing),
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
  import("../features/panels/board/PanelsPage.tsx").then((module) => module.PanelsPage),
);
const PanelPlanPage = pageOf(() =>
  import("../features/panels/plan/PanelPlanPage.tsx").then((module) => module.PanelPlanPage),
);
const InvitationPage = pageOf(() =>
  import("../features/panels/plan/InvitationPage.tsx").then((module) => module.InvitationPage),
);
const TeamPage = pageOf(() => import("../features/team/TeamPage.tsx").then((module) => module.TeamPage));

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
const CandidatePage = pageOf(() =>
  import("../features/candidates/CandidatePage.tsx").then((module) => module.CandidatePage),
);
const GuidesPage = pageOf(() =>
  import("../features/guides/library/GuidesPage.tsx").then((module) => module.GuidesPage),
);
const GuidePage = pageOf(() =>
  import("../features/guides/version/GuidePage.tsx").then((module) => module.GuidePage),
);

type Draw = (params: DefaultParams) => ReactNode;

/** A screen and where it is. */
export type ScreenRoute =
  | {
      readonly path: string;
      /** See `Screen`. */
      readonly title: string;
      readonly room: Room;
      readonly draw: Draw;
    }
  /** What it is follows from more than its address: it draws its own `Screen`. */
  | { readonly path: string; readonly title: null; readonly draw: Draw };

/** Every screen; the first one whose path is that of the address is shown. */
export const routes: readonly ScreenRoute[] = [
  {
    path: "/",
    title: "Interviews",
    room: "interviews",
    draw: () => <LibraryPage importing={<Importing place="/" />} />,
  },
  {
    path: "/plan",
    title: "Plan an interview",
    room: "interviews",
    draw: () => <SetupPage key="new" sessionId={null} />,
  },
  {
    path: "/plan/with/:guideId",
    title: "Plan an interview",
    room: "interviews",
    draw: ({ guideId }) => <SetupPage key={guideId} sessionId={null} guideId={idOf(guideId)} />,
  },
  {
    path: "/plan/:id",
    title: "Edit interview",
    room: "interviews",
    draw: ({ id }) => <SetupPage key={id} sessionId={idOf(id)} />,
  },
  {
    path: "/guides",
    title: "Guides",
    room: "guides",
    draw: () => <GuidesPage importing={<Importing place="/guides" />} />,
  },
  {
    path: "/guides/new",
    title: "New guide",
    room: "guides",
    draw: () => <GuideEditorPage id={null} isNew />,
  },
  { path: "/guides/bring-in", title: "Import questions", room: "guides", draw: () => <BringInPage /> },
  {
    path: "/guides/new/:id",
    title: "New guide",
    room: "guides",
    draw: ({ id }) => <GuideEditorPage id={idOf(id)} isNew />,
  },
  {
    path: "/guides/:id/edit",
    title: "Edit guide",
    room: "guides",
    draw: ({ id }) => <GuideEditorPage id={idOf(id)} isNew={false} />,
  },
  {
    path: "/guides/:id/history",
    title: "Guide history",
    room: "guides",
    draw: ({ id }) => <GuidePage key={id} id={idOf(id)} view="history" />,
  },
  {
    path: "/guides/:id",
    title: "Guide",
    room: "guides",
    draw: ({ id }) => <GuidePage key={id} id={idOf(id)} view="guide" />,
  },
  { path: "/panels", title: "Panels", room: "panels", draw: () => <PanelsPage /> },
  {
    path: "/panels/new",
    title: "Plan a panel",
    room: "panels",
    draw: () => <PanelPlanPage key="new" panelId={null} />,
  },
  {
    path: "/panels/compare",
    title: "Candidates side by side",
    room: "panels",
    draw: () => <SideBySidePage />,
  },
  {
    path: "/panels/:id/plan",
    title: "Edit panel",
    room: "panels",
    draw: ({ id }) => <PanelPlanPage key={id} panelId={idOf(id)} />,
  },
  {
    path: "/panels/:id/:step?",
    title: "Debrief",
    room: "panels",
    draw: ({ id, step }) => <DebriefPage key={id} id={idOf(id)} step={step} />,
  },
  { path: "/calibration", title: "Calibration", room: "panels", draw: () => <CalibrationPage /> },
  { path: "/candidates", title: "Candidates", room: "candidates", draw: () => <CandidatesPage /> },
  {
    path: "/candidates/:id",
    title: "Candidate",
    room: "candidates",
    draw: ({ id }) => <CandidatePage key={id} partId={idOf(id)} />,
  },
  {
    path: "/invitation",
    title: "Open an invitation",
    room: "panels",
    draw: () => <InvitationPage key="file" linkPart={null} />,
  },
  {
    path: "/invitation/:data",
    title: "Invitation",
    room: "panels",
    draw: ({ data }) => <InvitationPage key={data} linkPart={idOf(data)} />,
  },
  {
    path: "/team",
    title: "Shared folder",
    room: "panels",
    draw: () => <TeamPage key="folder" linkPart={null} />,
  },
  {
    path: "/team/:data",
    title: "Team server",
    room: "panels",
    draw: ({ data }) => <TeamPage key={data} linkPart={idOf(data)} />,
  },
  {
    path: "/export/panel/:id",
    title: "Export the debrief",
    room: "panels",
    draw: ({ id }) => <ExportPage key={id} kind="panel" id={idOf(id)} />,
  },
  {
    path: "/export/:kind?/:id?",
    title: "Export",
    room: "interviews",
    draw: ({ kind, id }) => <ExportPage key={id} kind={kind} id={id === undefined ? id : idOf(id)} />,
  },
  { path: "/settings", title: "Settings", room: "settings", draw: () => <SettingsPage /> },
  {
    path: "/session/:id/:step?/:questionId?/:areaId?",
    title: null,
    draw: ({ id, step, questionId, areaId }) => (
      <SessionPage
        key={id}
        id={idOf(id)}
        step={step}
        questionId={questionId === undefined ? questionId : idOf(questionId)}
        areaId={areaId === undefined ? areaId : idOf(areaId)}
      />
    ),
  },
];

/** The screens that one can go to from anywhere: those without an id in their address. */
export const screensAnywhere = routes.flatMap(({ path, title }) => {
  const address = path.replaceAll(/\/:\w+\?/gu, "");
  return title === null || address.includes(":") ? [] : [{ address, words: title }];
});

const noRoute: ScreenRoute = {
  path: "*",
  title: "Page not found",
  room: "interviews",
  draw: () => (
    <main className="page">
      <h1>Page not found</h1>
      <p className="row">
        <Link href="/" className="button">
          Back to interviews
        </Link>
      </p>
    </main>
  ),
};

/** @returns the screen of an address, with the parts of it that its path names */
export function findRoute(parser: Parser, address: string): readonly [ScreenRoute, DefaultParams] {
  for (const route of routes) {
    const [isMatch, params] = matchRoute(parser, route.path, address);
    if (isMatch) return [route, params];
  }
  return [noRoute, {}];
}

function idOf(part = ""): string {
  return partToId(part);
}
