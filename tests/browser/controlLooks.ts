import type { Page } from "@playwright/test";

/** @returns in words the controls that are smaller than 24 px and have not that much room to themselves either, but for links in a text (WCAG 2.2, 2.5.8) */
export function crampedTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const LEAST_PX = 24;
    // A hair is lost to rounding.
    const SLACK_PX = 0.5;
    interface Target {
      readonly element: Element;
      readonly box: DOMRect;
    }
    /** Where a press counts: on the whole row that a link is laid over, and on the words beside a box. */
    const boxOf = (element: Element): DOMRect => {
      const over = getComputedStyle(element, "::after");
      if (over.position === "absolute" && over.inset === "0px") {
        let around = element;
        while (getComputedStyle(around).position === "static") around = around.parentElement!;
        return around.getBoundingClientRect();
      }
      const own = element.getBoundingClientRect();
      const words =
        element instanceof HTMLInputElement ? element.labels?.[0]?.getBoundingClientRect() : undefined;
      return words && words.width * words.height > own.width * own.height ? words : own;
    };
    /** As high as the line of the text that it stands in. */
    const isInText = (element: Element) =>
      getComputedStyle(element).display === "inline" &&
      [...element.parentElement!.childNodes].some((node) => node instanceof Text && node.data.trim() !== "");
    const isPressed = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true }) &&
      !element.closest("[inert]") &&
      getComputedStyle(element).pointerEvents !== "none";
    // Behind a dialog nothing can be pressed.
    const within = [...document.querySelectorAll("dialog:modal")].at(-1) ?? document;
    const controls =
      "a[href], button, input:not([type=file]), select, textarea, summary, [tabindex='0'], .grip";
    const targets: readonly Target[] = [...within.querySelectorAll(controls)]
      .filter(isPressed)
      .map((element) => ({ element, box: boxOf(element) }))
      .filter(({ box: { width, height } }) => width > 1 && height > 1);
    const isSmall = ({ box: { width, height } }: Target) =>
      width < LEAST_PX - SLACK_PX || height < LEAST_PX - SLACK_PX;
    const middle = ({ box: { x, y, width, height } }: Target) => [x + width / 2, y + height / 2] as const;
    const staysPut = (element: Element | null): boolean =>
      element !== null &&
      (["fixed", "sticky"].includes(getComputedStyle(element).position) || staysPut(element.parentElement));
    /** What stays while the page scrolls is beside another thing each moment. */
    const isBeside = (one: Target, other: Target) =>
      other !== one &&
      !other.element.contains(one.element) &&
      staysPut(one.element) === staysPut(other.element);
    /** Whether the circle around the one reaches into the other, or into the circle around that. */
    const isNear = (one: Target, other: Target) => {
      const [x, y] = middle(one);
      if (isSmall(other)) {
        const [otherX, otherY] = middle(other);
        return Math.hypot(otherX - x, otherY - y) < LEAST_PX - SLACK_PX;
      }
      const { left, right, top, bottom } = other.box;
      const away = Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
      return away < LEAST_PX / 2 - SLACK_PX;
    };
    const toWords = ({ element, box: { width, height } }: Target) =>
      `${element.outerHTML.slice(0, 120)} (${Math.round(width)} x ${Math.round(height)})`;
    return targets
      .filter((target) => isSmall(target) && !isInText(target.element))
      .flatMap((target) =>
        targets
          .filter((other) => isBeside(target, other) && isNear(target, other))
          .map((other) => `too small, and too near to ${toWords(other)}: ${toWords(target)}`)
          .slice(0, 1),
      );
  });
}

/** @returns in words the fields, and the buttons that are drawn as such, of which neither edge nor ground has 3 to 1 against what lies behind (WCAG 2.2, 1.4.11), in both themes; it leaves the page in the light one */
export async function faintControls(page: Page): Promise<readonly string[]> {
  const faint: string[] = [];
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    faint.push(...(await page.evaluate(faintNow)).map((found) => `${colorScheme}: ${found}`));
  }
  return faint;
}

/** In the page. */
function faintNow(): readonly string[] {
  type Rgb = readonly number[];
  const LEAST = 3;
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true })!;
  /** What is seen of a colour over another one. */
  const over = (color: string, ground: Rgb): Rgb => {
    for (const paint of [`rgb(${ground.join(" ")})`, color]) {
      canvas.fillStyle = paint;
      canvas.fillRect(0, 0, 1, 1);
    }
    return Array.from(canvas.getImageData(0, 0, 1, 1).data.slice(0, 3));
  };
  const groundOf = (element: Element | null): Rgb =>
    element === null
      ? [255, 255, 255]
      : over(getComputedStyle(element).backgroundColor, groundOf(element.parentElement));
  const luminance = (rgb: Rgb) => {
    const [red, green, blue] = rgb.map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  };
  const contrast = (one: Rgb, other: Rgb) => {
    const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
    return (light! + 0.05) / (dark! + 0.05);
  };
  const isDrawnByBrowser = (control: Element) =>
    control.matches("[type=checkbox], [type=radio]") && getComputedStyle(control).appearance !== "none";
  // Behind a dialog nothing can be used.
  const within = [...document.querySelectorAll("dialog:modal")].at(-1) ?? document;
  const controls = "button, .button, input:not([type=file]), select, textarea";
  return [...within.querySelectorAll(controls)].flatMap((control) => {
    const isShown = control.checkVisibility({ visibilityProperty: true }) && !control.closest("[inert]");
    // One that is off need not be found.
    if (!isShown || control.matches(":disabled, [aria-disabled='true']")) return [];
    // One that cannot be seen lies over what is drawn for it.
    const isHidden = getComputedStyle(control).opacity === "0";
    if (isDrawnByBrowser(control) && !isHidden) return [];
    const drawn = isHidden ? control.parentElement! : control;
    const { width, height } = drawn.getBoundingClientRect();
    if (width <= 1 || height <= 1) return [];
    const style = getComputedStyle(drawn);
    const behind = groundOf(drawn.parentElement);
    const own = over(style.backgroundColor, behind);
    const sides = (["Top", "Right", "Bottom", "Left"] as const)
      .filter((side) => Number.parseFloat(style[`border${side}Width`]) > 0)
      .map((side) => contrast(over(style[`border${side}Color`], own), behind));
    const most = Math.max(contrast(own, behind), ...sides);
    // A button without edge and ground is a text.
    if (most >= LEAST || (most === 1 && control.matches("button, .button"))) return [];
    return [`${most.toFixed(2)} to 1: ${control.outerHTML.slice(0, 120)}`];
  });
}

