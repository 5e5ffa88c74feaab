import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createContext, runInContext } from "node:vm";
import { build, type Rolldown } from "vite";
import { expect, test } from "vitest";
import { smallGuide, smallPlan, START } from "../smallInterview.ts";

const domain = resolve(import.meta.dirname, "../../src/domain");
const files = readdirSync(domain, { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".ts"),
);

test("domain imports nothing from outside itself", () => {
  const outside = files.flatMap((file) =>
    [...readFileSync(join(domain, file), "utf8").matchAll(/(?<!")(?:\bfrom|\bimport)\s*\(?\s*"([^"]+)"/gu)]
      .map(([, specifier]) => specifier)
      .filter((specifier) => !/^(?:\.|\.\.\/[a-z]+)\/\w+\.ts$/u.test(specifier ?? ""))
      .map((specifier) => `${file} imports ${specifier}`),
  );
  expect(files.length).toBeGreaterThan(0);
  expect(outside).toEqual([]);
});

test("an interview goes from its plan to its scorecard where there is no page, no clock and no chance", async () => {
  const context = createContext({ plan: smallPlan(), guide: smallGuide, start: START });
  runInContext(`delete globalThis.Date; delete Math.random; ${await bundleDomain()}`, context);
  const submitted: unknown = runInContext(
    `const planned = domain.planSession("s1", plan, start);
    let whole = domain.startSession({ session: planned, guide, answers: {} }, start);
    whole = domain.readClocks(whole, { wallMs: start, monotonicMs: 0 }, { wallMs: start + 1, monotonicMs: 1 });
    whole = domain.pauseItem(whole, domain.runningItem(whole), start);
    const close = (answer) => domain.closeUnrated(answer, guide.questions[0], "noEvidence");
    whole = domain.changeAnswer(whole, "failed", close, start);
    whole = domain.finishSession(whole, start + 60_000);
    whole = domain.summarise(domain.recommend(whole, "no", start), "Nothing was said.", start);
    whole = domain.submitSession(whole, start + 60_000);
    const [dough] = domain.competencyResults(whole, domain.questionsOf(whole));
    JSON.stringify([whole.session.status, dough.notAssessedCount, domain.msToClock(60_000)])`,
    context,
  );
  expect(submitted).toBe('["submitted",2,"01:00"]');
});

/** @returns a script that puts all of domain under one name */
async function bundleDomain(): Promise<string> {
  const entry = "every-file-of-domain";
  const result = await build({
    configFile: false,
    logLevel: "silent",
    // Nobody waits for who looks for a config, and a thread that ends meanwhile takes all others with it.
    css: { postcss: {} },
    plugins: [
      {
        name: entry,
        resolveId: (id) => (id.endsWith(entry) ? `\0${entry}` : null),
        load: (id) =>
          id === `\0${entry}`
            ? files.map((file) => `export * from ${JSON.stringify(join(domain, file))};`).join("\n")
            : null,
      },
    ],
    build: { write: false, minify: false, lib: { entry, formats: ["iife"], name: "domain" } },
  });
  const [bundle] = result as Rolldown.RolldownOutput[];
  return bundle!.output[0].code;
}
