/*
 * Functions that run in the page. Each is sent there as text, so it can use nothing from outside itself.
 */

declare global {
  interface Window {
    /** Tasks of 50 ms and more on the page's thread, ms each. */
    longTasks: { readonly at: number; readonly ms: number }[];
  }
}

/** Notes long tasks from now on; hands out no downloads. */
export function watchLongTasks(): void {
  window.longTasks = [];
  HTMLAnchorElement.prototype.click = () => {};
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      window.longTasks.push({ at: startTime, ms: duration });
  }).observe({ type: "longtask" });
}

/** Clicks a button and waits for words. @returns ms until they are there, and the longest task of 50 ms or more meanwhile */
export async function clickAndWait({
  button,
  words,
}: {
  readonly button: string;
  readonly words: string;
}): Promise<{ readonly ms: number; readonly longestMs: number }> {
  const from = performance.now();
  Array.from(document.querySelectorAll("main button"))
    .find(({ textContent }) => textContent === button)
    ?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  await new Promise<void>((resolve) => {
    const look = () => {
      if (document.querySelector("progress") || !document.body.textContent.includes(words)) return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { subtree: true, childList: true, characterData: true });
    // The words of the time before may still stand there.
    setTimeout(look, 50);
  });
  const ms = performance.now() - from;
  await new Promise((resolve) => {
    setTimeout(resolve, 200);
  });
  const longestMs = Math.max(
    0,
    ...window.longTasks.filter(({ at }) => at >= from && at <= from + ms).map((task) => task.ms),
  );
  return { ms, longestMs };
}

/** Reads every row in the order of its keys and makes JSON of it, with no other code in between. @returns ms */
export async function readBare(databaseName: string): Promise<number> {
  const settle = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error("The database does not respond."));
    });
  const database = await settle(indexedDB.open(databaseName));
  const from = performance.now();
  const transaction = database.transaction([...database.objectStoreNames]);
  const parts: Blob[] = [];
  for (const name of database.objectStoreNames) {
    const store = transaction.objectStore(name);
    const toKey = (row: object): IDBValidKey => {
      const keys = [store.keyPath].flat().map((path) => Reflect.get(row, path ?? "") as IDBValidKey);
      return keys.length > 1 ? keys : keys[0]!;
    };
    let rows = (await settle(store.getAll(null, 250))) as object[];
    while (rows.length > 0) {
      parts.push(new Blob([JSON.stringify(rows)]));
      rows = (await settle(store.getAll(IDBKeyRange.lowerBound(toKey(rows.at(-1)!), true), 250))) as object[];
    }
  }
  const ms = performance.now() - from;
  database.close();
  return ms;
}

/** Waits until the browser has tidied up behind what was emptied: it answers nobody meanwhile, for a second and more. */
export async function untilTidy(databaseName: string): Promise<void> {
  const opening = indexedDB.open(databaseName);
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error("The database does not respond."));
  });
  const reading = database.transaction([...database.objectStoreNames]);
  for (const name of database.objectStoreNames) reading.objectStore(name).getAll(null, 1);
  await new Promise<void>((resolve) => {
    reading.oncomplete = () => resolve();
  });
  database.close();
}

/** Empties every store; where rows were kept by an earlier call, and are wanted, puts them back. @returns ms of putting */
export async function putBare([databaseName, isWanted]: readonly [string, boolean]): Promise<number> {
  const settle = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error("The database does not respond."));
    });
  const done = (transaction: IDBTransaction) =>
    new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error("The rows can't be written."));
    });
  const database = await settle(indexedDB.open(databaseName));
  const names = [...database.objectStoreNames];
  const reading = database.transaction(names);
  const rows = isWanted
    ? await Promise.all(names.map((name) => settle(reading.objectStore(name).getAll())))
    : [];
  const clearing = database.transaction(names, "readwrite");
  for (const name of names) clearing.objectStore(name).clear();
  await done(clearing);
  const from = performance.now();
  const writing = database.transaction(names, "readwrite", { durability: "strict" });
  for (const [at, name] of names.entries()) {
    for (const row of rows[at] ?? []) writing.objectStore(name).put(row);
  }
  await done(writing);
  const ms = performance.now() - from;
  if (isWanted) {
    const again = database.transaction(names, "readwrite");
    for (const name of names) again.objectStore(name).clear();
    await done(again);
  }
  database.close();
  return ms;
}
