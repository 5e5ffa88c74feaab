import { useLiveQuery } from "dexie-react-hooks";
import { personsBy, type Persons } from "../../domain/candidates/nameMerges.ts";
import { readPersons } from "../../storage/candidates/nameMerges.ts";
import { useApp } from "../app/appContext.ts";

const nobodyMerged = personsBy([]);

/** @returns who is who, kept up to date; nobody is merged until it is read */
export function usePersons(): Persons {
  const { database } = useApp();
  return useLiveQuery(() => readPersons(database), [database]) ?? nobodyMerged;
}
