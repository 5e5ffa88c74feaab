import { useLiveQuery } from "dexie-react-hooks";
import type { Guide } from "../../domain/guides/guide.ts";
import type { Session, SessionPlan } from "../../domain/session/session.ts";
import type { WholeSession } from "../../domain/session/wholeSession.ts";
import type { Appointment } from "../../interchange/formats/calendar.ts";
import {
  countInterviews,
  loadSession,
  loadWholeSession,
  putWholeSessions,
  readSetting,
  savePlan,
} from "../../storage/session/sessions.ts";
import { useApp, type AppParts } from "../app/appContext.ts";
import { readUnlessFirst } from "../app/firstVisit.ts";
import { whileNobodyWrites } from "../documents/documentLock.ts";

/** How long interviews usually are, in minutes. */
export const usualSlots: readonly number[] = [30, 45, 60, 90];

const MINUTE_MS = 60_000;
/** In whichever time zone: all are whole quarters apart. */
const QUARTER_MS = 15 * MINUTE_MS;

/**
 * @param now epoch ms
 * @returns when an interview begins that is planned now, and for no time yet: at the next quarter of an hour, or the one that has just begun
 */
export function soonAfter(now: number): number {
  return Math.round((now + 7 * MINUTE_MS) / QUARTER_MS) * QUARTER_MS;
}

let chosen: Appointment | null = null;

/** Hands an appointment to the next plan. It is not stored: what comes of it is the plan. */
export function planAppointment(appointment: Appointment): void {
  chosen = appointment;
}

/** @returns the appointment that is to be planned, once; null where there is none */
export function takeAppointment(): Appointment | null {
  const taken = chosen;
  chosen = null;
  return taken;
}

/**
 * @param from epoch ms
 * @param until epoch ms; none of it counts
 * @returns how many other sessions the interviewer has between those times, kept up to date
 */
export function useInterviewCount(
  interviewer: string,
  from: number,
  until: number,
  exceptId: string | null,
): number {
  const { database } = useApp();
  return (
    useLiveQuery(
      () => countInterviews(database, interviewer, from, until, exceptId),
      [database, interviewer, from, until, exceptId],
    ) ?? 0
  );
}

/** @returns the session as it is stored now, kept up to date; null where it is not here, undefined until it is read and for no id */
export function useStoredSession(id: string | null): Session | null | undefined {
  const { database } = useApp();
  return useLiveQuery(
    async () => (id === null ? undefined : ((await loadSession(database, id)) ?? null)),
    [database, id],
  );
}

/** @returns the whole session as it is now, or undefined */
export function readWholeSession({ database }: AppParts, id: string): Promise<WholeSession | undefined> {
  return loadWholeSession(database, id);
}

/** @returns the interviewer's name, or the id of the guide version, of the last plan made here; an empty string where there is none */
export async function readLast(app: AppParts, key: "interviewer" | "guideId"): Promise<string> {
  const last = await readUnlessFirst(app, () => readSetting(app.database, key), undefined);
  return typeof last === "string" ? last : "";
}

/**
 * Stores a plan under that id, or changes one that is still planned, and remembers its interviewer and guide.
 *
 * @throws where the interview has begun or was deleted
 */
export function savePlanned(
  { database, clock }: AppParts,
  id: string,
  plan: SessionPlan,
  guide: Guide,
): Promise<void> {
  return savePlan(database, id, plan, guide, clock.now());
}

/**
 * Takes a planned session live.
 *
 * @throws where it is open in another tab, or can't be written; it is a plan then as before
 */
export async function startPlanned(app: AppParts, id: string): Promise<void> {
  // The first screen starts nothing.
  const { startSession } = await import("../../domain/session/call.ts");
  const result = await whileNobodyWrites([id], async () => {
    const whole = await loadWholeSession(app.database, id);
    if (whole?.session.status === "planned")
      await putWholeSessions(app.database, [startSession(whole, app.clock.now())]);
  });
  if (!("open" in result)) return;
  const elsewhere = await loadWholeSession(app.database, id);
  if (elsewhere?.session.status === "planned")
    throw new Error("It is open in another tab. Close it there, then start it here.");
}
