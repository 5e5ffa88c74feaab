// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test } from "vitest";
import { keepFocus } from "../../src/app/screen/keptFocus.ts";

let end = () => {};

beforeEach(() => {
  end = keepFocus(document);
});

afterEach(() => {
  end();
  document.body.innerHTML = "";
});

/** What is on the page, with the focus on its first button. */
function show(html: string): HTMLButtonElement {
  document.body.innerHTML = html;
  const button = document.querySelector("button");
  if (!button) throw new Error("There is no button.");
  button.focus();
  return button;
}

const observed = () =>
  new Promise((resolve) => {
    setTimeout(resolve);
  });

test("where a row goes with the focus in it, the heading of the part around it has the focus", async () => {
  const button = show(
    "<main><h1>All</h1><section><h2>Part</h2><p><button>Dismiss</button></p></section></main>",
  );
  button.parentElement?.remove();
  await observed();
  expect(document.activeElement).toBe(document.querySelector("h2"));
});

test("a form that has no heading of its own leaves it to the part around it", async () => {
  const button = show(
    "<main><section><h2>Part</h2><form><p><button>Remove</button></p></form></section></main>",
  );
  button.parentElement?.remove();
  await observed();
  expect(document.activeElement).toBe(document.querySelector("h2"));
});

test("whoever pressed beside all that can be pressed is left alone when a row goes later", async () => {
  const button = show("<main><h1>All</h1><p><button>Delete</button></p></main>");
  button.blur();
  document.body.dispatchEvent(new Event("pointerup", { bubbles: true }));
  button.parentElement?.remove();
  await observed();
  expect(document.activeElement).toBe(document.body);
});

test("where something else took the focus meanwhile, it keeps it", async () => {
  const button = show("<main><h1>All</h1><p><button>Next</button></p><input></main>");
  document.querySelector("input")?.focus();
  button.parentElement?.remove();
  await observed();
  expect(document.activeElement).toBe(document.querySelector("input"));
});

test("a screen that goes whole leaves the focus to the one that comes", async () => {
  show("<div><main><h1>All</h1><button>Open</button></main></div>");
  document.querySelector("main")?.remove();
  await observed();
  expect(document.activeElement).toBe(document.body);
});
