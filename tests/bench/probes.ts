/*
 * Functions that run in the page. Each is sent there as text, so it may use nothing from outside itself.
 */

/** What the probes leave in the page. */
export interface Probes {
  /** For each key that changed a text: ms in which the page's code took it in. */
  readonly handlerMs: number[];
  /** For each key: ms from the key to the end of the transaction that wrote it. */
  readonly writeMs: number[];
  /** Ms from the start of the navigation to the moment that was waited for. */
  readonly readyMs: Promise<number>;
}

declare global {
  interface Window {
    probes: Probes;
  }
}

/** Times the keys of the page. To be there before the page's own code. */
export function watchKeys(): void {
  const handlerMs: number[] = [];
  const writeMs: number[] = [];
  let keyAt = 0;
  let isUnwritten = false;
  addEventListener(
    "input",
    () => {
      isUnwritten = true;
      keyAt = performance.now();
    },
    { capture: true },
  );
  // React listens on its root, below the window, and has drawn before this is called.
  addEventListener("input", () => handlerMs.push(performance.now() - keyAt));

  // oxlint-disable-next-line typescript/unbound-method -- called with its `this` below
  const { transaction: begin } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, stores, mode, options) {
    const transaction = begin.call(this, stores, mode, options);
    if (isUnwritten && mode === "readwrite" && transaction.objectStoreNames.contains("answers")) {
      const from = keyAt;
      isUnwritten = false;
      transaction.addEventListener("complete", () => writeMs.push(performance.now() - from));
    }
    return transaction;
  };
  window.probes = { handlerMs, writeMs, readyMs: Promise.resolve(0) };
}

/** Waits for a field that takes a letter and shows it. */
export function watchField(selector: string): void {
  const setValue = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set;
  const readyMs = new Promise<number>((resolve) => {
    const observer = new MutationObserver(() => {
      const field = document.querySelector<HTMLTextAreaElement>(selector);
      if (!field || field.matches(":disabled")) return;
      const after = `${field.value}x`;
      setValue?.call(field, after);
      field.dispatchEvent(new InputEvent("input", { bubbles: true, data: "x", inputType: "insertText" }));
      // React puts back what its state does not hold.
      if (field.value !== after) return;
      observer.disconnect();
      resolve(performance.now());
    });
    observer.observe(document, { subtree: true, childList: true, attributeFilter: ["disabled"] });
  });
  window.probes = { handlerMs: [], writeMs: [], readyMs };
}

/** Waits for the library with that many rows, and a count on each status. */
export function watchLibrary(rowCount: number): void {
  const readyMs = new Promise<number>((resolve) => {
    const observer = new MutationObserver(() => {
      const rows = document.querySelectorAll("ul[aria-label=Sessions] > li");
      const statuses = Array.from(document.querySelectorAll("[role=group][aria-label=Status] button"));
      const isCounted = statuses.length > 0 && statuses.every(({ textContent }) => /\d/u.test(textContent));
      if (rows.length !== rowCount || !isCounted) return;
      observer.disconnect();
      document.body.getBoundingClientRect();
      resolve(performance.now());
    });
    observer.observe(document, { subtree: true, childList: true, characterData: true });
  });
  window.probes = { handlerMs: [], writeMs: [], readyMs };
}

/** @returns ms that it takes to write an answer's row again, as it is stored, with nothing else going on */
export async function putAnswer([databaseName, ...key]: readonly string[]): Promise<number> {
  const settle = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error("The request failed."));
    });
  const database = await settle(indexedDB.open(databaseName ?? ""));
  const row: unknown = await settle(
    database
      .transaction("answers")
      .objectStore("answers")
      .get([...key]),
  );
  // Out of the way of what came before.
  await new Promise((resolve) => {
    setTimeout(resolve, 10);
  });
  const putMs = await new Promise<number>((resolve, reject) => {
    const startedAt = performance.now();
    const transaction = database.transaction("answers", "readwrite", { durability: "strict" });
    transaction.oncomplete = () => resolve(performance.now() - startedAt);
    transaction.onabort = () => reject(transaction.error ?? new Error("The transaction was aborted."));
    transaction.objectStore("answers").put(row);
    transaction.commit();
  });
  database.close();
  return putMs;
}
