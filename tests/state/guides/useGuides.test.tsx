// @vitest-environment jsdom
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test } from "vitest";
import { AppContext, type AppParts } from "../../../src/state/app/appContext.ts";
import { useGuideHistory, useGuides } from "../../../src/state/guides/guideLineages.ts";
import { writeGuideDraft } from "../../../src/state/guides/guideDrafts.ts";
import { saveGuideVersion } from "../../../src/state/guides/guides.ts";
import { createDatabase } from "../../../src/storage/database.ts";
import { hashGuide, smallGuide } from "../../smallInterview.ts";

test("the list of guides and the history of one follow what is saved, the newest first", async () => {
  const app: AppParts = {
    database: createDatabase("use guides"),
    clock: { now: () => 1000, monotonic: () => 0 },
    newId: () => "id",
    appName: "Test 1",
  };
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <AppContext value={app}>{children}</AppContext>
  );
  const firstId = hashGuide(smallGuide);
  const use = () => ({ guides: useGuides(), history: useGuideHistory(firstId) });
  const { result } = renderHook(use, { wrapper });
  expect(result.current).toEqual({ guides: undefined, history: undefined });
  await waitFor(() => expect(result.current.history).toBeNull());

  await act(() => saveGuideVersion(app, smallGuide, null));
  const second = await act(() => saveGuideVersion(app, { ...smallGuide, title: "Day baker" }, firstId));
  await waitFor(() => expect(result.current.history?.versions).toHaveLength(2));
  expect(result.current.history?.versions.map(({ id }) => id)).toEqual([second.id, firstId]);
  expect(result.current.guides?.lineages[0]?.newest.title).toBe("Day baker");

  const draft = { guide: smallGuide, previousId: null };
  await act(() => writeGuideDraft(app, { ...draft, id: "a", updatedAt: 1 }));
  await act(() => writeGuideDraft(app, { ...draft, id: "b", updatedAt: 2 }));
  await waitFor(() => expect(result.current.guides?.newDrafts.map(({ id }) => id)).toEqual(["b", "a"]));
  app.database.close();
});
