import type { Candidate } from "../../../domain/candidates/candidate.ts";
import { focusOnMount } from "../../../ui/page/focusOnMount.ts";
import { DeleteDialog } from "./DeleteDialog.tsx";
import { DeleteDueDialog } from "./DeleteDueDialog.tsx";
import { HoldDialog } from "./HoldDialog.tsx";
import { SubjectAccessDialog } from "./SubjectAccessDialog.tsx";
import type { CandidateWork } from "../useCandidateWork.ts";

interface Props {
  readonly work: CandidateWork;
  readonly months: number;
  /** Who is due and on no hold; none where that is not offered. */
  readonly due?: readonly Candidate[];
  readonly heldCount?: number;
}

const nobody: readonly Candidate[] = [];

/** Asks what has to be known before something is done. */
export function CandidateDialogs({ work, months, due = nobody, heldCount = 0 }: Props) {
  const { wanted, want, setMessage } = work;
  const close = () => want(null);
  return (
    <>
      {wanted?.kind === "delete" && (
        <DeleteDialog
          candidate={wanted.candidate}
          onlyId={wanted.onlyId}
          months={months}
          onDone={setMessage}
          onClose={close}
        />
      )}
      {wanted?.kind === "access" && (
        <SubjectAccessDialog candidate={wanted.candidate} onDone={setMessage} onClose={close} />
      )}
      {wanted?.kind === "hold" && <HoldDialog candidate={wanted.candidate} onClose={close} />}
      {wanted?.kind === "deleteDue" && (
        <DeleteDueDialog due={due} heldCount={heldCount} onDone={setMessage} onClose={close} />
      )}
    </>
  );
}

/** What came of what was done. */
export function CandidateNotices({ work }: { readonly work: CandidateWork }) {
  const { problem, message } = work;
  return (
    <>
      {problem !== null && (
        <p className="notice error" role="alert">
          {problem}
        </p>
      )}
      {message !== null && <Message work={work} />}
    </>
  );
}

function Message({ work: { message, messageCount, setMessage } }: { readonly work: CandidateWork }) {
  return (
    <p className="notice good row" role="status">
      <span>{message}</span>
      {/* The button that was pressed went with its row, also where another message is here already. */}
      <button
        key={messageCount}
        type="button"
        className="push"
        ref={focusOnMount}
        onClick={() => setMessage(null)}
      >
        Dismiss
      </button>
    </p>
  );
}
