// @vitest-environment jsdom
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test } from "vitest";
import { AppContext, type AppParts } from "../../../src/state/app/appContext.ts";
import {
  dismissExportsLeft,
  holdCandidate,
  releaseCandidate,
  setRetention,
  useCandidates,
  useExportsLeft,
  useRetention,
} from "../../../src/state/candidates/candidates.ts";
import { createDatabase } from "../../../src/storage/database.ts";
import { addExportLeft } from "../../../src/storage/exports/exportLog.ts";
import { putWholeSessions } from "../../../src/storage/session/sessions.ts";
import { START, submittedInterview } from "../../smallInterview.ts";

test("the candidates, for how long they are kept and what is left to be deleted by hand follow what is stored", async () => {
  const app: AppParts = {
    database: createDatabase("use candidates"),
    clock: { now: () => START, monotonic: () => 0 },
    newId: () => "id",
    appName: "Test 1",
  };
  await putWholeSessions(app.database, [submittedInterview("a")]);
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <AppContext value={app}>{children}</AppContext>
  );
  const use = () => ({ shelf: useCandidates(), months: useRetention(), left: useExportsLeft() });
  const { result } = renderHook(use, { wrapper });
  expect(result.current).toEqual({ shelf: undefined, months: undefined, left: [] });
  await waitFor(() =>
    expect(result.current.shelf?.candidates).toMatchObject([{ name: "Amira Haddad", hold: null }]),
  );
  const { key } = result.current.shelf!.candidates[0]!;

  await act(() => holdCandidate(app, key, "a complaint"));
  await waitFor(() =>
    expect(result.current.shelf?.candidates).toMatchObject([
      { hold: { reason: "a complaint", heldAt: START } },
    ]),
  );
  await act(() => releaseCandidate(app, key));
  await waitFor(() => expect(result.current.shelf?.candidates).toMatchObject([{ hold: null }]));

  await act(() => setRetention(app, 3));
  await waitFor(() => expect(result.current.months).toBe(3));

  const left = { id: "x", at: START, form: "CSV" };
  await act(() => addExportLeft(app.database, left));
  await waitFor(() => expect(result.current.left).toMatchObject([left]));
  await act(() => dismissExportsLeft(app, [left]));
  await waitFor(() => expect(result.current.left).toEqual([]));
  app.database.close();
});
