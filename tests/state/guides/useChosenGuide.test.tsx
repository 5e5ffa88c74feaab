// @vitest-environment jsdom
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test } from "vitest";
import { AppContext, type AppParts } from "../../../src/state/app/appContext.ts";
import { firstGuideId } from "../../../src/state/guides/guideVersions.ts";
import { useChosenGuide } from "../../../src/state/guides/useChosenGuide.ts";
import { createDatabase } from "../../../src/storage/database.ts";
import { smallGuide } from "../../smallInterview.ts";

test("of guides that are chosen one after another the last counts, and one before that can't be read says nothing", async () => {
  const app: AppParts = {
    database: createDatabase("use chosen guide"),
    clock: { now: () => 1000, monotonic: () => 0 },
    newId: () => "id",
    appName: "Test 1",
  };
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <AppContext value={app}>{children}</AppContext>
  );
  const first = { id: "small", guide: smallGuide };
  const { result } = renderHook(() => useChosenGuide(first), { wrapper });
  const { choose } = result.current;
  await act(() => expect(choose("gone")).rejects.toThrow("The guide is not on this device"));
  expect(result.current.version).toBe(first);
  const [gone, last] = await act(() => Promise.all([choose("gone"), choose(firstGuideId)]));
  expect(gone).toBeNull();
  expect(last?.id).toBe(firstGuideId);
  expect(result.current.version.id).toBe(firstGuideId);
  // What is read already comes before what is still being read.
  await act(async () => {
    const late = choose(firstGuideId);
    result.current.take(first);
    expect(await late).toBeNull();
  });
  expect(result.current.version).toBe(first);
  app.database.close();
});
