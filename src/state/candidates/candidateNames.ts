import { useLiveQuery } from "dexie-react-hooks";
import { findCandidateNames } from "../../storage/candidates/names.ts";
import { useApp } from "../app/appContext.ts";

const MOST_NAMES = 8;

/** @returns names of candidates that begin with what was typed, so that one person does not become two */
export function useCandidateNames(typed: string): readonly string[] {
  const { database } = useApp();
  return useLiveQuery(() => findCandidateNames(database, typed, MOST_NAMES), [database, typed]) ?? [];
}
