import type { CandidateDeletion } from "../../state/candidates/candidates.ts";
import { candidateKey } from "../../domain/candidates/candidateKey.ts";
import { forgetTabDrafts } from "../../ui/page/tabDraft.ts";

/**
 * Forgets what this tab keeps of forms about what was deleted: those that edit a part of it, and those that name somebody
 * of whom nothing is left. Where parts are left, a new plan may be about the other person of that name.
 */
export function forgetDraftsOf(deleted: readonly CandidateDeletion[]): void {
  const ids = new Set(deleted.flatMap(({ parts }) => parts.flatMap(idsOf)));
  const keys = new Set(
    deleted.flatMap(({ candidate, parts }) =>
      parts.length === candidate.parts.length ? [candidate.key] : [],
    ),
  );
  forgetTabDrafts(
    (candidate, key) => keys.has(candidateKey(candidate)) || ids.has(key.slice(key.indexOf(" ") + 1)),
  );
}

function idsOf({ id, sessions }: CandidateDeletion["parts"][number]): readonly string[] {
  return [id, ...sessions.map((session) => session.id)];
}
