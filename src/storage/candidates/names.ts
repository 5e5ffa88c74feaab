import { candidateKey } from "../../domain/candidates/deletion.ts";
import { orderPrefix, type Database } from "../database.ts";

/** @returns names of candidates that begin with what was typed, each once, `most` at most */
export async function findCandidateNames(
  { sessions, panels }: Database,
  typed: string,
  most: number,
): Promise<readonly string[]> {
  const key = candidateKey(typed);
  if (key === "") return [];
  const [rows, ofPanels] = await Promise.all([
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
  ]);
  const byKey = new Map([...ofPanels, ...rows].map(({ candidate }) => [candidateKey(candidate), candidate]));
  return [...byKey.values()].slice(0, most);
}
