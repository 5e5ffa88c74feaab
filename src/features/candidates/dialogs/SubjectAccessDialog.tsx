import { useState, type SubmitEvent } from "react";
import { interviewersIn, type Candidate } from "../../../domain/candidates/candidate.ts";
import { errorToText } from "../../../domain/text/errorText.ts";
import { fileName } from "../../../domain/text/fileName.ts";
import { useApp } from "../../../state/app/appContext.ts";
import { noteExport } from "../../../state/exports/exportLog.ts";
import { candidateToSubjectAccess } from "../../../state/candidates/subjectAccess.ts";
import { downloadText } from "../../../ui/files/download.ts";
import { useOpenDialog } from "../../../ui/page/useOpenDialog.ts";
import { candidateName } from "../../../ui/words/candidateName.ts";
import { PartPicker } from "./PartPicker.tsx";
import styles from "../Candidates.module.css";

interface Props {
  readonly candidate: Candidate;
  readonly onDone: (message: string) => void;
  readonly onClose: () => void;
}

/** Gives a candidate who asks all that is kept, as one file to be read. */
export function SubjectAccessDialog({ candidate, onDone, onClose }: Props) {
  const app = useApp();
  const dialog = useOpenDialog();
  const [leftOutIds, setLeftOutIds] = useState<ReadonlySet<string>>(new Set());
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<string | null>(null);
  const parts = candidate.parts.filter(({ id }) => !leftOutIds.has(id));
  const names = interviewersIn(parts);

  const download = async (event: SubmitEvent) => {
    event.preventDefault();
    if (parts.length === 0) {
      setProblem("Nothing is selected. Check the records to include.");
      return;
    }
    try {
      const hiddenNames = names.filter((name) => hidden.has(name));
      const text = await candidateToSubjectAccess(app, candidate, parts, hiddenNames);
      downloadText(fileName([candidate.name, "access request"], "html"), text, "text/html");
      await noteExport(app, "Access request", {
        sessionIds: parts.flatMap(({ sessions }) => sessions.map(({ id }) => id)),
        panelIds: parts.flatMap(({ panel }) => panel?.id ?? []),
      });
      dialog.current?.close();
      onDone(
        "The file is ready. Read it before you send it: names spelled differently, and people recognisable from what is said, are not redacted.",
      );
    } catch (error) {
      setProblem(`The file was not created. ${errorToText(error)}`);
    }
  };

  return (
    <dialog ref={dialog} aria-labelledby="access-title" className={styles.dialog} onClose={onClose}>
      <form className={styles.content} onSubmit={(event) => void download(event)} noValidate>
        <h2 id="access-title">
          Access request: <bdi>{candidateName(candidate.name)}</bdi>
        </h2>
        <p className="soft">
          A readable file for a candidate who asks for their data: every rating, note, recommendation,
          revision and time, and what the panel agreed and decided. Scorecards that are still encrypted are
          listed, but not opened.
          {candidate.hold && " It says that there is a legal hold, and not why."}
        </p>
        <PartPicker
          legend="People can share a name. Uncheck records that aren’t theirs."
          parts={candidate.parts}
          leftOutIds={leftOutIds}
          onLeaveOut={setLeftOutIds}
        />
        {names.length > 0 && (
          <fieldset className={styles.parts}>
            <legend className="small soft">Redact these people’s names, in notes too</legend>
            {names.map((name) => (
              <label key={name} className={styles.part}>
                <input
                  type="checkbox"
                  checked={hidden.has(name)}
                  onChange={(event) => {
                    const chosen = new Set(hidden);
                    if (event.target.checked) chosen.add(name);
                    else chosen.delete(name);
                    setHidden(chosen);
                  }}
                />
                <bdi>{name}</bdi>
              </label>
            ))}
          </fieldset>
        )}
        {problem !== null && (
          <p className="notice error" role="alert">
            {problem}
          </p>
        )}
        <div className="row">
          <button type="button" className="push" onClick={() => dialog.current?.close()}>
            Cancel
          </button>
          <button type="submit" className="primary">
            Download the file
          </button>
        </div>
      </form>
    </dialog>
  );
}
