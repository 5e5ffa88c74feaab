import type { Admission, Admitted } from "../../domain/admission/admission.ts";
import type { Scorecard } from "../../domain/session/scorecard.ts";
import { admitEntries } from "../../storage/admission/entryStore.ts";
import type { AppParts } from "../app/appContext.ts";
import { isShipped } from "../guides/shippedGuides.ts";

/**
 * Brings a session with its guide and revisions into the library, as far as it may come in.
 *
 * @param isWanted what of it somebody said to take, or takes unasked
 * @returns what came of it, and what was here
 * @throws where it can't be stored; nothing was changed then
 */
export async function admitSession(
  { database }: Pick<AppParts, "database">,
  { first: { session, guide, answers }, revisions }: Scorecard,
  isWanted: (admission: Admission) => boolean,
): Promise<Admitted["entries"][number]> {
  const guideId = session.guideId;
  const [, admitted] = await admitEntries(
    database,
    [
      { kind: "guide", value: { id: guideId, guide, previousId: null, lineId: guideId, savedAt: null } },
      { kind: "session", value: { session, answers, revisions } },
    ],
    { candidate: () => true, shippedGuide: isShipped, open: () => Promise.resolve(null) },
    isWanted,
  );
  if (!admitted) throw new Error("The interview was not checked.");
  return admitted;
}
