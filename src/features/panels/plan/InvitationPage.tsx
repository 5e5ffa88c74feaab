import { useEffect, useState } from "react";
import { Link, useLocation } from "wouter";
import { errorToText } from "../../../domain/text/errorText.ts";
import { invitedMinutes } from "../../../domain/panels/panel.ts";
import { levelWords, type Guide } from "../../../domain/guides/guide.ts";
import { isByFolder } from "../../../domain/team/teamWay.ts";
import { capitalised } from "../../../domain/text/capitalised.ts";
import { isolated } from "../../../domain/text/isolated.ts";
import type { Decoded, FileError } from "../../../interchange/files/decoding.ts";
import { openJsonFile } from "../../../interchange/files/openFile.ts";
import {
  decodeInvitation,
  decodeInvitationLink,
  type InvitationWithGuide,
} from "../../../interchange/formats/invitationFile.ts";
import { useApp, type AppParts } from "../../../state/app/appContext.ts";
import {
  acceptInvitation,
  examineInvitation,
  joinAfterwards,
  planAsInvited,
  type InvitationHere,
} from "../../../state/panels/invitations.ts";
import { soonAfter, usualSlots } from "../../../state/session/planning.ts";
import { useFolderName } from "../../../state/team/sharedFolders.ts";
import { canPickFolder, NO_FOLDERS, pickFolder } from "../../../ui/files/folderPicker.ts";
import { planAddress, sessionAddress } from "../../../ui/page/addresses.ts";
import { focusAfter } from "../../../ui/page/focusAfter.ts";
import { ScreenHead } from "../../../ui/head/ScreenHead.tsx";
import { FileDrop } from "../../../ui/parts/FileDrop.tsx";
import { dayToText, minutesToText, timeToText } from "../../../ui/words/dates.ts";
import styles from "./InvitationPage.module.css";

interface Props {
  /** What follows "#/invitation/" in a link; null where a file is to be opened. */
  readonly linkPart: string | null;
}

type Opened =
  | { readonly kind: "refused"; readonly errors: readonly FileError[] }
  | { readonly kind: "open"; readonly invitation: InvitationWithGuide; readonly here: InvitationHere };

/** Shows what an invitation to a panel comes to, and plans its session. */
export function InvitationPage({ linkPart }: Props) {
  const app = useApp();
  const [opened, setOpened] = useState<Opened>();

  useEffect(() => {
    let isLeft = false;
    const open = async (part: string) => {
      const result = await examine(app, decodeInvitationLink(part));
      if (!isLeft) setOpened(result);
    };
    if (linkPart !== null) void open(linkPart);
    return () => {
      isLeft = true;
    };
  }, [app, linkPart]);

  const openFile = async (file: File) => {
    const result = await examine(app, decodeFile(file));
    // The button goes where it is one.
    focusAfter(
      () => setOpened(result),
      () => document.querySelector<HTMLElement>("main h1"),
    );
  };

  if (linkPart !== null && opened === undefined) return null;
  return (
    <>
      <ScreenHead back={{ href: "/", to: "interviews" }} title="Invitation to a panel" />
      <main className={`page ${styles.page}`}>
        {opened?.kind === "open" ? (
          <Invited invitation={opened.invitation} here={opened.here} />
        ) : (
          <>
            {opened ? (
              <div role="alert" className={styles.part}>
                <h1 tabIndex={-1}>This invitation can’t be opened</h1>
                <p>Nothing was changed.</p>
                <ul className={styles.errors}>
                  {opened.errors.map(({ path, message }) => (
                    <li key={`${path} ${message}`}>
                      {path !== "" && <code>{path}: </code>}
                      {message}
                    </li>
                  ))}
                </ul>
              </div>
            ) : (
              <h1>Open an invitation</h1>
            )}
            <p>
              {opened
                ? "If the panel’s lead sent you a file, open it here."
                : "An invitation is a link or a file that the panel’s lead sends you. Click the link, or open the file here."}
            </p>
            <FileDrop
              choose="Choose the invitation…"
              accept=".json,application/json"
              testId="invitation-file"
              onFiles={([file]) => {
                if (file) void openFile(file);
              }}
            >
              Drop an invitation file here
            </FileDrop>
          </>
        )}
      </main>
    </>
  );
}

async function decodeFile(file: File): Promise<Decoded<InvitationWithGuide>> {
  const json = await openJsonFile(file);
  return json.ok ? decodeInvitation(json.value) : json;
}

async function examine(app: AppParts, decoding: Promise<Decoded<InvitationWithGuide>>): Promise<Opened> {
  try {
    const decoded = await decoding;
    if (!decoded.ok) return { kind: "refused", errors: decoded.errors };
    return { kind: "open", invitation: decoded.value, here: await examineInvitation(app, decoded.value) };
  } catch (error) {
    return { kind: "refused", errors: [{ path: "", message: errorToText(error) }] };
  }
}

