/** A tab of WebKit and what the tests do in it, with a driver or without. A selector is CSS, or XPath where it begins with `//`. */
export interface WebKitView {
  /** Loads the address, also where the tab shows it already. */
  readonly goto: (address: string) => Promise<void>;
  /** Runs a function in the page. It sees nothing but its argument, which and whose result are JSON. */
  readonly evaluate: <Argument, Result>(
    run: (argument: Argument) => Result | Promise<Result>,
    argument?: Argument,
  ) => Promise<Result>;
  /** Clicks the first such element once it is there. */
  readonly click: (selector: string) => Promise<void>;
  /** Types on what has the focus. The browser gets all keys at once, and each is an event of its own. */
  readonly type: (text: string) => Promise<void>;
}

/** A tab under a driver. */
export interface WebKitPage extends WebKitView {
  readonly reload: () => Promise<void>;
  /** Presses the key of that name, as the DOM has it, on what has the focus. */
  readonly press: (key: string) => Promise<void>;
  /** Chooses a file in a file field. */
  readonly setFile: (selector: string, path: string) => Promise<void>;
  /** Opens the address in another tab on the same data, which may close itself: it has shown nothing else. */
  readonly openTab: (address: string) => Promise<WebKitPage>;
  readonly close: () => Promise<void>;
}

/** A WebKit that began without data. What is stored is shared by its tabs, and gone with it. */
export interface WebKitSession {
  /** The browser's name and version. */
  readonly browser: string;
  readonly page: WebKitPage;
  /** @returns a picture of what a tab shows, as PNG */
  readonly screenshot: () => Promise<Buffer>;
  readonly end: () => Promise<void>;
}
