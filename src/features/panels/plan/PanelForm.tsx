import { endOfDay } from "date-fns";
import { useEffect, useRef, useState, type RefObject } from "react";
import { useController, useForm } from "react-hook-form";
import { Link, useLocation } from "wouter";
import { errorToText } from "../../../domain/text/errorText.ts";
import { levelAdvice, levels, type Level, levelWords } from "../../../domain/guides/guide.ts";
import { isTime, LONGEST_NAME } from "../../../domain/text/limits.ts";
import {
  assignAll,
  assignQuestion,
  mergeInterviewers,
  withQuestionsOf,
  type Panel,
  type PanelPlan,
  type SettledSeats,
} from "../../../domain/panels/panel.ts";
import { capitalised } from "../../../domain/text/capitalised.ts";
import { useApp } from "../../../state/app/appContext.ts";
import { useCandidateNames } from "../../../state/candidates/candidateNames.ts";
import type { GuideListing } from "../../../state/guides/guideLineages.ts";
import type { GuideVersion } from "../../../state/guides/guideVersions.ts";
import { useChosenGuide } from "../../../state/guides/useChosenGuide.ts";
import { createPanel, replanPanel } from "../../../state/panels/panels.ts";
import { CandidateField, candidateRule } from "../../../ui/fields/CandidateField.tsx";
import { Field } from "../../../ui/fields/Field.tsx";
import { ShutButton } from "../../../ui/fields/ShutButton.tsx";
import { ScreenHead } from "../../../ui/head/ScreenHead.tsx";
import { panelAddress, panelPlanAddress } from "../../../ui/page/addresses.ts";
import type { EntryNote } from "../../../ui/page/shownAddress.ts";
import { readTabDraft, useTabDraft } from "../../../ui/page/tabDraft.ts";
import { DraftNotice } from "../../../ui/parts/DraftNotice.tsx";
import { fieldToTime } from "../../../ui/words/dates.ts";
import { Interviewers, type PassedOver } from "./Interviewers.tsx";
import styles from "./PanelForm.module.css";
import { useFocusKept, type KeptFocus } from "./useFocusKept.ts";
import { PlanCoverage, QuestionMatrix } from "./WhoAsksWhat.tsx";

export interface PanelValues {
  candidate: string;
  role: string;
  level: Level;
  remote: boolean;
  /** Empty where the lead does not interview. */
  leadId: string;
  leadName: string;
  /** As a field of a form has it ("2026-11-24"); empty for no date. */
  due: string;
  interviewers: readonly PanelPlan["interviewers"][number][];
}

interface Props {
  readonly guides: readonly GuideListing[];
  /** The guide version that the form begins with. */
  readonly version: GuideVersion;
  /** Another one that may have been chosen in what was typed before. */
  readonly draftVersion?: GuideVersion;
  readonly values: PanelValues;
  /** Under which the tab keeps what is typed until it is saved. */
  readonly draftKey: string;
  /** Null for a new one. */
  readonly panel: Panel | null;
  readonly settled: SettledSeats;
  /** What had the focus in the form before this one, where this one takes its place. */
  readonly focused: RefObject<KeptFocus | null>;
  /** Whether the panel was saved since the screen was opened. */
  readonly isSaved?: boolean;
  /** The changes of a known panel were saved; by name those who were invited to another interview than it has for them now. */
  readonly onSaved?: (invitedOtherwise: readonly string[]) => void;
  /** Those of the last time that it was saved. */
  readonly invitedOtherwise?: readonly string[];
  /** What stands below the plan once it is saved. */
  readonly children?: React.ReactNode;
}

/** The id of the button that leads there: what comes next once a panel is saved. */
export const TO_INVITATIONS = "to-invitations";

function goToInvitations(): void {
  const heading = document.querySelector<HTMLElement>("#invitations");
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView();
}

