import { rateArea } from "../../../src/domain/session/answer.ts";
import { changeAnswer, submitSession, type WholeSession } from "../../../src/domain/session/wholeSession.ts";
import { invitationOf, type Panel, type PanelPlan } from "../../../src/domain/panels/panel.ts";
import {
  decodeInvitationFile,
  type InvitationWithGuide,
} from "../../../src/interchange/formats/invitationFile.ts";
import {
  issueLead,
  leadToLinkPart,
  newServerIdentity,
} from "../../../src/interchange/team/serverIdentity.ts";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import { acceptInvitation, invite } from "../../../src/state/panels/invitations.ts";
import { createPanel } from "../../../src/state/panels/panels.ts";
import { leadThroughServer } from "../../../src/state/team/teamLinks.ts";
import { workForTeams } from "../../../src/state/team/teamWork.ts";
import { createDatabase } from "../../../src/storage/database.ts";
import { loadWholeSession, putWholeSessions } from "../../../src/storage/session/sessions.ts";
import { completeInterview, hashGuide, MINUTE, smallGuide, START } from "../../smallInterview.ts";
import type { FakeTeamServer } from "./fakeTeamServer.ts";

export const NOW = START + 60 * MINUTE;

export const plan: PanelPlan = {
  candidate: "Amira Haddad",
  role: "Baker",
  level: "mid",
  remote: false,
  guideId: hashGuide(smallGuide),
  interviewers: [
    { id: "i1", name: "Noor", questionIds: ["failed", "recipe"] },
    { id: "i2", name: "Jo", questionIds: ["failed", "recipe"] },
  ],
  leadId: null,
};

let machines: AppParts[] = [];
let works: { readonly controller: AbortController; readonly done: Promise<void> }[] = [];
let ids = 0;

/** A machine of its own: a database, a clock, ids. */
export function newMachine(): AppParts & { readonly forward: (ms: number) => void } {
  let now = NOW;
  const app = {
    database: createDatabase(`team ${ids++}`),
    clock: { now: () => now++, monotonic: () => 0 },
    newId: () => `id${ids++}`,
    appName: "Test 1",
    forward: (ms: number) => void (now += ms),
  };
  machines.push(app);
  return app;
}

/** Lets a machine work for its teams, until the test is over or what this gives is called. */
export function work(app: AppParts, server: Pick<FakeTeamServer, "connect">): () => Promise<void> {
  const controller = new AbortController();
  const done = workForTeams(app, "ws://team", controller.signal, server.connect);
  works.push({ controller, done });
  return () => {
    controller.abort();
    return done;
  };
}

export async function endMachines(): Promise<void> {
  for (const { controller } of works) controller.abort();
  await Promise.all(works.map(({ done }) => done));
  for (const { database } of machines) database.close();
  works = [];
  machines = [];
}

/** One for all: to make one takes a tenth of a second. */
let serverIdentity: ReturnType<typeof newServerIdentity> | undefined;

/** @returns a panel that is led on that machine through a server */
export async function ledPanel(lead: AppParts, planned = plan): Promise<Panel> {
  serverIdentity ??= newServerIdentity(NOW, 1e9);
  const access = issueLead(serverIdentity, "lead-1", NOW);
  await leadThroughServer(lead, leadToLinkPart(access));
  return createPanel(lead, planned, smallGuide);
}

/** @returns the invitation of an interviewer, as its file says it */
export async function invitationFor(
  lead: AppParts,
  panel: Panel,
  seat: string,
): Promise<InvitationWithGuide> {
  const interviewer = panel.interviewers.find(({ id }) => id === seat)!;
  const { fileText } = await invite(lead, invitationOf(panel, interviewer), smallGuide, 0);
  const decoded = await decodeInvitationFile(fileText);
  if (!decoded.ok) throw new Error(decoded.errors[0]?.message);
  return decoded.value;
}

/** @returns the id of the interview that the machine has in that seat then */
export async function join(lead: AppParts, app: AppParts, panel: Panel, seat: string): Promise<string> {
  const when = { scheduledAt: START, slotMinutes: 60 };
  return acceptInvitation(app, await invitationFor(lead, panel, seat), smallGuide, when);
}

/** Submits the interview of that id, as it would be after the call. @param summary what is said in it */
export async function submit(
  { database }: AppParts,
  id: string,
  summary = "Found the cause.",
): Promise<void> {
  const { session } = (await loadWholeSession(database, id))!;
  const complete = completeInterview(id);
  const { candidate, interviewer, panel } = session;
  const own = { ...complete.session, candidate, interviewer, summary, ...(panel && { panel }) };
  const rated = changeAnswer(
    { ...complete, session: own },
    "failed",
    (answer) => rateArea(answer, "failed.cause", 4),
    START + 10 * MINUTE,
  );
  const submitted: WholeSession = submitSession(rated, START + 12 * MINUTE);
  if (submitted.session.status !== "submitted") throw new Error("Something is missing in the interview.");
  await putWholeSessions(database, [submitted]);
}
