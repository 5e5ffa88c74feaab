import type { Guide } from "../../domain/guides/guide.ts";
import { invitedChanges } from "../../domain/panels/invitedChanges.ts";
import { planInvited, type Invitation, type Panel } from "../../domain/panels/panel.ts";
import type { Session, SessionPlan } from "../../domain/session/session.ts";
import {
  encodeInvitationFile,
  invitationToLinkPart,
  LONGEST_LINK,
  type InvitationWithGuide,
} from "../../interchange/formats/invitationFile.ts";
import type { InvitedTeam } from "../../domain/team/message.ts";
import { changePanel, findInvitedSessions, readPanelKey } from "../../storage/panels/panels.ts";
import { loadWholeSession, savePlan } from "../../storage/session/sessions.ts";
import type { PickedFolder } from "../../storage/pickedFolder.ts";
import { hasTeam } from "../../storage/team/teamPresence.ts";
import type { AppParts } from "../app/appContext.ts";
import { deletedMessage } from "../candidates/tombstoneMessage.ts";
import { noteExport } from "../exports/exportLog.ts";
import { loadGuideVersion } from "../guides/guideVersions.ts";
import { isShipped } from "../guides/shippedGuides.ts";
import { admitSession } from "../session/admitSession.ts";
import { refusalToText } from "../session/refusalMessage.ts";

/** How one interviewer is invited. */
export interface InvitationTexts {
  readonly fileText: string;
  /** What follows "#/invitation/". */
  readonly linkPart: string;
  /** Longer than mail programs and chats carry: the file is to be sent. */
  readonly isLinkTooLong: boolean;
}

/** @param addressLength the characters that stand before the link's own part */
export async function invite(
  app: AppParts,
  invitation: Invitation,
  guide: Guide,
  addressLength: number,
): Promise<InvitationTexts> {
  const { database, clock, appName } = app;
  const { panelId, interviewerId } = invitation;
  // A browser that can't sign invites by file, as without a team.
  const team = (await hasTeam(database))
    ? await teamFor(app, panelId, interviewerId).catch(() => null)
    : null;
  const fileText = encodeInvitationFile(
    {
      invitation,
      ...(team && { team }),
      // The app of the invited one has it too.
      guide: isShipped(invitation.guideId) ? null : guide,
    },
    clock.now(),
    appName,
  );
  const linkPart = await invitationToLinkPart(fileText);
  return { fileText, linkPart, isLinkTooLong: addressLength + linkPart.length > LONGEST_LINK };
}

/**
 * Writes down that an invitation went to an interviewer of the panel, who is waited for from then on.
 *
 * @param form what went, as the list of exports names it
 */
export async function noteInvited(
  app: AppParts,
  form: string,
  panelId: string,
  interviewerId: string,
): Promise<void> {
  const { database, clock } = app;
  await noteExport(app, form, { panelIds: [panelId] });
  const now = clock.now();
  const note = (panel: Panel): Panel => ({
    ...panel,
    invitedAtById: { ...panel.invitedAtById, [interviewerId]: now },
  });
  await changePanel(database, panelId, note, null, now);
}

/** What an invitation comes to on this device. */
export type InvitationHere =
  /** It can be accepted. */
  | {
      readonly kind: "new";
      readonly guide: Guide;
      /** Whose interviews of the same panel are here: one of two invitations may have gone to the wrong person. */
      readonly others: readonly string[];
    }
  /** It was accepted before: the session of that id. A team that it has may be new to this device. */
  | {
      readonly kind: "accepted";
      readonly sessionId: string;
      readonly isTeamNew: boolean;
      /** What the interview has otherwise than this invitation, by name. */
      readonly changes: readonly string[];
      /** The guide to plan it anew with, or why it can't be. */
      readonly replan: Guide | "begun" | "noGuide";
    }
  /** It was accepted before with another key. A panel keeps its key: somebody else's would be able to open the scorecard. */
  | { readonly kind: "otherKey"; readonly sessionId: string }
  /** Its guide comes with another version of the app. */
  | { readonly kind: "noGuide" }
  /** Its panel was deleted here with its candidate. */
  | { readonly kind: "deleted"; readonly message: string };

