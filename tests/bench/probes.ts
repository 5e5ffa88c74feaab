/*
 * Functions that run in the page. Each is sent there as text, so it can use nothing from outside itself.
 */

/** What the probes leave in the page. */
interface Probes {
  /** For each event: ms in which the page's code took it in. */
  readonly handlerMs: number[];
  /** For each event: ms from it to the end of the transaction that wrote what it changed. */
  readonly writeMs: number[];
  /** Ms from the start of the navigation to what was waited for. */
  readonly readyMs: Promise<number>;
}

declare global {
  interface Window {
    probes: Probes;
  }
}

/** Times keys in texts, which write to "answers", or clicks, which write elsewhere. To be called before the page's own code. */
export function watchEvents([type, store]: readonly ["input" | "click", string]): void {
  const handlerMs: number[] = [];
  const writeMs: number[] = [];
  let eventAt = 0;
  let isWritten = true;
  const onEnd = () => handlerMs.push(performance.now() - eventAt);
  const onEvent = ({ target }: Event) => {
    isWritten = false;
    // A note's input goes no further than its field, behind what listens there.
    target?.addEventListener(type, onEnd, { once: true });
    eventAt = performance.now();
  };
  addEventListener(type, onEvent, { capture: true });
  // Others come by here: React listens below the window, and has drawn by now.
  addEventListener(type, () => {
    handlerMs.pop();
    onEnd();
  });

  const begin = Object.getOwnPropertyDescriptor(IDBDatabase.prototype, "transaction")?.value as (
    this: IDBDatabase,
    ...options: Parameters<IDBDatabase["transaction"]>
  ) => IDBTransaction;
  IDBDatabase.prototype.transaction = function (...options) {
    const transaction = begin.apply(this, options);
    if (!isWritten && transaction.mode === "readwrite" && transaction.objectStoreNames.contains(store)) {
      isWritten = true;
      const from = eventAt;
      transaction.addEventListener("complete", () => writeMs.push(performance.now() - from));
    }
    return transaction;
  };
  window.probes = { handlerMs, writeMs, readyMs: Promise.resolve(0) };
}

/** Adds a field whose keys each write a row of a store as it is stored, that of a key or else the first, with no other code in between. */
export async function addBareField([
  databaseName = "",
  store = "",
  ...key
]: readonly string[]): Promise<void> {
  const settle = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error("The database does not respond."));
    });
  const database = await settle(indexedDB.open(databaseName));
  const wanted = key.length > 0 ? [...key] : null;
  const [row] = await settle<unknown[]>(database.transaction(store).objectStore(store).getAll(wanted, 1));
  const field = document.createElement("textarea");
  field.dataset["bare"] = "";
  field.style.cssText = "position: fixed; inset: 0 auto auto 0; inline-size: 400px; block-size: 80px";
  field.addEventListener("input", () => {
    const transaction = database.transaction(store, "readwrite", { durability: "strict" });
    transaction.objectStore(store).put(row);
    transaction.commit();
  });
  document.body.append(field);
}

/** Waits until a field takes a letter and shows it. */
export function watchField(selector: string): void {
  const readyMs = new Promise<number>((resolve) => {
    let after: string | null = null;
    const look = () => {
      const field = document.querySelector<HTMLTextAreaElement | HTMLInputElement>(selector);
      if (!field || field.matches(":disabled")) return;
      if (after === null) {
        after = `${field.value}x`;
        // The prototype's own: React's would take the letter for one of its own.
        Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")?.set?.call(field, after);
        field.dispatchEvent(new InputEvent("input", { bubbles: true, data: "x", inputType: "insertText" }));
      }
      // React takes a letter back that it has not drawn yet.
      if (field.value === after) {
        observer.disconnect();
        resolve(performance.now());
      } else setTimeout(look);
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { subtree: true, childList: true, attributeFilter: ["disabled"] });
  });
  window.probes = { handlerMs: [], writeMs: [], readyMs };
}

