// @vitest-environment jsdom
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test } from "vitest";
import { AppContext, type AppParts } from "../../../src/state/app/appContext.ts";
import { useSessionCounts, useSessions } from "../../../src/state/session/library.ts";
import { useInterviewCount } from "../../../src/state/session/planning.ts";
import { createDatabase } from "../../../src/storage/database.ts";
import { putWholeSessions } from "../../../src/storage/session/sessions.ts";
import { MINUTE, plannedInterview, START, submittedInterview } from "../../smallInterview.ts";

test("the list, its numbers and the warning of another interview at that time follow what is stored", async () => {
  const app = { database: createDatabase("library") } as AppParts;
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <AppContext value={app}>{children}</AppContext>
  );
  await putWholeSessions(app.database, [plannedInterview("a")]);
  const filter = { status: null, text: "", from: null, until: null };
  const use = () => ({
    page: useSessions(filter, 10),
    counts: useSessionCounts(),
    meanwhile: useInterviewCount("Noor", START, START + MINUTE, "a"),
  });
  const { result } = renderHook(use, { wrapper });
  expect(result.current).toEqual({ page: undefined, counts: undefined, meanwhile: 0 });
  await waitFor(() => expect(result.current.counts).toMatchObject({ all: 1, planned: 1 }));
  await act(() => putWholeSessions(app.database, [submittedInterview("b")]));
  await waitFor(() => {
    expect(result.current.counts).toMatchObject({ all: 2, planned: 1, submitted: 1 });
    expect(result.current.page?.sessions).toHaveLength(2);
    expect(result.current.meanwhile).toBe(1);
  });
  app.database.close();
});