/** @returns what comes of an invitation here; nothing is stored */
export async function examineInvitation(
  app: AppParts,
  { invitation, guide, team }: InvitationWithGuide,
): Promise<InvitationHere> {
  const message = await deletedMessage(app, [invitation.panelId]);
  if (message !== null) return { kind: "deleted", message };
  const known = async () => guide ?? (await guideHere(app, invitation.guideId));
  const { own, others } = await findInvitedSessions(app.database, invitation);
  if (own && own.panel?.publicKey !== invitation.publicKey) return { kind: "otherKey", sessionId: own.id };
  if (own) {
    const isTeamNew = team !== undefined && !(await isInTeam(app, invitation));
    const changes = invitedChanges(own, invitation);
    const replan = own.status === "planned" ? ((await known()) ?? "noGuide") : "begun";
    return { kind: "accepted", sessionId: own.id, isTeamNew, changes, replan };
  }
  const here = await known();
  if (!here) return { kind: "noGuide" };
  return { kind: "new", guide: here, others: others.map(({ interviewer }) => interviewer) };
}

async function guideHere(app: AppParts, id: string): Promise<Guide | null> {
  try {
    return (await loadGuideVersion(app, id)).guide;
  } catch {
    return null;
  }
}

/**
 * Plans the session of an invitation, once: where it was accepted before, or is in another tab, that session stays.
 *
 * @param folder what the team shares, where the invitation says that the panel goes through one, and it was picked
 * @returns the id of the session
 * @throws where the panel was deleted here with its candidate
 */
export async function acceptInvitation(
  app: AppParts,
  { invitation, team }: InvitationWithGuide,
  guide: Guide,
  when: Pick<SessionPlan, "scheduledAt" | "slotMinutes">,
  folder?: PickedFolder,
): Promise<string> {
  const session = planInvited(app.newId(), invitation, when, app.clock.now());
  const { admission } = await admitSession(
    app,
    { first: { session, guide, answers: {} }, revisions: [] },
    ({ kind }) => kind === "new",
  );
  if (admission.kind === "refused") throw new Error(refusalToText(admission, invitation.interviewer));
  // A browser that can't sign sends its scorecard by hand, as without a team.
  if (team) await join(app, invitation, team, folder).catch(() => {});
  return (await findInvitedSessions(app.database, invitation)).own?.id ?? session.id;
}

/**
 * Plans an interview anew as an invitation has it. Its length, the extra time and the interviewer's name stay, and its time
 * where the invitation leaves that open.
 *
 * @throws where it has begun meanwhile, or the candidate is held and has another name
 */
export async function planAsInvited(
  app: AppParts,
  sessionId: string,
  { invitation }: InvitationWithGuide,
  guide: Guide,
): Promise<void> {
  const { database, clock } = app;
  const whole = await loadWholeSession(database, sessionId);
  if (!whole) throw new Error("The interview is not on this device any more.");
  const { scheduledAt, slotMinutes, timeMultiplier, segments, interviewer } = whole.session;
  const when = { scheduledAt: invitation.scheduledAt ?? scheduledAt, slotMinutes };
  const planned = planInvited(sessionId, invitation, when, clock.now());
  const { candidate, role, level, remote, guideId, questionIds, panel } = planned;
  const plan: SessionPlan & Pick<Session, "panel"> = {
    ...when,
    candidate,
    role,
    level,
    remote,
    guideId,
    questionIds,
    interviewer,
    timeMultiplier,
    ...(segments && { segments }),
    ...(panel && { panel }),
  };
  await savePlan(database, sessionId, plan, guide, clock.now());
}

/** Has the scorecard of an invitation that was accepted before go by the team that it has now. @throws where the browser can't sign */
export async function joinAfterwards(
  app: AppParts,
  { invitation, team }: InvitationWithGuide,
): Promise<void> {
  if (team) await join(app, invitation, team);
}

async function isInTeam(app: AppParts, { panelId, interviewerId }: Invitation): Promise<boolean> {
  if ((await readPanelKey(app.database, panelId)) !== undefined) return true;
  const { hasJoined } = await import("../team/teamLinks.ts");
  return hasJoined(app, panelId, interviewerId);
}

async function teamFor(app: AppParts, panelId: string, seat: string): Promise<InvitedTeam | null> {
  return (await import("../team/teamLinks.ts")).teamForInvitation(app, panelId, seat);
}

/** The seat of a lead on the lead's own device has nothing to send. */
async function join(
  app: AppParts,
  { panelId, interviewerId }: Invitation,
  team: InvitedTeam,
  folder?: PickedFolder,
): Promise<void> {
  if ((await readPanelKey(app.database, panelId)) !== undefined) return;
  const { joinTeam } = await import("../team/teamLinks.ts");
  await joinTeam(app, panelId, interviewerId, team, folder);
}
