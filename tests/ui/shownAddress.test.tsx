// @vitest-environment jsdom
import { act, renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { useInAddress } from "../../src/ui/page/shownAddress.ts";

test("a filter works at the app’s bare address as well, and no server is told of it", () => {
  history.replaceState(null, "", "/");
  const { result } = renderHook(() => useInAddress("status", "all"));
  expect(result.current[0]).toBe("all");
  act(() => result.current[1]("planned"));
  expect(result.current[0]).toBe("planned");
  expect(location.search).toBe("");
  expect(location.hash).toBe("#/?status=planned");
  act(() => result.current[1]("all"));
  expect(result.current[0]).toBe("all");
  expect(location.href).toMatch(/\/#\/$/u);
});
