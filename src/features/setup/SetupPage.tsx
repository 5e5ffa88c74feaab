import { addMinutes, format, roundToNearestMinutes } from "date-fns";
import { useEffect, useState } from "react";
import { Link } from "wouter";
import { segmentOf, usualSegmentMinutes } from "../../domain/session/segment.ts";
import type { Session } from "../../domain/session/session.ts";
import { useApp } from "../../state/app/appContext.ts";
import { listGuideVersions, type GuideListing } from "../../state/guides/guideLineages.ts";
import {
  findGuideVersion,
  firstGuideId,
  loadGuideVersion,
  type GuideVersion,
} from "../../state/guides/guides.ts";
import { readInterviewer, readWholeSession } from "../../state/session/library.ts";
import { sessionAddress } from "../../ui/page/addresses.ts";
import { PlanForm, type PlanValues } from "./PlanForm.tsx";

interface Loaded {
  readonly guides: readonly GuideListing[];
  readonly version: GuideVersion;
  readonly values: PlanValues;
  readonly status: Session["status"] | "new" | "missing";
  /** Whether it was planned by an invitation. */
  readonly isOfPanel: boolean;
}

const SLOTS = [30, 45, 60, 90];

interface Props {
  readonly sessionId: string | null;
  /** The guide a new session begins with; the first one where none is given. */
  readonly guideId?: string;
}

/** Plans a new session (null), or changes one that is still planned. */
export function SetupPage({ sessionId, guideId }: Props) {
  const app = useApp();
  const [loaded, setLoaded] = useState<Loaded | "noGuide">();
  const [error, setError] = useState<Error>();

  useEffect(() => {
    const load = async (): Promise<Loaded | "noGuide"> => {
      const [guides, interviewer, whole] = await Promise.all([
        listGuideVersions(app),
        readInterviewer(app),
        sessionId === null ? undefined : readWholeSession(app, sessionId),
      ]);
      if (whole) {
        const { session, guide } = whole;
        const version = { id: session.guideId, guide };
        return {
          guides: withVersion(guides, version),
          version,
          values: sessionToValues(session),
          status: session.status,
          isOfPanel: session.panel !== undefined,
        };
      }
      const version =
        guideId === undefined
          ? await loadGuideVersion(app, guides[0]?.id ?? firstGuideId)
          : await findGuideVersion(app, guideId);
      if (version === null) return "noGuide";
      const soon = roundToNearestMinutes(addMinutes(app.clock.now(), 7), { nearestTo: 15 });
      return {
        guides: withVersion(guides, version),
        version,
        status: sessionId === null ? "new" : "missing",
        isOfPanel: false,
        values: {
          candidate: "",
          role: version.guide.role,
          interviewer,
          scheduledAt: timeToField(soon.getTime()),
          slot: "60",
          ownSlotMinutes: 60,
          level: "mid",
          remote: false,
          timeMultiplier: 1,
          segmentMinutes: usualSegmentMinutes,
          questionIds: [],
        },
      };
    };
    load().then(setLoaded, (reason: unknown) =>
      setError(reason instanceof Error ? reason : new Error(String(reason))),
    );
  }, [app, sessionId, guideId]);

  // For the screen that says what can be done.
  if (error) throw error;
  if (!loaded) return null;
  if (loaded === "noGuide") {
    return (
      <main className="page">
        <h1>This guide is not on this machine</h1>
        <p>It may have been deleted, or it is kept in another browser. If you have its file, import it.</p>
        <p>
          <Link href="/guides">To the guides</Link>
        </p>
      </main>
    );
  }
  if (loaded.status !== "new" && loaded.status !== "planned") {
    return (
      <main className="page">
        <h1>
          {loaded.status === "missing" ? "This session is not on this machine" : "This interview has begun"}
        </h1>
        <p>
          {loaded.status === "missing" || sessionId === null ? (
            <Link href="/">To the library</Link>
          ) : (
            <Link href={sessionAddress(sessionId)}>Go to the session</Link>
          )}
        </p>
      </main>
    );
  }
  return <PlanForm {...loaded} sessionId={sessionId} />;
}

/** @returns the guides to choose from, with the version that the plan holds where it is an older or an archived one */
function withVersion(guides: readonly GuideListing[], { id, guide }: GuideVersion): readonly GuideListing[] {
  if (guides.some((listed) => listed.id === id)) return guides;
  return [...guides, { id, title: `${guide.title} (the version of this plan)` }];
}

function timeToField(at: number): string {
  return format(at, "yyyy-MM-dd'T'HH:mm");
}

function sessionToValues(session: Session): PlanValues {
  return {
    candidate: session.candidate,
    role: session.role,
    interviewer: session.interviewer,
    scheduledAt: timeToField(session.scheduledAt),
    slot: SLOTS.includes(session.slotMinutes) ? String(session.slotMinutes) : "own",
    ownSlotMinutes: session.slotMinutes,
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
