// @vitest-environment jsdom
import { fireEvent, render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import type { ReactNode } from "react";
import { expect, test, vi } from "vitest";
import { FileDrop } from "../../src/ui/parts/FileDrop.tsx";

const file = new File(["{}"], "a.json", { type: "application/json" });

const boxOf = (onFiles: (files: readonly File[]) => void, busy?: ReactNode) => (
  <FileDrop choose="Choose a file…" accept=".json" testId="file" busy={busy} onFiles={onFiles}>
    Drop it here
  </FileDrop>
);

function show(busy?: string) {
  const onFiles = vi.fn<(files: readonly File[]) => void>();
  render(boxOf(onFiles, busy));
  return onFiles;
}

test("a file is dropped, or chosen, and the same one can be chosen again", async () => {
  const onFiles = show();
  const box = screen.getByText("Drop it here").closest("div")!;
  fireEvent.dragOver(box);
  expect(box).toHaveAttribute("data-over");
  fireEvent.drop(box, { dataTransfer: { files: [file] } });
  expect(box).not.toHaveAttribute("data-over");
  const input = screen.getByTestId<HTMLInputElement>("file");
  for (let time = 0; time < 2; time++) await userEvent.upload(input, file);
  expect(onFiles.mock.calls).toEqual([[[file]], [[file]], [[file]]]);
});

test("while files are read the box says so, and nothing else", () => {
  show("Reading 1 of 2");
  expect(screen.getByText("Reading 1 of 2")).toBeInTheDocument();
  expect(screen.queryByRole("button")).toBeNull();
  expect(screen.queryByText("Drop it here")).toBeNull();
});

test("whoever chose files by the keyboard is at what stops the reading meanwhile, and at the button again after it", () => {
  const { rerender } = render(boxOf(vi.fn()));
  screen.getByRole("button", { name: "Choose a file…" }).focus();
  rerender(boxOf(vi.fn(), <button type="button">Cancel</button>));
  expect(screen.getByRole("button", { name: "Cancel" })).toHaveFocus();
  rerender(boxOf(vi.fn()));
  expect(screen.getByRole("button", { name: "Choose a file…" })).toHaveFocus();
});
