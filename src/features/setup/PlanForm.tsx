import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { useController, useForm } from "react-hook-form";
import { Link, useLocation } from "wouter";
import { errorToText } from "../../domain/text/errorText.ts";
import { fileName } from "../../domain/text/fileName.ts";
import { proposeQuestionIds } from "../../domain/guides/guide.ts";
import type { Appointment } from "../../interchange/formats/calendar.ts";
import { planSegments, segmentIds } from "../../domain/session/segment.ts";
import type { SessionPanel, SessionPlan } from "../../domain/session/session.ts";
import { useApp } from "../../state/app/appContext.ts";
import type { GuideListing } from "../../state/guides/guideLineages.ts";
import type { GuideVersion } from "../../state/guides/guideVersions.ts";
import { useChosenGuide } from "../../state/guides/useChosenGuide.ts";
import { savePlanned, startPlanned } from "../../state/session/planning.ts";
import { noteExport } from "../../state/exports/exportLog.ts";
import { askForProtection } from "../../state/app/storageProtection.ts";
import { planAddress, sessionAddress } from "../../ui/page/addresses.ts";
import { dayToText, fieldToTime } from "../../ui/words/dates.ts";
import { downloadText } from "../../ui/files/download.ts";
import { type EntryNote, noteHere } from "../../ui/page/shownAddress.ts";
import { isSame, useTabDraft } from "../../ui/page/tabDraft.ts";
import { ScreenHead } from "../../ui/head/ScreenHead.tsx";
import { DraftNotice } from "../../ui/parts/DraftNotice.tsx";
import { ShutButton } from "../../ui/fields/ShutButton.tsx";
import { isSegment, isSlot } from "./minutes.ts";
import { PlanFields, type PlanValues } from "./PlanFields.tsx";
import { PlannedQuestions } from "./PlannedQuestions.tsx";

import styles from "./PlanForm.module.css";

/** All that the form holds. */
export interface DraftedPlan extends PlanValues {
  readonly guideId: string;
  /** Whether the questions were chosen; otherwise they are those that are proposed. */
  readonly hasChosen: boolean;
}

interface Props {
  readonly guides: readonly GuideListing[];
  /** The guide the plan begins with. */
  readonly version: GuideVersion;
  readonly values: DraftedPlan;
  /** What it holds where nothing was typed yet; another one once another tab has saved the plan. */
  readonly beginning: DraftedPlan;
  /** What another tab did to it, so that it can't be saved here any more; null for nothing. */
  readonly changed: "started" | "deleted" | null;
  /** Null for a new session. */
  readonly sessionId: string | null;
  /** The panel that the session is part of, whose candidate and guide it has; null for none. */
  readonly panel: SessionPanel | null;
  /** Under which the tab keeps what is typed until it is saved. */
  readonly draftKey: string;
  /** Called once what was typed before is forgotten, where that is what the form begins with. */
  readonly onStartOver: (() => void) | null;
  /** What a calendar said of it. */
  readonly appointment: Appointment | null;
}