/** Waits until the library shows that many rows, and a count for each status. */
export function watchLibrary(rowCount: number): void {
  const readyMs = new Promise<number>((resolve) => {
    const look = () => {
      const rows = document.querySelectorAll("table[aria-label=Interviews] > tbody > tr");
      const statuses = Array.from(document.querySelectorAll("[role=group][aria-label=Status] button"));
      const isCounted = statuses.length > 0 && statuses.every(({ textContent }) => /\d/u.test(textContent));
      if (rows.length !== rowCount || !isCounted) return;
      observer.disconnect();
      // What stands there is laid out too.
      document.body.getBoundingClientRect();
      resolve(performance.now());
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { subtree: true, childList: true, characterData: true });
  });
  window.probes = { handlerMs: [], writeMs: [], readyMs };
}

/** Waits until the page of a candidate lists an interview. */
export function watchCandidate(): void {
  const readyMs = new Promise<number>((resolve) => {
    const look = () => {
      if (!document.querySelector("section[aria-labelledby=interviews] li")) return;
      observer.disconnect();
      // What stands there is laid out too.
      document.body.getBoundingClientRect();
      resolve(performance.now());
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { subtree: true, childList: true });
  });
  window.probes = { handlerMs: [], writeMs: [], readyMs };
}

/** Waits until a table has that many rows in its body, each of that many cells. */
export function watchTable([rowCount, cellCount]: readonly [number, number]): void {
  const readyMs = new Promise<number>((resolve) => {
    const look = () => {
      const rows = document.querySelectorAll<HTMLTableRowElement>("tbody tr");
      if (rows.length !== rowCount || rows[rowCount - 1]?.cells.length !== cellCount) return;
      observer.disconnect();
      // What stands there is laid out too.
      document.body.getBoundingClientRect();
      resolve(performance.now());
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { subtree: true, childList: true });
  });
  window.probes = { handlerMs: [], writeMs: [], readyMs };
}

/**
 * Goes away from a table and comes back to it. What is away and what is back is named by its button; a table without an
 * `away` is hidden by the button that shows it.
 *
 * @returns ms from the click to the table laid out
 */
export async function openTable({
  away,
  back,
  size: [rowCount, cellCount],
}: {
  readonly away: string | null;
  readonly back: string;
  readonly size: readonly [number, number];
}): Promise<number> {
  const button = (name: string) =>
    Array.from(document.querySelectorAll<HTMLElement>("button, nav a")).find(
      ({ textContent }) => textContent === name,
    );
  const isThere = () => {
    // What is come back to may have been kept, and not be shown meanwhile.
    const shown = Array.from(document.querySelectorAll("table")).find((table) => table.checkVisibility());
    const rows = shown?.tBodies[0]?.rows;
    return rows?.length === rowCount && rows[rowCount - 1]?.cells.length === cellCount;
  };
  const until = (isSo: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!isSo()) return;
        observer.disconnect();
        resolve();
      };
      const observer = new MutationObserver(look);
      observer.observe(document, { subtree: true, childList: true, attributeFilter: ["style"] });
      look();
    });
  if (away !== null || isThere()) button(away ?? back)?.click();
  await until(() => !isThere());
  const from = performance.now();
  button(back)?.click();
  await until(isThere);
  document.body.getBoundingClientRect();
  return performance.now() - from;
}

/** Writes a word into the note of one session that is submitted. */
export async function noteRareWord([databaseName, word]: readonly [string, string]): Promise<void> {
  const settle = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error("The database does not answer."));
    });
  const database = await settle(indexedDB.open(databaseName));
  const transaction = database.transaction(["answers", "noteWords"], "readwrite");
  const sessionId = "session-5555";
  const range = IDBKeyRange.bound([sessionId], [sessionId, []]);
  const [row] = (await settle(transaction.objectStore("answers").getAll(range))) as { notes: object[] }[];
  row!.notes.push({ id: "rare", atMs: 0, text: `The ${word} was dead.` });
  await settle(transaction.objectStore("answers").put(row));
  // What was known of it is made anew.
  const words = transaction.objectStore("noteWords");
  const known = (await settle(words.getAllKeys())) as [number, string][];
  await Promise.all(known.filter((key) => key[1] === sessionId).map((key) => settle(words.delete(key))));
  database.close();
}

/**
 * Types into a field what is looked for.
 *
 * @param field its selector. @param found that of what is there once it was found
 * @returns ms until that is there
 */
