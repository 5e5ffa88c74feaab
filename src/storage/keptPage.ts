import type { Database } from "./database.ts";

/**
 * A page that is left may be kept as it is, for the way back. WebKit keeps it with its transactions open: they never end,
 * and what any other page writes waits for them, until the browser is closed. So they are given up when the page is kept;
 * what is written past Dexie commits by itself, and what was typed is left behind. A page that gave up some is loaded anew
 * when it is shown again: to it they failed.
 *
 * To be called before the database is opened.
 */
export function letGoWhenKept(database: Database, page: Window): void {
  const open = new Set<IDBTransaction>();
  database.use({
    stack: "dbcore",
    name: "kept",
    create: (core) => ({
      ...core,
      transaction: (stores, mode, options) => {
        const transaction = core.transaction(stores, mode, options) as IDBTransaction;
        open.add(transaction);
        const onOver = () => open.delete(transaction);
        transaction.addEventListener("complete", onOver);
        transaction.addEventListener("abort", onOver);
        return transaction;
      },
    }),
  });
  let isCut = false;
  page.addEventListener("pagehide", ({ persisted }) => {
    if (!persisted) return;
    isCut ||= open.size > 0;
    for (const transaction of open) giveUp(transaction);
  });
  page.addEventListener("pageshow", ({ persisted }) => {
    if (persisted && isCut) page.location.reload();
  });
}

function giveUp(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It is being committed.
  }
}
