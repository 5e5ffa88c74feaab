/** One change to a value, to be taken back or made again. */
export interface Step<T, Where> {
  readonly before: T;
  readonly after: T;
  /** Where the change was made, for a screen to show it. */
  readonly where: Where;
  /** Changes of one run, such as the letters of a word, are one step; null for a change that stands alone. */
  readonly run: string | null;
  /** Ms of the run's first change and of its last, on a clock that never goes back. */
  readonly beganAt: number;
  readonly changedAt: number;
}

/** A value with the steps that led to it, and those that were taken back, last one last. */
export interface History<T, Where> {
  readonly present: T;
  readonly done: readonly Step<T, Where>[];
  readonly undone: readonly Step<T, Where>[];
}

/** Older steps are forgotten. */
export const MOST_STEPS = 200;
/** A pause this long ends a run. */
export const PAUSE_MS = 1000;
/** A run is ended after this long, so that one step never takes back minutes of writing. */
export const LONGEST_RUN_MS = 5000;

/** @returns a history without steps */
export function startHistory<T, Where>(present: T): History<T, Where> {
  return { present, done: [], undone: [] };
}

/**
 * Makes the next value the present one. What was taken back before can't be made again after that.
 *
 * @param now ms, on a clock that never goes back
 * @returns the history as it is where the value is the present one already
 */
export function recordStep<T, Where>(
  history: History<T, Where>,
  next: T,
  { where, run, now }: { readonly where: Where; readonly run: string | null; readonly now: number },
): History<T, Where> {
  const { present, done, undone } = history;
  if (next === present) return history;
  const last = done.at(-1);
  const goesOn =
    last !== undefined &&
    run !== null &&
    last.run === run &&
    undone.length === 0 &&
    now - last.changedAt < PAUSE_MS &&
    now - last.beganAt < LONGEST_RUN_MS;
  const step: Step<T, Where> = goesOn
    ? { ...last, after: next, changedAt: now }
    : { before: present, after: next, where, run, beganAt: now, changedAt: now };
  const kept = goesOn ? done.slice(0, -1) : done.slice(-MOST_STEPS + 1);
  return { present: next, done: [...kept, step], undone: [] };
}

/** Takes the last step back. @returns the history as it is where there is none */
export function undoStep<T, Where>(history: History<T, Where>): History<T, Where> {
  const step = history.done.at(-1);
  if (!step) return history;
  return { present: step.before, done: history.done.slice(0, -1), undone: [...history.undone, step] };
}

/** Makes the step again that was taken back last. @returns the history as it is where there is none */
export function redoStep<T, Where>(history: History<T, Where>): History<T, Where> {
  const step = history.undone.at(-1);
  if (!step) return history;
  return { present: step.after, done: [...history.done, step], undone: history.undone.slice(0, -1) };
}
