import { useEffect, useRef, useState } from "react";
import { Link } from "wouter";
import { toError } from "../../../domain/text/errorText.ts";
import type { Panel, SettledSeats } from "../../../domain/panels/panel.ts";
import { boardSeats } from "../../../domain/panels/seatStatus.ts";
import { useApp } from "../../../state/app/appContext.ts";
import { listGuideVersions, withVersion, type GuideListing } from "../../../state/guides/guideLineages.ts";
import {
  findGuideVersion,
  firstGuideId,
  loadGuideVersion,
  type GuideVersion,
} from "../../../state/guides/guideVersions.ts";
import { readLast } from "../../../state/session/planning.ts";
import { usePanel, type PanelView } from "../../../state/panels/panels.ts";
import { panelAddress } from "../../../ui/page/addresses.ts";
import { NotHere } from "../../../ui/page/NotHere.tsx";
import { noteHere } from "../../../ui/page/shownAddress.ts";
import { readTabDraft } from "../../../ui/page/tabDraft.ts";
import { PanelForm, TO_INVITATIONS } from "./PanelForm.tsx";
import type { KeptFocus } from "./useFocusKept.ts";
import { timeToField } from "../../../ui/words/dates.ts";
import { PanelInvitations } from "./PanelInvitations.tsx";

interface Props {
  /** Null for a new panel. */
  readonly panelId: string | null;
}

/** Plans a panel: whom, from which guide, who asks what; then hands out its invitations. */
export function PanelPlanPage({ panelId }: Props) {
  return panelId === null ? <NewPanel /> : <KnownPanel panelId={panelId} />;
}

const NOTHING: SettledSeats = { attendedIds: new Set(), namedIds: new Set() };

/** Under which a tab keeps a panel that is not saved yet. */
const NEW_DRAFT = "panel";

interface Loaded {
  readonly guides: readonly GuideListing[];
  readonly version: GuideVersion;
  readonly interviewer: string;
}

/** @returns what a form of panels needs to begin with; undefined until it is loaded */
function useFormParts(guideId: string | null): Loaded | undefined {
  const app = useApp();
  const [loaded, setLoaded] = useState<Loaded>();
  const [error, setError] = useState<Error>();
  useEffect(() => {
    const load = async (): Promise<Loaded> => {
      const [guides, interviewer] = await Promise.all([listGuideVersions(app), readLast(app, "interviewer")]);
      const known = guideId === null ? null : await findGuideVersion(app, guideId);
      const version = known ?? (await loadGuideVersion(app, guides[0]?.id ?? firstGuideId));
      return { guides: withVersion(guides, version), version, interviewer };
    };
    load().then(setLoaded, (reason: unknown) => setError(toError(reason)));
  }, [app, guideId]);
  // For the screen that says what can be done.
  if (error) throw error;
  return loaded;
}

function NewPanel() {
  const [guideId] = useState(() => readTabDraft(NEW_DRAFT, { guideId: "" })?.guideId ?? null);
  const loaded = useFormParts(guideId);
  const { newId } = useApp();
  const focused = useRef<KeptFocus>(null);
  const [ids] = useState(() => ({ me: newId(), other: newId() }));
  if (!loaded) return null;
  const { guides, version, interviewer } = loaded;
  return (
    <PanelForm
      guides={guides}
      version={version}
      panel={null}
      settled={NOTHING}
      draftKey={NEW_DRAFT}
      focused={focused}
      values={{
        candidate: "",
        role: version.guide.role,
        level: "mid",
        remote: false,
        leadId: ids.me,
        leadName: interviewer,
        due: "",
        interviewers: [
          { id: ids.me, name: interviewer, questionIds: [] },
          { id: ids.other, name: "", questionIds: [] },
        ],
      }}
    />
  );
}

function KnownPanel({ panelId }: { readonly panelId: string }) {
  const view = usePanel(panelId);
  if (view === undefined) return null;
  if (view === null || !view.hasKey) {
    return (
      <main className="page">
        {view?.panel.publicKey === null ? (
          <>
            <h1>This panel was not planned on this device</h1>
            <p>
              It was created from files that say who asks what:{" "}
              <Link href={panelAddress(panelId)}>go to the panel</Link>.
            </p>
          </>
        ) : view ? (
          <>
            <h1>This panel’s key is not on this device</h1>
            <p>
              A panel is led on the device that has its key. If you lead this one, restore the key with its
              recovery file: <Link href={panelAddress(panelId)}>go to the panel</Link>.
            </p>
          </>
        ) : (
          <NotHere what="panel" />
        )}
      </main>
    );
  }
  return <PlannedPanel view={view} />;
}

function PlannedPanel({ view }: { readonly view: PanelView }) {
  const { clock } = useApp();
  const { panel, guide } = view;
  const draftKey = `${NEW_DRAFT} ${panel.id}`;
  const [draftGuideId] = useState(() => readTabDraft(draftKey, { guideId: "" })?.guideId ?? panel.guideId);
  const loaded = useFormParts(draftGuideId);
  const [isSaved, setSaved] = useState(() => noteHere() === "saved");
  const [invitedOtherwise, setInvitedOtherwise] = useState<readonly string[]>([]);
  // A reload or the way back has saved nothing.
  useEffect(() => {
    if (noteHere()) history.replaceState(null, "");
  }, []);
  const focused = useRef<KeptFocus>(isSaved ? { key: TO_INVITATIONS, selection: null } : null);
  if (!loaded) return null;
  const version = { id: panel.guideId, guide };
  return (
    <PanelForm
      // What another tab saved is shown here as well. What was saved here makes the form anew too.
      key={planKey(panel)}
      guides={withVersion(loaded.guides, version)}
      version={version}
      draftVersion={loaded.version}
      panel={panel}
      draftKey={draftKey}
      settled={view.settled}
      focused={focused}
      isSaved={isSaved}
      onSaved={(invited) => {
        setSaved(true);
        setInvitedOtherwise(invited);
      }}
      invitedOtherwise={invitedOtherwise}
      values={{
        candidate: panel.candidate,
        role: panel.role,
        level: panel.level,
        remote: panel.remote,
        leadId: panel.leadId ?? "",
        leadName: panel.leadName ?? loaded.interviewer,
        due: panel.dueAt === undefined ? "" : timeToField(panel.dueAt).slice(0, 10),
        interviewers: panel.interviewers.map((interviewer) => ({
          ...interviewer,
          questionIds: [...interviewer.questionIds],
        })),
      }}
    >
      <PanelInvitations panel={panel} guide={guide} seats={boardSeats(panel, view.seats, clock.now())} />
    </PanelForm>
  );
}

/** What of a panel the form is about; that somebody was invited, or unlocked something, is none of it. */
function planKey({
  invitedAtById: _invited,
  unlockedEarly: _early,
  debrief: _debrief,
  updatedAt: _at,
  ...plan
}: Panel): string {
  return JSON.stringify(plan);
}
