import { amountOf } from "../../domain/backups/autoBackups.ts";
import { watchChanges } from "../../storage/writeNotices.ts";
import type { AppParts } from "../app/appContext.ts";
import { makeDueCopy } from "./autoBackups.ts";
import { readCopyState } from "./copyState.ts";
import { noteStored } from "./storedAmount.ts";
import { isAnyStale, markUncopied, readWitness, uncopiedSince } from "./lastKnownAmount.ts";

/** Nobody types meanwhile: reading everything would let a key wait. */
const QUIET_MS = 3000;
/** A change is copied so long after it, and one that follows on and on twice as long. */
const EVERY_MS = 5 * 60_000;

/**
 * Notes how much there is after each change, and makes copies: after a submit, and at most every five minutes of change;
 * at once where those that there are hold somebody who is deleted. It runs as long as the page.
 */
export async function keepCopies(app: AppParts): Promise<void> {
  const { clock } = app;
  let changedAt = -Infinity;
  let wakesAt = Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attemptedAt = -Infinity;
  /** Whether there are copies that could not be replaced the last time: they wait until a copy is made anyway. */
  let isLeftStale = false;

  /** @returns how much there is, and whether a session was submitted since a tab last looked */
  const look = async () => {
    const submittedBefore = readWitness()?.submitted ?? 0;
    const amount = await noteStored(app);
    return { amount, isSubmit: amount.submitted > submittedBefore };
  };

  const wakeIn = (ms: number) => {
    const at = clock.monotonic() + ms;
    if (at >= wakesAt) return;
    wakesAt = at;
    clearTimeout(timer);
    timer = setTimeout(() => void wake(), ms);
  };

  /** @returns epoch ms; one that failed is not tried again at once */
  const dueAt = () => Math.max(uncopiedSince() ?? Infinity, attemptedAt) + EVERY_MS;

  const wakeWhenDue = () => {
    const at = dueAt();
    if (at < Infinity) wakeIn(Math.max(QUIET_MS, at - clock.now()));
  };

  const copy = async () => {
    attemptedAt = clock.now();
    await makeDueCopy(app);
    isLeftStale = isAnyStale();
  };

  const wake = async () => {
    wakesAt = Infinity;
    const leftMs = QUIET_MS - (clock.monotonic() - changedAt);
    if (leftMs > 0 && clock.now() < dueAt() + EVERY_MS) {
      wakeIn(leftMs);
      return;
    }
    try {
      const { isSubmit } = await look();
      isLeftStale &&= isAnyStale();
      if (isSubmit || isAnyStale() !== isLeftStale || clock.now() >= dueAt()) await copy();
    } catch {
      // The database is gone for the moment. It says so where somebody works with it.
    }
    wakeWhenDue();
  };

  watchChanges(() => {
    markUncopied(clock.now());
    changedAt = clock.monotonic();
    wakeIn(QUIET_MS);
  });
  const { amount, isSubmit } = await look();
  // A tab was closed before it came to it.
  if (isSubmit || isAnyStale()) await copy();
  // What came before there were copies.
  if (amountOf(amount) > 0 && readCopyState().madeAt === null) markUncopied(clock.now());
  wakeWhenDue();
}
