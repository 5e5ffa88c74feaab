import { textToTokens } from "../text/tokens.ts";

/**
 * @returns what one candidate's name has in common however it is typed: its words in lower case, without what stands
 * between them
 */
export function candidateKey(name: string): string {
  const text = name.normalize("NFKC");
  return textToTokens(text).join(" ") || text.trim();
}