interface JoinProps {
  readonly invitation: InvitationWithGuide;
  readonly onProblem: (problem: string) => void;
}

/** For an invitation that was accepted before its panel had a team. */
function JoinAfterwards({ invitation, onProblem }: JoinProps) {
  const app = useApp();
  const [hasJoined, setJoined] = useState(false);
  const way =
    invitation.team && isByFolder(invitation.team) ? "a folder that your team shares" : "your team’s server";

  const join = () => {
    joinAfterwards(app, invitation)
      .then(() => setJoined(true))
      .catch((error: unknown) =>
        onProblem(`This browser can’t send your scorecard automatically. ${errorToText(error)}`),
      );
  };

  if (hasJoined) {
    return (
      <p className="notice good" role="status">
        Once you submit your scorecard, it goes to the lead automatically, through {way}.
      </p>
    );
  }
  return (
    <p className="notice row">
      <span>Scorecards of this panel can go to the lead automatically now, through {way}.</span>
      <button type="button" className="push" onClick={join}>
        Send my scorecard that way
      </button>
    </p>
  );
}

const noGuideWords =
  "This panel’s guide comes with another version of the app. Update the app, or ask the panel’s lead to update theirs and send the invitation again.";

interface ChangedProps extends JoinProps {
  readonly here: Extract<InvitationHere, { readonly kind: "accepted" }>;
}

/** For an invitation that says otherwise than the interview is planned: the lead has changed it, or the interviewer has. */
function ChangedInvitation({ invitation, here, onProblem }: ChangedProps) {
  const app = useApp();
  const [isUpdated, setUpdated] = useState(false);
  const { sessionId, changes, replan } = here;
  const parts = new Intl.ListFormat("en").format(changes);

  const update = (from: Guide) => {
    planAsInvited(app, sessionId, invitation, from)
      .then(() =>
        // The button goes.
        focusAfter(
          () => setUpdated(true),
          () => document.querySelector<HTMLElement>("#to-interview"),
        ),
      )
      .catch((error: unknown) => onProblem(`Your plan was not updated. ${errorToText(error)}`));
  };

  if (isUpdated)
    return (
      <p className="notice good" role="status">
        Your plan now matches this invitation.
      </p>
    );
  return (
    <p className="notice row">
      <span>
        Your plan differs from this invitation in: {parts}.
        {replan === "begun" && " Your interview has started, so its plan stays as it is."}
        {replan === "noGuide" && ` ${noGuideWords}`}
      </span>
      {typeof replan === "object" && (
        <button type="button" className="push" onClick={() => update(replan)}>
          Update my plan
        </button>
      )}
    </p>
  );
}

interface InvitedProps {
  readonly invitation: InvitationWithGuide;
  readonly here: InvitationHere;
}

