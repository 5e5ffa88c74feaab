import { useEffect, useState } from "react";
import { Link } from "wouter";
import { toError } from "../../domain/text/errorText.ts";
import { segmentOf, usualSegmentMinutes } from "../../domain/session/segment.ts";
import type { Appointment } from "../../interchange/formats/calendar.ts";
import type { Session, SessionPanel } from "../../domain/session/session.ts";
import { useApp } from "../../state/app/appContext.ts";
import { listGuideVersions, withVersion, type GuideListing } from "../../state/guides/guideLineages.ts";
import {
  findGuideVersion,
  firstGuideId,
  loadGuideVersion,
  type GuideVersion,
} from "../../state/guides/guideVersions.ts";
import {
  readLast,
  readWholeSession,
  soonAfter,
  takeAppointment,
  usualSlots,
  useStoredSession,
} from "../../state/session/planning.ts";
import { sessionAddress } from "../../ui/page/addresses.ts";
import { NotHere } from "../../ui/page/NotHere.tsx";
import { readTabDraft } from "../../ui/page/tabDraft.ts";
import { timeToField } from "../../ui/words/dates.ts";
import type { PlanValues } from "./PlanFields.tsx";
import { PlanForm, type DraftedPlan } from "./PlanForm.tsx";

interface Loaded {
  readonly guides: readonly GuideListing[];
  readonly version: GuideVersion;
  readonly beginning: DraftedPlan;
  /** What was typed before and not saved; null where nothing was. */
  readonly draft: DraftedPlan | null;
  /** The panel whose invitation it was planned by; null for none. */
  readonly panel: SessionPanel | null;
  /** What a calendar said of it. */
  readonly appointment: Appointment | null;
}

/** Why there is nothing to plan. */
type NothingToPlan = "guide" | "interview" | "begun";

interface Props {
  readonly sessionId: string | null;
  /** The guide a new session begins with; where none is given that of the last plan, or the first one. */
  readonly guideId?: string;
}