export function PlanForm({
  guides,
  version: firstVersion,
  values,
  beginning,
  changed,
  sessionId,
  panel,
  draftKey,
  onStartOver,
  appointment,
}: Props) {
  const app = useApp();
  const isOfPanel = panel !== null;
  const [, navigate] = useLocation();
  const [problem, setProblem] = useState<string | null>(null);
  const { version, choose: chooseVersion } = useChosenGuide(firstVersion);
  const [hasChosen, setHasChosen] = useState(values.hasChosen);
  const [isSaved, setSaved] = useState(() => noteHere() === "saved");
  const startButton = useRef<HTMLButtonElement>(null);
  /** The questions that were chosen from a guide, by its id: whoever comes back to it has them again. */
  const chosenOf = useRef(new Map<string, readonly string[]>());
  const isStartNext = useRef(isSaved);
  const form = useForm<PlanValues>({ defaultValues: values });
  const { handleSubmit, watch, control, formState, setFocus } = form;
  const { isSubmitting } = formState;
  const picked = useController({ control, name: "questionIds" }).field;
  const plan = watch();
  const { guide } = version;
  const forgetDraft = useTabDraft(draftKey, { ...plan, guideId: version.id, hasChosen }, beginning);

  const known = useRef(beginning);
  useEffect(() => {
    const before = known.current;
    if (before === beginning) return;
    known.current = beginning;
    // What another tab saved is shown here, but for what was changed here.
    for (const name of Object.keys(form.getValues()) as readonly (keyof PlanValues)[])
      if (isSame(form.getValues(name), before[name]) && !isSame(before[name], beginning[name]))
        form.setValue(name, beginning[name]);
    if (version.id === before.guideId && version.id !== beginning.guideId)
      chooseVersion(beginning.guideId).catch((error: unknown) =>
        setProblem(`The guide was not opened. ${errorToText(error)}`),
      );
  });
  useEffect(() => {
    if (!isStartNext.current) setFocus(isOfPanel ? "interviewer" : "candidate");
  }, [setFocus, isOfPanel]);
  useEffect(() => {
    // While it is being saved no button takes the focus.
    if (isSubmitting || !isStartNext.current) return;
    isStartNext.current = false;
    startButton.current?.focus();
  }, [isSubmitting]);

  const chosenSlot = plan.slot === "own" ? plan.ownSlotMinutes : Number(plan.slot);
  const slotMinutes = Number.isFinite(chosenSlot) ? chosenSlot : 0;
  const { timeMultiplier } = plan;
  const segmentLengths = segmentIds.map((id) => plan.segmentMinutes[id]);
  const segmentMinutes = segmentLengths.filter(isSegment).reduce((sum, minutes) => sum + minutes, 0);
  const freeMinutes = slotMinutes - segmentMinutes;
  const areMinutesKnown = isSlot(slotMinutes) && segmentLengths.every(isSegment);
  // While a field holds no number of minutes, as while one is written anew, the proposal holds still, and nothing is summed up.
  const [lastFreeMinutes, setLastFreeMinutes] = useState(freeMinutes);
  if (areMinutesKnown && freeMinutes !== lastFreeMinutes) setLastFreeMinutes(freeMinutes);
  const proposed = proposeQuestionIds(guide, plan.level, lastFreeMinutes, timeMultiplier);
  const questionIds = hasChosen ? plan.questionIds : proposed;

  const choose = (ids: readonly string[]) => {
    setHasChosen(true);
    setSaved(false);
    picked.onChange([...ids]);
  };

  // In the longer time others would be proposed: the questions are those of the time that it was.
  const lengthen = (length: number, ids: readonly string[]) => {
    form.setValue("slot", "own");
    form.setValue("ownSlotMinutes", length);
    choose(ids);
  };

  const chooseGuide = async (id: string) => {
    try {
      const chosen = await chooseVersion(id);
      if (!chosen) return;
      if (hasChosen) chosenOf.current.set(version.id, form.getValues("questionIds"));
      const before = chosenOf.current.get(chosen.id);
      setHasChosen(before !== undefined);
      if (before) picked.onChange([...before]);
      setProblem(null);
      // One that was typed is the interview's own.
      if (form.getValues("role") === version.guide.role) form.setValue("role", chosen.guide.role);
    } catch (error) {
      setProblem(`The guide was not opened. ${errorToText(error)}`);
    }
  };

  // One id for all tries: what fails after the plan was stored makes no second plan when it is tried again.
  const [planId, setPlanId] = useState(() => sessionId ?? app.newId());
  /** Its own start does not stand in its way. */
  const [isStarting, setStarting] = useState(false);
  /** What stands in the way of the interview that the form is about; what is planned anew is another one. */
  const obstacle = isStarting || planId !== sessionId ? null : changed;

  /** @returns whether it is stored; where it is not, the form says why */
  const store = async (fields: PlanValues): Promise<boolean> => {
    const toStore: SessionPlan = {
      candidate: fields.candidate.trim(),
      role: fields.role.trim(),
      interviewer: fields.interviewer.trim(),
      guideId: version.id,
      scheduledAt: fieldToTime(fields.scheduledAt),
      slotMinutes,
      level: fields.level,
      remote: fields.remote,
      timeMultiplier,
      questionIds,
      segments: planSegments(fields.segmentMinutes),
    };
    try {
      await savePlanned(app, planId, toStore, guide);
    } catch (error) {
      setProblem(`The interview was not saved. ${errorToText(error)}`);
      return false;
    }
    forgetDraft();
    void askForProtection();
    return true;
  };

  const save = handleSubmit(async (fields) => {
    // Back would lead to the plan as it was before.
    if (await store(fields)) navigate("/", { replace: true });
  });

  /** Saves and stays: the next Enter starts the interview. */
  const saveHere = handleSubmit(async (fields) => {
    if (!(await store(fields))) return;
    if (planId !== sessionId)
      navigate<EntryNote>(planAddress(planId), { replace: true, state: { note: "saved" } });
    setSaved(true);
    isStartNext.current = true;
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const { target, nativeEvent } = event;
    if (event.key !== "Enter" || nativeEvent.isComposing || !(target instanceof HTMLInputElement)) return;
    event.preventDefault();
    if (target.type !== "search" && !isSubmitting) void saveHere();
  };

  const saveToCalendar = handleSubmit(async (fields) => {
    try {
      const { encodeCalendar } = await import("../../interchange/formats/calendar.ts");
      if (!(await store(fields))) return;
      const [page = ""] = location.href.split("#");
      const text = encodeCalendar(
        {
          id: planId,
          candidate: fields.candidate.trim(),
          role: fields.role.trim(),
          interviewer: fields.interviewer.trim(),
          startsAt: fieldToTime(fields.scheduledAt),
          minutes: slotMinutes,
          link: `${page}#${planAddress(planId)}`,
        },
        app.clock.now(),
        app.appName,
      );
      downloadText(fileName([fields.candidate, "interview"], "ics"), text, "text/calendar;charset=utf-8");
      await noteExport(app, "Calendar file", { sessionIds: [planId] });
      navigate("/", { replace: true });
    } catch (error) {
      setProblem(`The calendar file was not created. ${errorToText(error)}`);
    }
  });

  const exportGuide = async () => {
    try {
      const { guideToFileText } = await import("../../state/guides/guides.ts");
      downloadText(fileName([guide.title, "guide"], "json"), guideToFileText(app, guide));
    } catch (error) {
      setProblem(`The guide was not exported. ${errorToText(error)}`);
    }
  };

  const start = handleSubmit(async (fields) => {
    if (questionIds.length === 0) {
      setProblem("Select at least one question to start.");
      return;
    }
    if (!(await store(fields))) return;
    setStarting(true);
    try {
      await startPlanned(app, planId);
      // Back leads to where planning began: there is no plan any more to go back to.
      navigate(sessionAddress(planId), { replace: true, state: { scrolledTo: 0 } });
    } catch (error) {
      setStarting(false);
      setProblem(`The interview was not started. ${errorToText(error)}`);
    }
  });

  return (
    // Enter in a field stores the plan and goes on to the button that starts the interview: one Enter never goes live.
    <form
      onSubmit={(event) => void save(event)}
      onKeyDown={onKeyDown}
      onChange={() => setSaved(false)}
      noValidate
    >
      <ScreenHead
        back={{ href: "/", to: "interviews" }}
        title={sessionId === null ? "Plan an interview" : "Edit interview"}
      >
        <span className="actions">
          <ShutButton type="submit" isShut={isSubmitting}>
            Save for later
          </ShutButton>
          <ShutButton
            ref={startButton}
            className="primary"
            isShut={isSubmitting}
            onClick={(event) => void start(event)}
          >
            Start interview
          </ShutButton>
        </span>
      </ScreenHead>
      <main className={`page ${styles.page}`}>
        <div className={styles.fields}>
          <h1>Interview details</h1>
          <p role="status" className={isSaved ? "notice good" : "heard"}>
            {isSaved && "Saved. Press Enter to start the interview, or come back to it later."}
          </p>
          {obstacle !== null && sessionId !== null ? (
            <ChangedElsewhere
              how={obstacle}
              sessionId={sessionId}
              isOfPanel={isOfPanel}
              onPlanAnew={() => {
                setProblem(null);
                setPlanId(app.newId());
                startButton.current?.focus();
              }}
            />
          ) : (
            problem !== null && (
              <p className="notice error" role="alert">
                {problem}
              </p>
            )
          )}
          {onStartOver && (
            <DraftNotice
              onStartOver={() => {
                forgetDraft();
                onStartOver();
              }}
            />
          )}
          {appointment && (
            <p className="notice">
              From the calendar: <bdi>{appointment.title || "an appointment"}</bdi>
              {appointment.interviewers.length > 0 && (
                <>
                  . Interviewers: <bdi>{appointment.interviewers.join(", ")}</bdi>
                </>
              )}
              . Check the fields, then save.
            </p>
          )}
          {panel && (
            <p className="notice">
              This interview is part of a panel, whose lead{" "}
              {panel.lead !== undefined && !panel.isLead && <bdi>({panel.lead}) </bdi>}set the candidate,
              guide, level and questions.{" "}
              {panel.dueAt !== undefined &&
                `Your scorecard is due ${dayToText(panel.dueAt, app.clock.now())}. `}
              Until you submit, the other scorecards stay closed here.
            </p>
          )}
          <PlanFields
            form={form}
            plan={plan}
            guides={guides}
            version={version}
            panel={panel}
            sessionId={sessionId}
            onChooseGuide={(id) => void chooseGuide(id)}
            onExportGuide={() => void exportGuide()}
            onSaveToCalendar={(event) => void saveToCalendar(event)}
          />
        </div>
        <PlannedQuestions
          version={version}
          level={plan.level}
          panel={panel}
          slotMinutes={slotMinutes}
          segmentMinutes={segmentMinutes}
          areMinutesKnown={areMinutesKnown}
          freeMinutes={lastFreeMinutes}
          timeMultiplier={timeMultiplier}
          questionIds={questionIds}
          hasChosen={hasChosen}
          proposedIds={proposed}
          onChoose={choose}
          onLengthen={lengthen}
        />
      </main>
    </form>
  );
}

interface ChangedProps {
  readonly how: "started" | "deleted";
  readonly sessionId: string;
  readonly isOfPanel: boolean;
  /** Called when what stands in the form is to be a new interview. */
  readonly onPlanAnew: () => void;
}

/** Says what another tab did to the interview, and how one goes on. */
function ChangedElsewhere({ how, sessionId, isOfPanel, onPlanAnew }: ChangedProps) {
  return (
    <p className="notice error row" role="alert">
      {how === "started" ? (
        <>
          <span>This interview has started, so its plan can’t change any more.</span>
          <Link href={sessionAddress(sessionId)} className="button">
            Go to the interview
          </Link>
        </>
      ) : (
        <>
          <span>
            This interview was deleted, so its plan can’t be saved.
            {isOfPanel && " To plan it again, open its invitation."}
          </span>
          {!isOfPanel && (
            <button type="button" onClick={onPlanAnew}>
              Plan as a new interview
            </button>
          )}
        </>
      )}
    </p>
  );
}
