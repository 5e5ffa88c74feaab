// @vitest-environment jsdom
import { act, render, screen } from "@testing-library/react";
import { lazy, Suspense, type ComponentType } from "react";
import { expect, test, vi } from "vitest";
import { useLaterDialog } from "../../src/ui/page/useLaterDialog.ts";

interface DialogProps {
  readonly ref: (element: HTMLDialogElement | null) => void;
}

function Dialog({ ref }: DialogProps) {
  return <dialog ref={ref}>Keys</dialog>;
}

test("a dialog that is asked for before it is there opens as soon as it is, once", async () => {
  const showModal = vi.fn<() => void>();
  HTMLDialogElement.prototype.showModal = showModal;
  let arrive = (_module: { readonly default: ComponentType<DialogProps> }) => {};
  const Later = lazy(
    () =>
      new Promise<{ readonly default: ComponentType<DialogProps> }>((resolve) => {
        arrive = resolve;
      }),
  );
  function Screen() {
    const { ref, open } = useLaterDialog();
    return (
      <>
        <button type="button" onClick={open}>
          Open
        </button>
        <Suspense>
          <Later ref={ref} />
        </Suspense>
      </>
    );
  }
  render(<Screen />);
  const open = () => act(() => screen.getByRole("button", { name: "Open" }).click());
  open();
  expect(showModal).not.toHaveBeenCalled();
  await act(async () => {
    arrive({ default: Dialog });
    await Promise.resolve();
  });
  await vi.waitFor(() => expect(showModal).toHaveBeenCalledOnce());
  open();
  expect(showModal).toHaveBeenCalledTimes(2);
});
