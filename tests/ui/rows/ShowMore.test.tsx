// @vitest-environment jsdom
import { act, render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { useState } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { ShowMore } from "../../../src/ui/rows/ShowMore.tsx";

const PAGE = 2;

const shown = vi.fn<(this: Element, options: unknown) => void>();
beforeEach(() => {
  shown.mockClear();
  Element.prototype.scrollIntoView = shown;
});

/** Five items, of which those that were asked for come when `read` is called, as from a disk. */
function show() {
  let read = () => {};
  function List() {
    const [count, setCount] = useState(PAGE);
    return (
      <section>
        <input aria-label="Find" />
        <ol>
          {[1, 2, 3, 4, 5].slice(0, count).map((item) => (
            <li key={item}>Item {item}</li>
          ))}
        </ol>
        <ShowMore
          items="li"
          count={Math.min(PAGE, 5 - count)}
          onMore={() => {
            read = () => setCount(count + PAGE);
          }}
        />
      </section>
    );
  }
  render(<List />);
  return { read: () => act(read) };
}

const press = (count: number) => userEvent.click(screen.getByRole("button", { name: `Show ${count} more` }));

test("who asks for more goes on with the first that is new, whether or not there are more still", async () => {
  const { read } = show();
  await press(2);
  read();
  expect(screen.getByText("Item 3")).toHaveFocus();
  // A list that scrolls by itself had it out of sight; any other stays as it is.
  expect(shown.mock.contexts).toEqual([screen.getByText("Item 3")]);
  expect(shown.mock.calls).toEqual([[{ block: "nearest" }]]);
  await press(1);
  read();
  expect(screen.getByText("Item 5")).toHaveFocus();
  expect(screen.queryByRole("button")).toBeNull();
});

test("who went elsewhere until more was read stays there", async () => {
  const { read } = show();
  await press(2);
  await userEvent.click(screen.getByLabelText("Find"));
  read();
  expect(screen.getByText("Item 3")).toBeInTheDocument();
  expect(screen.getByLabelText("Find")).toHaveFocus();
});