export async function findBy({
  field: selector,
  text,
  found,
}: {
  readonly field: string;
  readonly text: string;
  readonly found: string;
}): Promise<number> {
  const field = document.querySelector<HTMLInputElement>(selector);
  if (!field) throw new Error(`There is no ${selector}.`);
  // The prototype's own: React's would take the letters for some of its own.
  const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
  const type = (letters: string) => {
    value?.set?.call(field, letters);
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  };
  const until = (isSo: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!isSo()) return;
        observer.disconnect();
        resolve();
      };
      const observer = new MutationObserver(look);
      observer.observe(document, { subtree: true, childList: true, characterData: true });
      look();
    });
  const isFound = () => document.querySelector(found) !== null;
  type("");
  await until(() => !isFound());
  // What was found last is forgotten with the next search.
  await new Promise((resolve) => {
    setTimeout(resolve, 1000);
  });
  const from = performance.now();
  type(text);
  await until(isFound);
  document.body.getBoundingClientRect();
  return performance.now() - from;
}

/** Deletes the sessions of a candidate, their answers and the words of their notes, with no other code in between. @returns ms that it took */
export async function deleteBare([databaseName, candidate]: readonly [string, string]): Promise<number> {
  const settle = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error("The database does not answer."));
    });
  const database = await settle(indexedDB.open(databaseName));
  const rows = (await settle(database.transaction("sessions").objectStore("sessions").getAll())) as readonly {
    readonly id: string;
    readonly candidate: string;
    readonly scheduledAt: number;
  }[];
  const own = rows.filter((row) => row.candidate === candidate);
  const from = performance.now();
  await new Promise<void>((resolve, reject) => {
    const transaction = database.transaction(["sessions", "answers", "noteWords"], "readwrite", {
      durability: "strict",
    });
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error("The rows can't be deleted."));
    for (const { id, scheduledAt } of own) {
      transaction.objectStore("sessions").delete(id);
      transaction.objectStore("answers").delete(IDBKeyRange.bound([id], [id, []]));
      transaction.objectStore("noteWords").delete([scheduledAt, id]);
    }
  });
  const ms = performance.now() - from;
  database.close();
  return ms;
}

/** Reads every answer, a few hundred at a time, and looks for a text in its notes. @returns ms that it took */
export async function scanNotes([databaseName, text]: readonly [string, string]): Promise<number> {
  const settle = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error("The database does not answer."));
    });
  interface Row {
    readonly sessionId: string;
    readonly questionId: string;
    readonly areas: Readonly<Record<string, { readonly note: string }>>;
    readonly notes: readonly { readonly text: string }[];
  }
  const database = await settle(indexedDB.open(databaseName));
  const from = performance.now();
  const store = database.transaction("answers").objectStore("answers");
  const found: Row[] = [];
  const holds = (note: string) => note.toLowerCase().includes(text);
  let rows = (await settle(store.getAll(null, 500))) as Row[];
  while (rows.length > 0) {
    for (const row of rows) {
      const notes = [
        ...Object.values(row.areas).map(({ note }) => note),
        ...row.notes.map((one) => one.text),
      ];
      if (notes.some(holds)) found.push(row);
    }
    const { sessionId, questionId } = rows.at(-1)!;
    const range = IDBKeyRange.lowerBound([sessionId, questionId], true);
    rows = (await settle(store.getAll(range, 500))) as Row[];
  }
  const ms = performance.now() - from;
  database.close();
  return ms;
}

/**
 * Shows a question of the live screen by its key, or the other list of the bare page by its button.
 *
 * @returns ms from the key or click until its areas are laid out
 */
export async function showQuestion(question: number): Promise<number> {
  const firstArea = () => document.querySelector("[data-areas] > li")?.getAttribute("data-area");
  const before = firstArea();
  const from = performance.now();
  const bare = document.querySelector<HTMLButtonElement>("button[data-bare]");
  if (bare) bare.click();
  else {
    const held = { key: String(question), code: `Digit${question}`, altKey: true };
    document.body.dispatchEvent(new KeyboardEvent("keydown", { ...held, bubbles: true, cancelable: true }));
  }
  await new Promise<void>((resolve) => {
    const look = () => {
      const now = firstArea();
      if (!now || now === before) return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { subtree: true, childList: true, attributes: true });
    look();
  });
  document.body.getBoundingClientRect();
  return performance.now() - from;
}
