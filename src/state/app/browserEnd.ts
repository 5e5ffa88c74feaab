import { itemKeys, writeItem } from "../../storage/localItems.ts";
import { beginNewLog } from "../../storage/newLog.ts";
import type { AppParts } from "./appContext.ts";
import { lockManager } from "./lockManager.ts";

/** What every page holds together with the others, and what begins the name of its item in localStorage. */
const PAGE = "interview-scorecard page ";

/**
 * Keeps the database from being lost after Chromium was killed, or the power cut, while it wrote. LevelDB passes over a
 * record that was cut, and goes on in the same log behind it (https://github.com/google/leveldb/issues/1287). At the start
 * after that it can't read the log, and Chromium makes an empty database. So where pages were there at the end of the
 * browser that never went away, a new log is begun.
 *
 * @throws where it can't be begun; the next start tries again
 */
export async function outliveBrowserEnd(
  { database, newId }: Pick<AppParts, "database" | "newId">,
  page: Window,
): Promise<void> {
  const locks = lockManager();
  if (!locks || !isChromium()) return;
  const { held = [] } = await locks.query();
  // Where a page is there the browser has not ended since, and who came first has looked.
  const killed = held.some(({ name }) => name === PAGE)
    ? []
    : itemKeys().filter((key) => key.startsWith(PAGE));
  const key = PAGE + newId();
  let letGo = () => {};
  const come = () => {
    writeItem(key, "here");
    const untilGone = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    void locks.request(PAGE, { mode: "shared" }, () => untilGone);
  };
  come();
  page.addEventListener("pagehide", () => {
    writeItem(key, null);
    letGo();
  });
  page.addEventListener("pageshow", ({ persisted }) => {
    if (persisted) come();
  });
  if (killed.length === 0) return;
  await beginNewLog(database);
  for (const one of killed) writeItem(one, null);
}

/** @returns whether its database may be LevelDB's: no page is told */
function isChromium(): boolean {
  return "userAgentData" in navigator;
}