export function PanelForm({
  guides,
  version: firstVersion,
  draftVersion = firstVersion,
  values,
  draftKey,
  panel,
  settled,
  focused,
  isSaved = false,
  onSaved,
  invitedOtherwise: outdated,
  children,
}: Props) {
  const app = useApp();
  const [, navigate] = useLocation();
  const { attendedIds, namedIds } = settled;
  const isBegun = attendedIds.size > 0;
  const [problem, setProblem] = useState<string | null>(null);
  const [draft, setDraft] = useState(() => {
    // Each time that a new one is planned, its seats have other ids.
    const merge = panel ? { interviewers: mergeInterviewers } : {};
    const read = readTabDraft(draftKey, { ...values, guideId: firstVersion.id }, merge);
    const { guide: drafted } = read?.guideId === draftVersion.id ? draftVersion : firstVersion;
    const kept = read && { ...read, interviewers: withQuestionsOf(read.interviewers, drafted) };
    // What was typed before the first scorecard came in is settled by it.
    const { candidate, leadId } = values;
    if (isBegun) return kept?.guideId === firstVersion.id ? { ...kept, candidate, leadId } : null;
    // Its questions may be those of a guide that is gone.
    return kept && [firstVersion.id, draftVersion.id].includes(kept.guideId) ? kept : null;
  });
  const {
    version,
    choose: chooseVersion,
    take: takeVersion,
  } = useChosenGuide(draft?.guideId === draftVersion.id ? draftVersion : firstVersion);
  const box = useRef<HTMLFormElement>(null);
  useFocusKept(box, focused);
  const form = useForm<PanelValues>({ defaultValues: draft ?? values });
  const { register, handleSubmit, watch, control, formState } = form;
  const { value: interviewers, onChange: setInterviewers } = useController({
    control,
    name: "interviewers",
  }).field;
  const [passedOver, setPassedOver] = useState<PassedOver>(new Map());
  const plan = watch();
  const names = useCandidateNames(plan.candidate);
  const { guide } = version;
  const forgetDraft = useTabDraft(
    draftKey,
    { ...plan, guideId: version.id },
    { ...values, guideId: firstVersion.id },
  );
  // What was typed before the first scorecard came in is settled by it. Nothing else here is disturbed by that.
  useEffect(() => {
    if (!isBegun) return;
    if (version.id !== firstVersion.id) {
      takeVersion(firstVersion);
      form.reset(values);
      return;
    }
    for (const name of ["candidate", "leadId"] as const)
      if (form.getValues(name) !== values[name]) form.setValue(name, values[name], { shouldDirty: true });
  }, [isBegun, firstVersion, version, takeVersion, form, values]);
  // What was typed before somebody took the seat is settled by that.
  const namedOf = ({ id, name }: PanelValues["interviewers"][number]) =>
    (namedIds.has(id) ? panel?.interviewers.find((one) => one.id === id)?.name : undefined) ?? name;
  const isSettled = (id: string) => attendedIds.has(id) || (isBegun && id === panel?.leadId);
  const isAllAssigned =
    interviewers.length > 0 &&
    interviewers.every(({ questionIds }) => questionIds.length === guide.questions.length);
  const isDirty = formState.isDirty || version.id !== firstVersion.id || draft !== null;

  const chooseGuide = async (id: string) => {
    try {
      const chosen = await chooseVersion(id);
      if (!chosen) return;
      setProblem(null);
      // One that was typed is the panel's own.
      if (form.getValues("role") === guide.role)
        form.setValue("role", chosen.guide.role, { shouldDirty: true });
      // Not those of when it was chosen: somebody may have been named since.
      setInterviewers(withQuestionsOf(form.getValues("interviewers"), chosen.guide));
    } catch (error) {
      setProblem(`The guide was not opened. ${errorToText(error)}`);
    }
  };

  // A field that is out of use has no value.
  const leadIdOf = (chosen: string, named: PanelPlan["interviewers"]) =>
    panel && isBegun ? panel.leadId : named.some(({ id }) => id === chosen) ? chosen : null;

  const save = handleSubmit(async (fields) => {
    const named = fields.interviewers
      .map((one) => ({ ...one, name: namedOf(one).trim() }))
      .filter(({ id, name, questionIds }) => name !== "" || questionIds.length > 0 || isSettled(id));
    if (named.length === 0 || named.some(({ name }) => name === "")) {
      setProblem("Name every interviewer. Names identify the scorecards.");
      return;
    }
    const unscheduled = named.find(({ id }) => passedOver.has(id));
    if (unscheduled) {
      document.querySelector<HTMLElement>(`#${CSS.escape(`time-${unscheduled.id}`)}`)?.focus();
      return;
    }
    const toStore: PanelPlan = {
      candidate: fields.candidate.trim(),
      role: fields.role.trim(),
      level: fields.level,
      remote: fields.remote,
      guideId: version.id,
      interviewers: named,
      leadId: leadIdOf(fields.leadId, named),
      ...(fields.leadName.trim() !== "" && { leadName: fields.leadName.trim() }),
      ...(fields.due !== "" && { dueAt: dueAtOf(fields.due) }),
    };
    try {
      const created = panel ? null : await createPanel(app, toStore, guide);
      const invited = panel ? await replanPanel(app, panel.id, toStore, guide) : [];
      forgetDraft();
      setDraft(null);
      if (created)
        navigate<EntryNote>(panelPlanAddress(created.id), { replace: true, state: { note: "saved" } });
      else onSaved?.(invited.map(({ name }) => name));
    } catch (error) {
      setProblem(`The panel was not saved. ${errorToText(error)}`);
    }
  });

  const dueError = formState.errors.due?.message;
  return (
    <form ref={box} noValidate onSubmit={(event) => void save(event)}>
      <ScreenHead back={{ href: "/panels", to: "panels" }} title={panel ? "Edit panel" : "Plan a panel"}>
        <span role="status" className="small soft">
          {isSaved && !isDirty && "Saved"}
        </span>
        <span className="actions">
          {panel && (
            <>
              <button type="button" id={TO_INVITATIONS} onClick={goToInvitations}>
                Invitations
              </button>
              <Link href={panelAddress(panel.id)} className="button">
                View panel
              </Link>
            </>
          )}
          <ShutButton type="submit" id="panel-save" className="primary" isShut={formState.isSubmitting}>
            {panel ? "Save changes" : "Save panel"}
          </ShutButton>
        </span>
      </ScreenHead>
      <main className={`page ${styles.page}`}>
        {problem !== null && (
          <p className="notice error" role="alert">
            {problem}
          </p>
        )}
        {outdated && outdated.length > 0 && !isDirty && (
          <p className="notice" role="status">
            Invited with an earlier plan: <bdi>{new Intl.ListFormat("en").format(outdated)}</bdi>. Send their
            invitations again, so that they can update their plans.
          </p>
        )}
        {draft && (
          <DraftNotice
            onStartOver={() => {
              forgetDraft();
              setDraft(null);
              setPassedOver(new Map());
              takeVersion(firstVersion);
              form.reset(values);
            }}
          />
        )}
        <section className={styles.part} aria-labelledby="panel-whom">
          <h1 id="panel-whom" tabIndex={-1}>
            Candidate and guide
          </h1>
          <div className={styles.fields}>
            <CandidateField
              names={names}
              error={formState.errors.candidate?.message}
              maxLength={LONGEST_NAME}
              readOnly={isBegun}
              {...register("candidate", candidateRule)}
            />
            <Field label="Guide" id="guideId">
              <select
                id="guideId"
                value={version.id}
                disabled={isBegun}
                onChange={(event) => void chooseGuide(event.target.value)}
              >
                {guides.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
              </select>
            </Field>
            <Field label="Role" id="role">
              <input id="role" dir="auto" maxLength={LONGEST_NAME} {...register("role")} />
            </Field>
            <Field label="Level" id="level">
              <select id="level" {...register("level")}>
                {levels
                  .filter((level) => !isBegun || level === values.level)
                  .map((level) => (
                    <option key={level} value={level}>
                      {capitalised(levelWords[level])}
                    </option>
                  ))}
              </select>
            </Field>
          </div>
          <label className="row">
            <input type="checkbox" {...register("remote")} />
            The role is remote
          </label>
          {isBegun && (
            <p className="small soft">
              Scorecards have been received, so the candidate, the guide, the level and whether you interview
              can’t change.
            </p>
          )}
          <p className="small soft" dir="auto">
            {levelAdvice(guide, plan.level)?.text}
          </p>
          <Field label="Scorecards due (optional)" id="due" error={dueError}>
            <input
              id="due"
              type="date"
              min="1970-01-01"
              max="9998-12-31"
              className={styles.due}
              aria-invalid={dueError !== undefined}
              aria-describedby="due-error due-over"
              {...register("due", {
                validate: (value) =>
                  value === "" || isTime(dueAtOf(value)) || "Enter a year from 1970 to 9998.",
              })}
            />
            {isOver(plan.due, app.clock.now()) && (
              <p id="due-over" className="small soft">
                This date is in the past.
              </p>
            )}
          </Field>
        </section>
        <section className={styles.part} aria-labelledby="panel-who">
          <h1 id="panel-who">Interviewers</h1>
          <p className="small soft">Add the interviewers. You can set times later.</p>
          <Interviewers
            interviewers={interviewers}
            settled={settled}
            isSettled={isSettled}
            namedOf={namedOf}
            passedOver={passedOver}
            onChange={setInterviewers}
            onPassedOver={setPassedOver}
          />
          <Field label="Your role" id="leadId">
            <select id="leadId" className={styles.lead} disabled={isBegun} {...register("leadId")}>
              <option value="">Lead only</option>
              {interviewers.map(({ id, name }, index) => (
                <option key={id} value={id}>
                  Lead and interviewer: {name.trim() || `interviewer ${index + 1}`}
                </option>
              ))}
            </select>
          </Field>
          {leadIdOf(plan.leadId, interviewers) === null && (
            <Field label="Your name" id="leadName">
              <input
                id="leadName"
                dir="auto"
                maxLength={LONGEST_NAME}
                className={styles.lead}
                {...register("leadName")}
              />
            </Field>
          )}
          <p className="small soft">
            If you also interview, you’ll see the other scorecards after submitting yours.
          </p>
        </section>
        <div className={styles.part}>
          <div className="row">
            <h1 id="panel-what">Who asks what</h1>
            <button
              type="button"
              id="assign-all"
              className="push"
              disabled={interviewers.length === 0}
              onClick={() => setInterviewers(assignAll({ interviewers }, guide, !isAllAssigned).interviewers)}
            >
              {isAllAssigned ? "Unassign all" : "Assign all"}
            </button>
          </div>
          <QuestionMatrix
            guide={guide}
            interviewers={interviewers}
            onAssign={(interviewerId, questionId, isAssigned) =>
              setInterviewers(
                assignQuestion({ interviewers }, guide, interviewerId, questionId, isAssigned).interviewers,
              )
            }
          />
          <PlanCoverage guide={guide} interviewers={interviewers} />
        </div>
        {isDirty && panel && (
          <p className="notice" role="status">
            The plan has unsaved changes. Save them to update the invitations. Anyone who is invited already
            keeps the earlier plan until they open the new invitation.
          </p>
        )}
        {!isDirty && children}
      </main>
    </form>
  );
}

/** @param field a day as a field of a form has it. @returns its end, epoch ms */
function dueAtOf(field: string): number {
  return endOfDay(fieldToTime(`${field}T00:00`)).getTime();
}

/**
 * @param field as for `dueAtOf`; it may be empty or out of range
 * @param now epoch ms
 */
function isOver(field: string, now: number): boolean {
  const at = field === "" ? Number.NaN : dueAtOf(field);
  return isTime(at) && at < now;
}
