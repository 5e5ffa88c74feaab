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
