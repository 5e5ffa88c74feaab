import { useState } from "react";
import { idsIn, type Candidate } from "../../domain/candidates/candidate.ts";
import { errorToText } from "../../domain/text/errorText.ts";
import { useApp } from "../../state/app/appContext.ts";
import { AUDIT_LOG_FORM, writeCandidateAuditLog } from "../../state/candidates/auditLog.ts";
import { releaseCandidate } from "../../state/candidates/candidates.ts";
import { noteExport } from "../../state/exports/exportLog.ts";
import { downloadText } from "../../ui/files/download.ts";

/** What is asked about in a dialog. */
type Wanted =
  | { readonly kind: "hold" | "access"; readonly candidate: Candidate }
  /** Of one interview or panel only, or of all there is. */
  | { readonly kind: "delete"; readonly candidate: Candidate; readonly onlyId: string | null }
  | { readonly kind: "deleteDue" }
  | null;

/** What is being done with candidates, and what came of it. */
export interface CandidateWork {
  readonly wanted: Wanted;
  readonly want: (wanted: Wanted) => void;
  readonly release: (candidate: Candidate) => void;
  readonly saveLog: (candidate: Candidate) => void;
  readonly message: string | null;
  /** Tells each message from the one before, which may say the same. */
  readonly messageCount: number;
  readonly setMessage: (message: string | null) => void;
  readonly problem: string | null;
}

/** Holds what is being done with candidates on a screen. */
export function useCandidateWork(): CandidateWork {
  const app = useApp();
  const [wanted, want] = useState<Wanted>(null);
  const [said, say] = useState<{ readonly message: string | null; readonly messageCount: number }>({
    message: null,
    messageCount: 0,
  });
  const [problem, setProblem] = useState<string | null>(null);
  const release = async ({ hold }: Candidate) => {
    setProblem(null);
    try {
      if (hold) await releaseCandidate(app, hold.candidateKey);
    } catch (error) {
      setProblem(`The hold was not released. ${errorToText(error)}`);
    }
  };
  const saveLog = async (candidate: Candidate) => {
    setProblem(null);
    try {
      const { name, text } = await writeCandidateAuditLog(app, candidate);
      downloadText(name, text, "text/csv;charset=utf-8");
      const ids = [...idsIn(candidate.parts)];
      const panelIds = candidate.parts.flatMap(({ panel }) => panel?.id ?? []);
      const sessionIds = ids.filter((id) => !panelIds.includes(id));
      await noteExport(app, AUDIT_LOG_FORM, { sessionIds, panelIds });
    } catch (error) {
      setProblem(`The audit log was not created. ${errorToText(error)}`);
    }
  };
  return {
    wanted,
    want,
    release: (candidate) => void release(candidate),
    saveLog: (candidate) => void saveLog(candidate),
    ...said,
    setMessage: (message) => say(({ messageCount }) => ({ message, messageCount: messageCount + 1 })),
    problem,
  };
}
