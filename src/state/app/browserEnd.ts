import type { Database } from "../../storage/database.ts";
import { isChromium, openPageMarks, type PageMarks } from "../../storage/pageMarks.ts";
import { hasRoom } from "../../storage/room.ts";
import type { AppParts } from "./appContext.ts";
import { lockManager } from "./lockManager.ts";

/** What every page holds, together with the others. */
const HERE = "interview-scorecard page";
/** Held while one looks whether others are there, so that of several that start together one is the first. */
const LOOKING = "interview-scorecard page looks";
/** Before one looks again whether there is room. */
const PAUSE_MS = 1000;

/**
 * Keeps the database from being lost after Chromium was killed, the power cut, or the disk full, while it wrote. LevelDB passes
 * over a record that was cut, and goes on in the same log behind it (https://github.com/google/leveldb/issues/1287). The next
 * time that it opens it can't read the log, and Chromium makes an empty database. So a new log is begun where a page was there
 * at the end of the browser, also where the system shut down in an orderly way, of which a page does not hear either; and where
 * the browser closed the database under this page, as it does when a write has no room.
 *
 * @throws where it can't be begun; the next start tries again
 */
export async function outliveBrowserEnd(
  { database, newId }: Pick<AppParts, "database" | "newId">,
  page: Window,
): Promise<void> {
  const locks = lockManager();
  if (!locks || !isChromium()) return;
  const marks = openPageMarks();
  outliveLostConnection(database, marks);
  const id = newId();
  let isHere = false;
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
  const arrive = async () => {
    isHere = true;
    await Promise.all([marks.put(id), hold()]);
  };
  page.addEventListener("pagehide", () => {
    if (isHere && !database.isLogCut) marks.remove(id);
    letGo();
  });
  page.addEventListener("pageshow", ({ persisted }) => {
    if (persisted && isHere) void arrive();
  });
  const killed = await locks.request(LOOKING, async () => {
    const { held = [] } = await locks.query();
    // Where a page is there the browser has not ended since, and who came first has looked.
    const isFirst = held.every(({ name }) => name !== HERE);
    const found = isFirst ? await marks.list() : [];
    if (found.length === 0) await arrive();
    return found;
  });
  if (killed.length === 0) return;
  await beginNewLog(database, marks, killed);
  await arrive();
}

function outliveLostConnection(database: Database, marks: PageMarks): void {
  let isLost = false;
  const prepare = async () => {
    database.backendDB().addEventListener("close", () => {
      isLost = true;
    });
    if (!isLost || database.isLogCut) return;
    await new Promise<void>((resolve, reject) => {
      beginNewLog(database, marks, [], resolve).then(() => {
        isLost = false;
        resolve();
      }, reject);
    });
  };
  database.on("ready", prepare, true);
}

/**
 * Where there is no room for it, nothing is written into the log that there is until there is, and it is begun then.
 *
 * @param onNoRoom called, perhaps again and again, while there is none
 * @throws where it can't be begun
 */
async function beginNewLog(
  database: Database,
  marks: PageMarks,
  ids: readonly string[],
  onNoRoom = () => {},
): Promise<void> {
  try {
    while (!(await hasRoom())) {
      database.isLogCut = true;
      onNoRoom();
      await new Promise((resolve) => {
        setTimeout(resolve, PAUSE_MS);
      });
    }
    await marks.beginNewLog(ids);
  } finally {
    database.isLogCut = false;
  }
}