/** Plans a new session (null), or changes one that is still planned. */
export function SetupPage({ sessionId, guideId }: Props) {
  const app = useApp();
  const [loaded, setLoaded] = useState<Loaded | NothingToPlan>();
  const [error, setError] = useState<Error>();
  const [isAnew, setAnew] = useState(false);
  const draftKey = `plan ${sessionId ?? guideId ?? ""}`;
  const stored = useStoredSession(sessionId);
  // Where it was started or deleted in another tab, what was last planned stands in the form.
  const [planned, setPlanned] = useState(stored);
  if (stored?.status === "planned" && stored !== planned) setPlanned(stored);
  const [appointment] = useState(() => (sessionId === null ? takeAppointment() : null));

  useEffect(() => {
    const drafted = async (
      guides: readonly GuideListing[],
      version: GuideVersion,
      values: PlanValues,
    ): Promise<Pick<Loaded, "guides" | "version" | "beginning" | "draft">> => {
      const beginning = toDrafted(values, version.id, sessionId);
      // What comes from a calendar is asked for now.
      const draft = appointment ? null : readTabDraft(draftKey, beginning);
      const chosen =
        draft && draft.guideId !== version.id ? await findGuideVersion(app, draft.guideId) : version;
      // A guide that is gone takes the questions that were chosen of it along.
      const shown = chosen ?? version;
      return {
        guides: withVersion(guides, shown),
        version: shown,
        beginning,
        draft:
          draft && (chosen ? draft : { ...draft, guideId: version.id, hasChosen: false, questionIds: [] }),
      };
    };
    const load = async (): Promise<Loaded | NothingToPlan> => {
      const [guides, interviewer, lastId, whole] = await Promise.all([
        listGuideVersions(app),
        readLast(app, "interviewer"),
        readLast(app, "guideId"),
        sessionId === null ? undefined : readWholeSession(app, sessionId),
      ]);
      if (whole) {
        const { session, guide } = whole;
        if (session.status !== "planned") return "begun";
        const version = { id: session.guideId, guide };
        return {
          ...(await drafted(guides, version, sessionToValues(session))),
          panel: session.panel ?? null,
          appointment: null,
        };
      }
      if (sessionId !== null) return "interview";
      const proposed = guides.find(({ versions }) => versions.some(({ id }) => id === lastId)) ?? guides[0];
      const loadProposed = () =>
        proposed?.guide
          ? { id: proposed.id, guide: proposed.guide }
          : loadGuideVersion(app, proposed?.id ?? firstGuideId);
      const version = await (guideId === undefined ? loadProposed() : findGuideVersion(app, guideId));
      if (version === null) return "guide";
      const values: PlanValues = {
        candidate: appointment?.candidate ?? "",
        role: appointment?.role || version.guide.role,
        // Whoever reads the calendar is one of several, and knows which.
        interviewer:
          interviewer || (appointment?.interviewers.length === 1 ? appointment.interviewers.join() : ""),
        scheduledAt: timeToField(appointment?.startsAt ?? soonAfter(app.clock.now())),
        ...slotToValues(appointment?.minutes ?? 60),
        level: "mid",
        remote: false,
        timeMultiplier: 1,
        segmentMinutes: usualSegmentMinutes,
        questionIds: [],
      };
      return {
        ...(await drafted(guides, version, values)),
        panel: null,
        appointment,
      };
    };
    load().then(setLoaded, (reason: unknown) => setError(toError(reason)));
  }, [app, sessionId, guideId, draftKey, isAnew, appointment]);

  // For the screen that says what can be done.
  if (error) throw error;
  if (!loaded) return null;
  if (loaded === "guide" || loaded === "interview") {
    return (
      <main className="page">
        <NotHere what={loaded} />
      </main>
    );
  }
  if (loaded === "begun") {
    return (
      <main className="page">
        <h1>This interview has begun</h1>
        {sessionId !== null && (
          <p>
            <Link href={sessionAddress(sessionId)} className="button">
              Go to the interview
            </Link>
          </p>
        )}
      </main>
    );
  }
  const { guides, version, draft, panel, appointment: shownAppointment } = loaded;
  // What another tab saved is what it begins with here as well.
  const beginning =
    planned?.id === sessionId
      ? toDrafted(sessionToValues(planned), planned.guideId, sessionId)
      : loaded.beginning;
  return (
    <PlanForm
      key={draft ? "drafted" : "begun"}
      guides={guides}
      version={version}
      values={draft ?? loaded.beginning}
      beginning={beginning}
      changed={stored === null ? "deleted" : stored && stored.status !== "planned" ? "started" : null}
      sessionId={sessionId}
      panel={panel}
      appointment={shownAppointment}
      draftKey={draftKey}
      onStartOver={draft ? () => setAnew(!isAnew) : null}
    />
  );
}

function toDrafted(values: PlanValues, guideId: string, sessionId: string | null): DraftedPlan {
  return { ...values, guideId, hasChosen: sessionId !== null };
}

function slotToValues(minutes: number): Pick<PlanValues, "slot" | "ownSlotMinutes"> {
  return { slot: usualSlots.includes(minutes) ? String(minutes) : "own", ownSlotMinutes: minutes };
}

function sessionToValues(session: Session): PlanValues {
  return {
    candidate: session.candidate,
    role: session.role,
    interviewer: session.interviewer,
    scheduledAt: timeToField(session.scheduledAt),
    ...slotToValues(session.slotMinutes),
    level: session.level,
    remote: session.remote,
    timeMultiplier: session.timeMultiplier,
    segmentMinutes: {
      introduction: segmentOf(session, "introduction").plannedMinutes,
      candidateQuestions: segmentOf(session, "candidateQuestions").plannedMinutes,
    },
    questionIds: [...session.questionIds],
  };
}