/** How something stands that is chosen, or is where one is: the attribute that says so, or what the browser itself says. */
export type Standing =
  | "aria-current"
  | "aria-pressed"
  | "aria-selected"
  | "checked"
  | "data-chosen"
  | "data-current";

/** @returns what stands so on the page, and in words those of it that look no other where the colours are the reader's own; it leaves the page with the app's */
export async function toldByColourAlone(
  page: Page,
): Promise<{ readonly met: readonly Standing[]; readonly untold: readonly string[] }> {
  await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
  const found = await page.evaluate(lookForced);
  await page.emulateMedia({ forcedColors: "none", reducedMotion: null });
  return found;
}

/** In the page: takes from each what it stands by, or gives it, and compares what is drawn. */
function lookForced(): { readonly met: readonly Standing[]; readonly untold: readonly string[] } {
  /** Of a line that is not drawn, neither its colour nor its place is. */
  const lineOf = (style: CSSStyleDeclaration, line: string) => {
    const [drawn, width, color] = ["style", "width", "color"].map((part) =>
      style.getPropertyValue(`${line}-${part}`),
    );
    return drawn === "none" || width === "0px" ? "none" : `${drawn} ${width} ${color}`;
  };
  const lines = ["outline", "border-top", "border-right", "border-bottom", "border-left"];
  const drawn = ["outline-offset", "display", "color", "box-shadow", "text-decoration-line", "font-weight"];
  // Of a ground that is nothing but the reader's own, none is seen.
  const canvas = getComputedStyle(document.documentElement).backgroundColor;
  const groundOf = ({ backgroundColor }: CSSStyleDeclaration) =>
    backgroundColor.endsWith(", 0)") ? canvas : backgroundColor;
  const lookOf = (element: Element) =>
    [null, "::before", "::after"].map((pseudo) => {
      const style = getComputedStyle(element, pseudo);
      if (pseudo !== null && style.content === "none") return "";
      return [
        pseudo === null ? "" : style.content,
        ...lines.map((line) => lineOf(style, line)),
        ...drawn.map((property) => style.getPropertyValue(property)),
        groundOf(style),
      ].join(", ");
    });
  const isSeen = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    return (
      width > 1 &&
      height > 1 &&
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      !element.closest("[inert]")
    );
  };
  /** Its label or row, if that is what is drawn for it, and all that is in there. */
  const partsOf = (element: Element) => {
    const whole = element.closest("label, li, tr") ?? element;
    return [whole, ...whole.querySelectorAll("*")];
  };
  interface Way {
    readonly standing: Standing;
    readonly toggle: (element: Element) => void;
    readonly among: string;
  }
  const attribute = (standing: Exclude<Standing, "checked">, among: string, off: string | null): Way => {
    const before = new Map<Element, string>();
    return {
      standing,
      among,
      toggle: (element) => {
        const now = element.getAttribute(standing);
        const other = before.get(element) ?? (now === "false" ? "true" : off);
        if (now !== null) before.set(element, now);
        if (other === null) element.removeAttribute(standing);
        else element.setAttribute(standing, other);
      },
    };
  };
  const ways: readonly Way[] = [
    attribute("aria-current", "[aria-current]:not([aria-current='false'])", null),
    attribute("aria-pressed", "[aria-pressed]", "false"),
    attribute("aria-selected", "[aria-selected]", "false"),
    attribute("data-chosen", "[data-chosen]", null),
    attribute("data-current", "[data-current]", null),
    {
      standing: "checked",
      among: "input:is([type='radio'], [type='checkbox'])",
      toggle: (element) => {
        if (element instanceof HTMLInputElement) element.checked = !element.checked;
      },
    },
  ];
  const isOfBrowser = (element: Element) =>
    element.matches("input") && isSeen(element) && getComputedStyle(element).appearance !== "none";
  // Behind a dialog nothing can be used.
  const within = [...document.querySelectorAll("dialog:modal")].at(-1) ?? document;
  const met = new Set<Standing>();
  const untold: string[] = [];
  for (const { standing, among, toggle } of ways)
    for (const element of within.querySelectorAll(among)) {
      const parts = partsOf(element);
      if (!parts.some(isSeen) || isOfBrowser(element)) continue;
      met.add(standing);
      // What has the focus is told by its ring, and what is bold beside links by being none.
      if (element.matches(":focus-visible, b")) continue;
      const chosen = within.querySelector<HTMLInputElement>(
        element instanceof HTMLInputElement && element.type === "radio"
          ? `[name="${CSS.escape(element.name)}"]:checked`
          : ":not(*)",
      );
      const look = () => JSON.stringify(parts.filter(isSeen).map(lookOf));
      const before = look();
      toggle(element);
      const after = look();
      toggle(element);
      if (chosen) chosen.checked = true;
      if (before === after)
        untold.push(`${standing} is told by colour alone: ${element.outerHTML.slice(0, 120)}`);
    }
  return { met: [...met], untold };
}
