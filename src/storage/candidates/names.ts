import { candidateKey } from "../../domain/candidates/candidateKey.ts";
import { orderPrefix, type Database } from "../database.ts";
import { readPersons } from "./nameMerges.ts";

/** @returns names of candidates that begin with what was typed, of each person one, `most` at most */
export async function findCandidateNames(
  database: Database,
  typed: string,
  most: number,
): Promise<readonly string[]> {
  const { sessions, panels } = database;
  const key = candidateKey(typed);
  if (key === "") return [];
  const [rows, ofPanels, persons] = await Promise.all([
    // Names are told apart only once they are read, and one may have many interviews.
    sessions
      .where("candidateOrder")
      .startsWith(orderPrefix(key))
      .limit(most * 10)
      .toArray(),
    panels
      .filter(({ candidate }) => candidateKey(candidate).startsWith(key))
      .limit(most)
      .toArray(),
    readPersons(database),
  ]);
  const nameByPerson = new Map<string, string>();
  for (const { candidate } of [...ofPanels, ...rows]) {
    nameByPerson.set(persons.of(candidate), persons.shown(candidate));
  }
  return [...nameByPerson.values()].slice(0, most);
}
