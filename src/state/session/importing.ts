import type { Admission, Asked, Whose } from "../../domain/admission/admission.ts";
import type { Revision } from "../../domain/session/scorecard.ts";
import type { WholeSession } from "../../domain/session/wholeSession.ts";
import type { Decoded } from "../../interchange/files/decoding.ts";
import type { Appointment } from "../../interchange/formats/calendar.ts";
import { dropLeftSessions } from "../../storage/leftBehind.ts";
import { loadWholeSession } from "../../storage/session/sessions.ts";
import type { AppParts } from "../app/appContext.ts";
import { whileNobodyWrites } from "../documents/documentLock.ts";
import type { FoundGuide } from "../guides/guides.ts";

// Each is loaded when a file asks for it.
const loadDecoding = () => import("../../interchange/files/decoding.ts");
const loadAdmission = () => import("./admitSession.ts");
const loadGuideFiles = () => import("../../interchange/formats/guideFile.ts");

/** How the interview in a file stands to what is here. */
export type FoundSession =
  /** "older": what is here holds all of it, and more. */
  | (InFile & { readonly kind: "same" | "older" })
  /** "new": it is not here, and nothing was written; "added": it was not here, and is now. */
  | (InFile & { readonly kind: "new" | "added" })
  /** A submitted scorecard is here, and the file has revisions of it that are not: nothing was written. */
  | (InFile & { readonly kind: "revision"; readonly asked: Asked })
  /** A session of this id is here with other content; nothing was written. */
  | (InFile & {
      readonly kind: "conflict";
      readonly here: Whose;
      readonly incoming: Whose;
      /** False where what is here is submitted or live: it is never replaced. */
      readonly canReplace: boolean;
      /** Whether what is here was handed over, and the file has all of it and more. */
      readonly comesBack: boolean;
    });

export interface InFile {
  readonly whole: WholeSession;
  readonly revisions: readonly Revision[];
}

/** An invitation to a panel: its own screen shows what it comes to. */
export interface FoundInvitation {
  readonly kind: "invitation";
  /** What follows "#/invitation/". */
  readonly linkPart: string;
}

/** The appointments of a calendar: one of them is planned when somebody says so. */
export interface FoundAppointments {
  readonly kind: "appointments";
  readonly appointments: readonly Appointment[];
}

export type Found = FoundSession | FoundGuide | FoundInvitation | FoundAppointments;

/** Reads a file and says how what is in it stands to what is here. Nothing is written. */
export async function examineFile(app: AppParts, file: File): Promise<Decoded<Found>> {
  const [{ openFile }, { isGuideFile }, { wrongPlaceMessages }, { refuse }] = await Promise.all([
    import("../../interchange/files/openFile.ts"),
    loadGuideFiles(),
    import("../../interchange/files/fileFormats.ts"),
    loadDecoding(),
  ]);
  const opened = await openFile(file);
  if (!opened.ok) return opened;
  if (opened.value.kind === "calendar") return findAppointments(opened.value.text);
  if (opened.value.kind !== "json") return refuse("", wrongPlaceMessages[opened.value.kind]);
  const { text, value } = opened.value;
  if (isGuideFile(value)) return findGuide(app, value);
  const found = await readSession(app, value, () => false);
  const isOther = !found.ok && ["", "format"].includes(found.errors[0]?.path ?? "");
  return (isOther && (await findInvitation(text, value))) || found;
}

async function findAppointments(text: string): Promise<Decoded<FoundAppointments>> {
  const { decodeCalendar } = await import("../../interchange/formats/calendar.ts");
  const decoded = decodeCalendar(text);
  return decoded.ok ? { ok: true, value: { kind: "appointments", appointments: decoded.value } } : decoded;
}

/** @returns null for any other file */
async function findInvitation(text: string, value: unknown): Promise<Decoded<FoundInvitation> | null> {
  const invitations = await import("../../interchange/formats/invitationFile.ts");
  if (!invitations.isInvitationFile(value)) return null;
  return { ok: true, value: { kind: "invitation", linkPart: await invitations.invitationToLinkPart(text) } };
}

async function findGuide(app: AppParts, file: unknown): Promise<Decoded<FoundGuide>> {
  const [{ decodeGuide }, { examineGuide }] = await Promise.all([
    loadGuideFiles(),
    import("../guides/guides.ts"),
  ]);
  const decoded = decodeGuide(file);
  return decoded.ok ? { ok: true, value: await examineGuide(app, decoded.value) } : decoded;
}

