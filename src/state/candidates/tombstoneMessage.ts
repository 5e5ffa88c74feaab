import { DeletedError, refuseDeleted } from "../../storage/candidates/tombstones.ts";
import type { AppParts } from "../app/appContext.ts";

/**
 * @param ids of sessions and panels
 * @returns that one of them was deleted here with its candidate, in words; null where none was
 */
export async function deletedMessage(
  { database }: AppParts,
  ids: readonly (string | undefined)[],
): Promise<string | null> {
  try {
    await refuseDeleted(database, ids);
    return null;
  } catch (error) {
    if (error instanceof DeletedError) return error.message;
    throw error;
  }
}
