import type { Page } from "@playwright/test";

/** A control as a screen reader is told of it. */
export interface Control {
  readonly role: string;
  readonly name: string;
  /** What else is told of it: "checked", "not pressed"; of a list of choices, which one is chosen. */
  readonly states: readonly string[];
  /** The group that it belongs to, which is said on the way into it; "" for none. */
  readonly group: string;
  /** Where a link leads; null for all else. */
  readonly leadsTo: string | null;
  /** The keys that do what it does, wherever the focus is. */
  readonly keys: readonly string[];
  readonly hasFocus: boolean;
}

/** What the browser gives; more than what the types of its debugger know of. */
interface TreeNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value?: unknown };
  readonly name?: { readonly value?: unknown };
  readonly value?: { readonly value?: unknown };
  readonly properties?: readonly {
    readonly name: string;
    readonly value: { readonly value?: unknown };
  }[];
  readonly childIds?: readonly string[];
  readonly backendDOMNodeId?: number;
}

interface PageNode {
  readonly backendNodeId: number;
  readonly nodeName: string;
  readonly attributes?: readonly string[];
  readonly children?: readonly PageNode[];
}

interface Element {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** Chromium's own words for what no role of ARIA says. */
const roleWords: Readonly<Record<string, string>> = {
  Date: "date field",
  DateTime: "date and time field",
  DisclosureTriangle: "disclosure",
  DisclosureTriangleGrouped: "disclosure",
  InputTime: "time field",
};

const controlRoles = new Set([
  "button",
  "checkbox",
  "combobox",
  "date and time field",
  "date field",
  "disclosure",
  "link",
  "listbox",
  "menuitem",
  "menuitemcheckbox",
  "menuitemradio",
  "radio",
  "searchbox",
  "slider",
  "spinbutton",
  "switch",
  "tab",
  "textbox",
  "time field",
  "treeitem",
]);

/** They can have the focus and are none: the page as a whole, what is read after a press, what a list offers. */
const otherRoles = new Set(["RootWebArea", "heading", "option"]);

const wordOf = ({ role }: TreeNode) => roleWords[String(role?.value)] ?? String(role?.value);
/** Between what is seen and what is only heard the tree has a space, which nobody hears. */
const nameOf = ({ name }: TreeNode) =>
  String(name?.value ?? "")
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/ (?=[,:])/gu, "")
    .trim();

/** Reads all controls of a page, in their order, from the tree that Chromium gives to screen readers. */
export async function readControls(page: Page): Promise<readonly Control[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send("Accessibility.getFullAXTree")) as { nodes: readonly TreeNode[] };
  const { root } = (await session.send("DOM.getDocument", { depth: -1 })) as { root: PageNode };
  await session.detach();
  const elements = elementsOf(root);
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const controls: Control[] = [];
  const visit = (node: TreeNode, group: string, sorted: string | undefined): void => {
    const element = elements.get(node.backendDOMNodeId ?? -1) ?? {
      tag: "",
      attributes: new Map<string, string>(),
    };
    const word = wordOf(node);
    if (!node.ignored && isControl(node, word, element))
      controls.push({
        role: word,
        name: nameOf(node),
        states: [...stateWords(node, element), ...(sorted === undefined ? [] : [`sorted ${sorted}`])],
        group,
        leadsTo: element.attributes.get("href") ?? null,
        keys: element.attributes.get("aria-keyshortcuts")?.split(" ") ?? [],
        hasFocus: isTrue(node, "focused"),
      });
    // The fields of a date are the browser's own.
    if (word.endsWith(" field")) return;
    const isGroup = !node.ignored && ["group", "radiogroup"].includes(word) && nameOf(node) !== "";
    const sort = element.attributes.get("aria-sort");
    for (const id of node.childIds ?? []) {
      const child = byId.get(id);
      if (child) visit(child, isGroup ? nameOf(node) : group, sort === "none" ? undefined : (sort ?? sorted));
    }
  };
  visit(nodes[0]!, "", undefined);
  return controls;
}

function elementsOf(root: PageNode): ReadonlyMap<number, Element> {
  const found = new Map<number, Element>();
  const visit = ({ backendNodeId, nodeName, attributes = [], children = [] }: PageNode): void => {
    const pairs = attributes.flatMap((name, at) =>
      at % 2 === 0 ? [[name, attributes[at + 1] ?? ""] as const] : [],
    );
    found.set(backendNodeId, { tag: nodeName, attributes: new Map(pairs) });
    children.forEach(visit);
  };
  visit(root);
  return found;
}

function isTrue({ properties = [] }: TreeNode, property: string): boolean {
  return properties.some(({ name, value }) => name === property && value.value === true);
}

/** @returns whether somebody acts with it, or comes to it with the Tab key */
function isControl(node: TreeNode, word: string, { attributes }: Element): boolean {
  if (controlRoles.has(word)) return true;
  return isTrue(node, "focusable") && !otherRoles.has(word) && attributes.get("tabindex") !== "-1";
}

function stateWords({ properties = [], value }: TreeNode, { tag, attributes }: Element): readonly string[] {
  const told = new Map(properties.map(({ name, value: { value: state } }) => [name, String(state)]));
  const words = (name: string, on: string, off: string | null) => {
    const state = told.get(name) ?? "none";
    if (state === "mixed") return [`partly ${on}`];
    if (state === "true") return [on];
    return state === "false" && off !== null ? [off] : [];
  };
  const all = [
    ...words("disabled", "disabled", null),
    ...words("required", "required", null),
    ...words("readonly", "read-only", null),
    ...words("invalid", "invalid", null),
    ...words("checked", "checked", "not checked"),
    ...words("pressed", "pressed", "not pressed"),
    ...words("selected", "selected", "not selected"),
    ...((attributes.get("aria-current") ?? "false") === "false" ? [] : ["current"]),
  ];
  // That it folds out is what the browser says of each such list.
  if (tag === "SELECT") return [`= ${String(value?.value)}`, ...all];
  const popup = told.get("hasPopup") ?? "false";
  return [
    ...all,
    ...words("expanded", "expanded", "collapsed"),
    ...(popup === "false" ? [] : [`opens ${popup}`]),
  ];
}

/** @returns the line that a list of controls has for it: `radio "4: Strong" checked, in "Rating: Dough"` */
export function controlToText({ role, name, states, group }: Control): string {
  const rest = [...states, ...(group === "" ? [] : [`in "${group}"`])].join(", ");
  return `${role} "${name}"${rest === "" ? "" : ` ${rest}`}`;
}
