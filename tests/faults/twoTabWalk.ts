import { expect } from "@playwright/test";
import fc from "fast-check";
import { say } from "./liveSession.ts";

/** A tab that shows the interview that another one shows too. */
export interface SharedTab {
  /** Begins to type at the end of the first area's note. */
  readonly type: (text: string) => Promise<void>;
  /** Does so while something else is done. */
  readonly typeWhile: (text: string, act: () => Promise<void>) => Promise<void>;
  /** Takes the interview over, and waits until it can be typed in. */
  readonly takeOver: () => Promise<void>;
  readonly reload: () => Promise<void>;
  readonly note: () => Promise<string>;
  readonly canBeTypedIn: () => Promise<boolean>;
  readonly expectSaved: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The title of the test that does so, for each engine alike. */
export const WALK =
  "in two tabs, through many edits, take-overs and reloads, one writes at a time and no letter is lost";

/** What is done next, by how often it is. */
type Step = "type" | "take over" | "take over while it types" | "reload" | "reload the other";
const SEED = 15;
/** A thousand steps are looked at three times each. */
const LOOKS_MS = [20, 50, 100, 250];

/** @param tabs the one that writes, and the one that reads along. @param count how many steps are taken */
export async function expectOneWriter(tabs: readonly [SharedTab, SharedTab], count: number): Promise<void> {
  let [writer, reader] = tabs;
  let text = "";
  const counts: Partial<Record<Step, number>> = {};
  for (const [at, [step, letters]] of stepsOf(SEED, count).entries()) {
    counts[step] = (counts[step] ?? 0) + 1;
    const where = { message: `step ${at}: ${step}`, intervals: LOOKS_MS };
    if (step === "type") {
      await writer.type(letters);
      text += letters;
    } else if (step === "take over") {
      await reader.takeOver();
      [writer, reader] = [reader, writer];
    } else if (step === "take over while it types") {
      await writer.typeWhile(letters, reader.takeOver);
      await expect.poll(writer.canBeTypedIn, where).toBe(false);
      const kept = await writer.note();
      expect(text + letters, where.message).toContain(kept);
      expect(kept.startsWith(text), where.message).toBe(true);
      text = kept;
      [writer, reader] = [reader, writer];
    } else await (step === "reload" ? writer : reader).reload();
    await expect.poll(writer.note, where).toBe(text);
    await expect.poll(writer.canBeTypedIn, where).toBe(true);
    await expect.poll(reader.canBeTypedIn, where).toBe(false);
  }
  await writer.expectSaved();
  await expect.poll(reader.note).toBe(text);
  await writer.close();
  await reader.reload();
  await expect.poll(reader.note).toBe(text);
  say(`two tabs, seed ${SEED}: ${text.length} letters kept; ${JSON.stringify(counts)}`);
}

function stepsOf(seed: number, numRuns: number): readonly (readonly [Step, string])[] {
  const step = fc.oneof(
    { weight: 80, arbitrary: fc.constant<Step>("type") },
    { weight: 8, arbitrary: fc.constant<Step>("take over") },
    { weight: 6, arbitrary: fc.constant<Step>("take over while it types") },
    { weight: 3, arbitrary: fc.constant<Step>("reload") },
    { weight: 3, arbitrary: fc.constant<Step>("reload the other") },
  );
  const letters = fc.stringMatching(/^[a-z ]{0,5}[a-z]$/u);
  return fc.sample(fc.tuple(step, letters), { seed, numRuns });
}
