// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test } from "vitest";
import { ignoreSecondClicks } from "../../src/ui/page/doubleClick.ts";

/** A page of its own: what is heard on the one around it would be heard in other tests, too. */
let frame: HTMLIFrameElement;
let page: Window & typeof globalThis;
let pressed: string[];

beforeEach(() => {
  pressed = [];
  frame = document.body.appendChild(document.createElement("iframe"));
  page = frame.contentWindow as typeof page;
  ignoreSecondClicks(page);
});

afterEach(() => frame.remove());

/** Counts its presses under the name that it has then. */
function addButton(name: string, onPress: (button: HTMLButtonElement) => void = () => {}) {
  const button = page.document.body.appendChild(page.document.createElement("button"));
  button.textContent = name;
  button.addEventListener("click", () => {
    pressed.push(button.textContent);
    onPress(button);
  });
  return button;
}

/** Presses what lies there, as the count of clicks that the browser is at. @returns whether the press may take the focus */
function click(element: Element, detail: number, clientY = 0): boolean {
  const init = { bubbles: true, cancelable: true, detail, clientY };
  const mayFocus = element.dispatchEvent(new page.MouseEvent("mousedown", init));
  element.dispatchEvent(new page.MouseEvent("click", init));
  return mayFocus;
}

test("the second click of a double click presses nothing that came under the pointer by the first", () => {
  const submit = addButton("Submit", (button) => button.remove());
  click(submit, 1);
  const lock = addButton("Lock now");
  expect(click(lock, 2)).toBe(false);
  expect(click(lock, 3)).toBe(false);
  expect(pressed).toEqual(["Submit"]);
  click(lock, 1);
  expect(pressed).toEqual(["Submit", "Lock now"]);
});

test("a button that is called something else by then is pressed once", () => {
  const next = addButton("Next: A", (button) => {
    button.textContent = "Next: B";
  });
  click(next, 1);
  click(next, 2);
  expect(pressed).toEqual(["Next: A"]);
});

test("what opens or is switched on stays so", () => {
  const menu = addButton("Menu", (button) => button.setAttribute("aria-expanded", "true"));
  menu.setAttribute("aria-expanded", "false");
  click(menu, 1);
  click(menu, 2);
  expect(pressed).toEqual(["Menu"]);
});

test("a box that is ticked, by its label too, stays ticked", () => {
  page.document.body.innerHTML = "<label><span>Covered</span><input type=checkbox></label>";
  const [label, box] = [page.document.querySelector("span")!, page.document.querySelector("input")!];
  click(label, 1);
  click(label, 2);
  expect(box.checked).toBe(true);
  click(box, 1);
  click(box, 2);
  expect(box.checked).toBe(false);
});

test("a point of a scale that is another area’s by then is chosen once", () => {
  page.document.body.innerHTML = "<fieldset><legend>Rating: A</legend><button>4</button></fieldset>";
  const [legend, point] = [page.document.querySelector("legend")!, page.document.querySelector("button")!];
  point.addEventListener("click", () => {
    pressed.push(legend.textContent);
    legend.textContent = "Rating: B";
  });
  click(point, 1);
  click(point, 2);
  expect(pressed).toEqual(["Rating: A"]);
});

test("a button that is still the same counts each of many quick clicks", () => {
  const more = addButton("+2 min");
  for (const detail of [1, 2, 3, 4]) click(more, detail);
  expect(pressed).toHaveLength(4);
});

test("two taps in one moment on two places press both", () => {
  click(addButton("Covered"), 1, 100);
  click(addButton("Covered, too"), 2, 130);
  expect(pressed).toEqual(["Covered", "Covered, too"]);
});

test("keys and programs, which count no clicks, press whatever they are on", () => {
  click(addButton("Submit"), 1);
  const lock = addButton("Lock now");
  click(page.document.body, 2);
  lock.click();
  expect(pressed).toEqual(["Submit", "Lock now"]);
});