const isNew = ({ kind }: Admission) => kind === "new";

/** Reads the sample into the database. @returns the id of the interview */
export async function importSample(app: AppParts): Promise<string> {
  const { default: sample } = await import("../../../data/samples/session.json");
  const found = await readSession(app, sample, isNew);
  if (!found.ok) throw new Error("The sample can’t be read.");
  return found.value.whole.session.id;
}

/** @param isWanted what of it is written at once */
async function readSession(
  app: AppParts,
  file: unknown,
  isWanted: (admission: Admission) => boolean,
): Promise<Decoded<FoundSession>> {
  const { decodeSession } = await import("../../interchange/formats/sessionFile.ts");
  const decoded = await decodeSession(file);
  if (!decoded.ok) return decoded;
  const { first: whole, revisions } = decoded.value;
  return admitFound(app, { whole, revisions }, isWanted);
}

/**
 * Takes in an interview that `examineFile` found to be new.
 *
 * @returns how it stands to what is here by now: "added" where it came in
 */
export function importNew(app: AppParts, { whole, revisions }: InFile): Promise<Decoded<FoundSession>> {
  return admitFound(app, { whole, revisions }, isNew);
}

async function admitFound(
  app: AppParts,
  inFile: InFile,
  isWanted: (admission: Admission) => boolean,
): Promise<Decoded<FoundSession>> {
  const [{ refuse }, { admitSession }, { refusalToText }, { whoseSession }] = await Promise.all([
    loadDecoding(),
    loadAdmission(),
    import("./refusalMessage.ts"),
    import("../../domain/admission/admission.ts"),
  ]);
  const { whole, revisions } = inFile;
  const { admission, here } = await admitSession(app, { first: whole, revisions }, isWanted);
  const said = (value: FoundSession): Decoded<FoundSession> => ({ ok: true, value });
  if (admission.kind === "refused") return refuse("", refusalToText(admission, whole.session.interviewer));
  if (admission.kind === "new") {
    if (!isWanted(admission)) return said({ ...inFile, kind: "new" });
    dropLeftSessions([whole.session.id]);
    return said({ ...inFile, kind: "added" });
  }
  if (admission.kind === "same" || here?.kind !== "session") {
    return said({ ...inFile, kind: admission.kind === "same" && admission.isOlder ? "older" : "same" });
  }
  if (admission.kind === "newer" && admission.asked !== null && admission.asked !== "lead") {
    return said({ ...inFile, kind: "revision", asked: admission.asked });
  }
  return said({
    ...inFile,
    kind: "conflict",
    here: whoseSession(here.value),
    incoming: whoseSession({ ...whole, revisions }),
    canReplace: admission.entry !== null,
    comesBack: admission.kind === "newer" && here.value.session.handedOverAt !== undefined,
  });
}

export type Taken = "done" | "open" | "final";

/**
 * Takes from a file what waited for somebody to say so: revisions of a scorecard, or the file's session in place of the
 * one here.
 *
 * @returns "open" where another tab has that session open, "final" where what is here is submitted or live by now; nothing
 * was done then
 * @throws where there is a hold on the candidate of what would be replaced, but for an interview that comes back
 */
export async function takeImported(app: AppParts, { whole, revisions }: InFile): Promise<Taken> {
  const { id } = whole.session;
  const { admitSession } = await loadAdmission();
  const admitted = (isWanted: (admission: Admission) => boolean) =>
    admitSession(app, { first: whole, revisions }, isWanted);
  const result = await whileNobodyWrites([id], async () => {
    const known = await loadWholeSession(app.database, id);
    if (!known || known.session.status === "submitted") return admitted(() => true);
    const { refuseHeld, refuseHeldRename } = await import("../../storage/candidates/holds.ts");
    if (known.session.handedOverAt !== undefined) {
      // What comes back has all that is here: only another name could take it from under the hold.
      await refuseHeldRename(app.database, known.session.candidate, whole.session.candidate);
      const back = await admitted(({ kind }) => kind === "newer");
      if (back.admission.kind === "newer") return back;
    }
    await refuseHeld(app.database, [known.session.candidate]);
    return admitted(() => true);
  });
  if ("open" in result) return "open";
  const { admission } = result.done;
  const isDone = admission.kind !== "refused" && (admission.kind !== "conflict" || admission.entry !== null);
  if (isDone) dropLeftSessions([id]);
  return isDone ? "done" : "final";
}
