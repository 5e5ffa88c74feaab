import { errorToText } from "../../src/domain/text/errorText.ts";

const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** Longer than any command may take by the driver's own limits: 30 s for a script, 15 s for an element to be there. */
const ANSWERED_MS = 60_000;

/** A command of WebDriver (https://www.w3.org/TR/webdriver2/): its answer's value, or an error with the driver's words. */
export type WebDriver = (method: "GET" | "POST" | "DELETE", path: string, body?: object) => Promise<unknown>;

/** @returns the commands of the driver that listens on that port of this device */
export function webDriverOn(port: number): WebDriver {
  return async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(ANSWERED_MS),
    }).catch((error: unknown) => {
      throw new Error(`${method} ${path}: ${errorToText(error)}`);
    });
    const { value } = (await response.json()) as { readonly value: unknown };
    if (response.ok) return value;
    const { error, message } = value as { readonly error: string; readonly message: string };
    throw new Error(`${method} ${path}: ${error}: ${message}`);
  };
}

/** @returns whether the error says that the browser under the driver is gone, and not only the page */
export function isBrowserCrash(error: unknown): boolean {
  return /Session terminated without a reply|invalid session id/u.test(errorToText(error));
}

/** @returns the path of the element's own commands, after the session's */
export function elementPath(found: unknown): string {
  return `/element/${(found as Readonly<Record<string, string>>)[ELEMENT]}`;
}

/** The characters that stand for keys which print nothing, by the names that the DOM gives these. */
export const keyCodes: Readonly<Record<string, string>> = {
  ArrowDown: "\uE015",
  ArrowUp: "\uE013",
  Escape: "\uE00C",
  Home: "\uE011",
};
