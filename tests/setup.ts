import { threadId } from "node:worker_threads";
import "fake-indexeddb/auto";
import fc from "fast-check";
import { afterEach, beforeAll, beforeEach, vi, type RunnerTask } from "vitest";
import keptSeeds from "./keptSeeds.json" with { type: "json" };
import { drawnSeed } from "./amount.ts";

const FIXED_SEED = 20_261_125;
const seedsByTest: Readonly<Record<string, readonly number[]>> = keptSeeds;

// Properties draw the same values in every run. Those of `keptSeeds.json` run once more for each seed that failed once.
// oxlint-disable-next-line no-empty-pattern -- Vitest takes the first argument apart, also where nothing of it is wanted.
beforeAll(({}, file) => {
  if (drawnSeed === null) repeatKept(file);
});
beforeEach(({ task }) => {
  const kept = seedsByTest[task.fullName] ?? [];
  fc.configureGlobal({ seed: drawnSeed ?? kept[task.result?.repeatCount ?? 0] ?? FIXED_SEED });
});

function repeatKept(task: RunnerTask): void {
  if (task.type === "suite") for (const part of task.tasks) repeatKept(part);
  else task.repeats = seedsByTest[task.fullName]?.length ?? task.repeats ?? 0;
}

// Files of tests run side by side in threads of one process: what one of them stores would be told to the others.
const { BroadcastChannel } = globalThis;
class ThreadChannel extends BroadcastChannel {
  constructor(name: string) {
    super(`${name} of ${threadId}`);
  }
}
if (BroadcastChannel.name !== ThreadChannel.name) globalThis.BroadcastChannel = ThreadChannel;

/** For what never comes; on a busy machine it may take many times as long as on a quiet one. */
const LONGEST_WAIT_MS = 30_000;
const { waitFor } = vi;
vi.waitFor = (callback, options = LONGEST_WAIT_MS) => waitFor(callback, options);

// Tests of components run in jsdom; all others have no page to clean up after.
if (typeof document !== "undefined") {
  await import("@testing-library/jest-dom/vitest");
  const { cleanup, configure } = await import("@testing-library/react");
  configure({ asyncUtilTimeout: LONGEST_WAIT_MS });
  rememberStyles();
  afterEach(async () => {
    cleanup();
    // What a screen was still loading would be loaded into a page that is no longer there.
    await vi.dynamicImportSettled();
  });
}

/** What tests and what they find roles with ask of a style. */
const TOLD_STYLES = ["display", "visibility", "opacity", "content", "pointer-events"] as const;

/**
 * No style is loaded here, so what an element looks like follows from its name and a few attributes. To work that out
 * each time that a test looks for a role is a third of what the test of a screen takes.
 */
function rememberStyles(): void {
  const compute = window.getComputedStyle;
  // Files share a window.
  if (compute.name === "rememberedStyle") return;
  const known = new Map<string, Readonly<Record<string, unknown>>>();
  window.getComputedStyle = function rememberedStyle(element, pseudo) {
    // Some of a style is inherited.
    if (document.styleSheets.length > 0 || element.closest("[style]")) return compute(element, pseudo);
    const told = ["hidden", "open", "type"].map((name) => element.getAttribute(name));
    const parent = element.parentElement;
    const key = JSON.stringify([
      pseudo,
      element.tagName,
      told,
      parent?.tagName,
      parent?.hasAttribute("open"),
    ]);
    let style = known.get(key);
    if (!style) {
      const computed = compute(element, pseudo);
      const values = new Map(TOLD_STYLES.map((name) => [name as string, computed.getPropertyValue(name)]));
      style = {
        ...Object.fromEntries(values),
        pointerEvents: values.get("pointer-events"),
        getPropertyValue: (name: string) => values.get(name),
      };
      known.set(key, style);
    }
    return style as unknown as CSSStyleDeclaration;
  };
}
