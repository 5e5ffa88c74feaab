import type { Database } from "../../storage/database.ts";
import { isChromium, openPageMarks } from "../../storage/pageMarks.ts";
import { hasRoom } from "../../storage/room.ts";
import type { AppParts } from "./appContext.ts";
import { lockManager } from "./lockManager.ts";

/** What every page holds, together with the others. */
const HERE = "interview-scorecard page";
/** Held while one looks whether others are there, so that of several that start together one is the first. */
const LOOKING = "interview-scorecard page looks";

/**
 * Keeps the database from being lost after Chromium was killed, or the power cut, while it wrote. LevelDB passes over a
 * record that was cut, and goes on in the same log behind it (https://github.com/google/leveldb/issues/1287). At the start
 * after that it can't read the log, and Chromium makes an empty database. So where a page was there at the end of the
 * browser, a new log is begun: also where the system shut down in an orderly way, of which a page does not hear either.
 *
 * @throws where it can't be begun; the next start tries again
 */
export async function outliveBrowserEnd({ newId }: Pick<AppParts, "newId">, page: Window): Promise<void> {
  const locks = lockManager();
  if (!locks || !isChromium()) return;
  const marks = openPageMarks();
  const id = newId();
  let letGo = () => {};
  const hold = () =>
    new Promise<void>((resolve) => {
      void locks.request(HERE, { mode: "shared" }, () => {
        resolve();
        return new Promise<void>((end) => {
          letGo = end;
        });
      });
    });
  const killed = await locks.request(LOOKING, async () => {
    const { held = [] } = await locks.query();
    // Where a page is there the browser has not ended since, and who came first has looked.
    const isFirst = held.every(({ name }) => name !== HERE);
    const found = isFirst ? await marks.list() : [];
    await Promise.all([marks.put(id), hold()]);
    return found;
  });
  page.addEventListener("pagehide", () => {
    marks.remove(id);
    letGo();
  });
  page.addEventListener("pageshow", ({ persisted }) => {
    if (persisted) void Promise.all([marks.put(id), hold()]);
  });
  if (killed.length > 0) await marks.beginNewLog(killed);
}

/**
 * Keeps the database from being lost after Chromium closed it under the page. It does so where the disk is full, and then the
 * log ends in a record that is cut, as after the end of the browser. So before anything else is written a new log is begun;
 * and none is where there is no room for it, for what is cut behind a record that is cut can't be read at all.
 *
 * To be called when the database is open. Where there is no room it does not open again.
 */
export function outliveLostConnection(database: Database): void {
  if (!isChromium()) return;
  let isLost = false;
  const prepare = async () => {
    if (isLost) {
      if (!(await hasRoom()))
        throw new DOMException("The disk has no room left for this browser.", "QuotaExceededError");
      await openPageMarks().beginNewLog([]);
      isLost = false;
    }
    database.backendDB().addEventListener("close", () => {
      isLost = true;
    });
  };
  database.on("ready", prepare, true);
}
