// @vitest-environment jsdom
import { act, render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import type { ComponentType, Ref } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { pageOf, partOf } from "../../src/ui/page/LoadedPart.tsx";

const away = () => Promise.reject(new TypeError("Failed to fetch"));
const words = "This part could not be loaded. Check the connection and try again.";

afterEach(() => vi.unstubAllGlobals());

test("a part is there as soon as it is loaded, and what waits for it until then", async () => {
  const Part = partOf(() => Promise.resolve(({ name }: { readonly name: string }) => <p>{name}</p>), {
    waiting: <p>Not yet</p>,
  });
  const { unmount } = render(<Part name="Ada" />);
  expect(screen.getByText("Not yet")).toBeInTheDocument();
  expect(await screen.findByText("Ada")).toBeInTheDocument();
  expect(screen.queryByText("Not yet")).toBeNull();
  unmount();
  render(<Part name="Bo" />);
  expect(screen.getByText("Bo")).toBeInTheDocument();
});

test("a part that can’t be fetched says so in its place; what is beside it stays, with what was typed", async () => {
  const Part = partOf(away);
  render(
    <>
      <input aria-label="Note" />
      <Part />
    </>,
  );
  await userEvent.type(screen.getByLabelText("Note"), "said so");
  expect(await screen.findByRole("alert")).toHaveTextContent(words);
  expect(screen.getByLabelText("Note")).toHaveValue("said so");
});

test("a page that hangs says so after a while, and is shown when it comes", async () => {
  vi.useFakeTimers();
  try {
    let come = () => {};
    const Page = pageOf(
      () =>
        new Promise<ComponentType>((resolve) => {
          come = () => resolve(() => <p>There</p>);
        }),
    );
    render(<Page />);
    await act(() => vi.advanceTimersByTimeAsync(9900));
    expect(screen.queryByRole("alert")).toBeNull();
    await act(() => vi.advanceTimersByTimeAsync(200));
    expect(screen.getByRole("alert")).toHaveTextContent(
      "This part is taking long to load. Wait, or try again.",
    );
    await act(() => Promise.resolve(come()));
    expect(screen.getByText("There")).toBeInTheDocument();
    expect(screen.queryByRole("alert")).toBeNull();
  } finally {
    vi.useRealTimers();
  }
});

test("the page is loaded anew only where it can be had", async () => {
  const Page = pageOf(away);
  render(<Page />);
  vi.stubGlobal("fetch", away);
  await userEvent.click(await screen.findByRole("button", { name: "Try again" }));
  expect(await screen.findByText(/^Still no connection/u)).toBeInTheDocument();
  expect(screen.getByRole("main")).toContainElement(screen.getByRole("alert"));
});

test("a dialog that can’t be fetched opens as any other, and says so", async () => {
  const Dialog = partOf<{ readonly ref: Ref<HTMLDialogElement> }>(away, { frame: "dialog" });
  const ref = vi.fn<(element: HTMLDialogElement | null) => void>();
  render(<Dialog ref={ref} />);
  await vi.waitFor(() => expect(ref).toHaveBeenCalledOnce());
  const dialog = ref.mock.lastCall?.[0];
  expect(dialog).toHaveTextContent(words);
  expect(dialog).not.toHaveAttribute("open");
});