function Invited({ invitation, here }: InvitedProps) {
  const app = useApp();
  const now = app.clock.now();
  const [, navigate] = useLocation();
  const [problem, setProblem] = useState<string | null>(null);
  const [folder, setFolder] = useState<FileSystemDirectoryHandle | null>(null);
  const knownFolder = useFolderName();
  const { candidate, role, level, remote, interviewer, questionIds, publicKey } = invitation.invitation;
  const { lead, isLead, dueAt, scheduledAt } = invitation.invitation;
  const guide = here.kind === "new" ? here.guide : null;
  const questions = questionIds.flatMap((id) => guide?.questions.find((one) => one.id === id) ?? []);
  const minutes = guide ? invitedMinutes(guide, questionIds) : 0;

  const accept = async () => {
    if (!guide) return;
    try {
      const when = {
        scheduledAt: scheduledAt ?? soonAfter(app.clock.now()),
        slotMinutes: usualSlots.find((slot) => slot >= minutes) ?? Math.ceil(minutes),
      };
      const id = await acceptInvitation(app, invitation, guide, when, folder ?? undefined);
      // Its address holds the whole invitation, with the candidate's name: one can't go back to it.
      navigate(planAddress(id), { replace: true });
    } catch (error) {
      setProblem(`The interview was not planned. ${errorToText(error)}`);
    }
  };

  const pick = async () => {
    try {
      const picked = await pickFolder("team");
      if (picked) setFolder(picked);
    } catch (error) {
      setProblem(`The folder can’t be used. ${errorToText(error)}`);
    }
  };

  if (knownFolder === undefined) return null;
  const { team } = invitation;
  const folderName = folder?.name ?? knownFolder;
  return (
    <>
      <div className={styles.part}>
        <h1 dir="auto" tabIndex={-1}>
          {candidate}
        </h1>
        <p>
          <bdi>{role}</bdi>, {levelWords[level]}
          {remote ? ", remote" : ""} · you are invited to interview as <b dir="auto">{interviewer}</b>
        </p>
        {(lead !== undefined || dueAt !== undefined || scheduledAt !== undefined) && (
          <p>
            {capitalised(
              [
                lead === undefined || isLead ? "" : `led by ${isolated(lead)}`,
                scheduledAt === undefined ? "" : `interview planned for ${timeToText(scheduledAt, now)}`,
                dueAt === undefined ? "" : `scorecard due ${dayToText(dueAt, now)}`,
              ]
                .filter((part) => part !== "")
                .join(" · "),
            )}
          </p>
        )}
      </div>
      {problem !== null && (
        <p className="notice error" role="alert">
          {problem}
        </p>
      )}
      {here.kind === "noGuide" && (
        <p className="notice error" role="alert">
          {noGuideWords} Nothing was changed.
        </p>
      )}
      {here.kind === "deleted" && (
        <p className="notice error" role="alert">
          {here.message} Nothing was changed.
        </p>
      )}
      {here.kind === "accepted" && (
        <>
          <p className="notice" role="status">
            You have already accepted this invitation on this device.
          </p>
          {here.changes.length > 0 && (
            <ChangedInvitation invitation={invitation} here={here} onProblem={setProblem} />
          )}
          {here.isTeamNew && <JoinAfterwards invitation={invitation} onProblem={setProblem} />}
        </>
      )}
      {here.kind === "otherKey" && (
        <p className="notice error" role="alert">
          You accepted an invitation to this panel with another key, so this one was changed, or isn’t from
          its lead. Nothing was changed. Ask the panel’s lead whether they sent it.
        </p>
      )}
      {"sessionId" in here && (
        <p>
          <Link id="to-interview" href={sessionAddress(here.sessionId)} className="button primary" replace>
            Go to the interview
          </Link>
        </p>
      )}
      {here.kind === "new" && here.others.length > 0 && (
        <p className="notice">
          This device already has an interview in this panel, planned for{" "}
          <bdi>{new Intl.ListFormat("en").format(here.others)}</bdi>. Check that this invitation is for you.
        </p>
      )}
      {guide && (
        <>
          <section className={styles.part}>
            <h2>Your questions</h2>
            <ol className={`card ${styles.questions}`}>
              {questions.map((question) => (
                <li key={question.id}>
                  <b dir="auto">{question.title}</b>{" "}
                  <span className="small soft">{minutesToText(question.plannedMinutes)}</span>
                  <p className="small" dir="auto">
                    {question.text}
                  </p>
                </li>
              ))}
              {questions.length === 0 && <li className="soft">No questions yet. Choose them in the plan.</li>}
            </ol>
            <p className="small soft">
              From the guide <bdi>{guide.title}</bdi> · {minutesToText(minutes)} in total
            </p>
          </section>
          <section className={styles.part}>
            <h2>What happens next</h2>
            <ul className={styles.list}>
              <li>
                {questions.length === 0
                  ? "An interview is planned on this device. You choose its questions next, "
                  : "An interview with these questions is planned on this device. You "}
                {questions.length === 0 && (scheduledAt === undefined ? "and " : "and you ")}
                {scheduledAt === undefined ? "set its time next." : "can change its time next."}
              </li>
              <li>
                {team || isLead
                  ? "Your notes and ratings stay here until you submit."
                  : "Your notes and ratings stay here until you submit and send them yourself."}
              </li>
              <li>
                {isLead
                  ? "After submitting, your scorecard is in the panel if you lead it on this device."
                  : team
                    ? "After you submit it, your scorecard goes to the panel’s lead automatically, encrypted. Only the lead can open it."
                    : publicKey === null
                      ? "After submitting, export the scorecard and send it to the panel’s lead."
                      : "After submitting, download an encrypted file and send it to the panel’s lead. Only the lead can open it."}
              </li>
              <li>Until you submit, no other scorecard for this candidate can be read on this device.</li>
            </ul>
          </section>
          {team && isByFolder(team) && !isLead && (
            <section className={styles.part}>
              <h2>Your team’s shared folder</h2>
              {folderName === null ? (
                <p>
                  Your scorecard goes through it to the panel’s lead.{" "}
                  {canPickFolder() ? "Pick it now, or later under Panels." : NO_FOLDERS}
                </p>
              ) : (
                <p>
                  Your scorecard goes through the folder “<bdi>{folderName}</bdi>”.
                </p>
              )}
              {canPickFolder() && (
                <p>
                  <button type="button" onClick={() => void pick()}>
                    {folderName === null ? "Pick the folder…" : "Pick another folder…"}
                  </button>
                </p>
              )}
            </section>
          )}
          <p>
            <button type="button" className="primary" onClick={() => void accept()}>
              Plan your interview
            </button>
          </p>
        </>
      )}
    </>
  );
}
