import type { AppParts } from "../state/app/appContext.ts";
import { outliveBrowserEnd } from "../state/app/browserEnd.ts";
import { keepAutoBackups } from "../state/backups/autoBackupKeeping.ts";
import { keepTakingUp } from "../state/documents/leftBehind.ts";
import { whenTeam } from "../storage/team/teamPresence.ts";
import { ignoreSecondClicks } from "../ui/page/doubleClick.ts";
import { keepFocus } from "./screen/keptFocus.ts";
import { untilLoaded } from "../ui/page/untilLoaded.ts";
import { loadAfterFirstScreen } from "./firstScreen.ts";
import { sayFailedPresses } from "./screen/FailedPress.tsx";
import { keepTeams } from "./teamKeeping.ts";

/** When whoever came for one thing has it. */
const WHEN_IDLE_MS = 9500;

/**
 * Begins what the app does by itself for as long as the page is there: outliving an end of the browser, taking up what other
 * pages left behind, backups, teams where there is one, what is looked up by words, saying what could not be saved or was cut
 * off, and passing over second clicks.
 *
 * @returns resolves when what is written outlives the next end of the browser, too
 */
export function keepWorking(parts: AppParts): Promise<void> {
  ignoreSecondClicks(window);
  keepFocus(document);
  // The next start tries again.
  const outlived = outliveBrowserEnd(parts, window).catch(() => {});
  keepTakingUp(parts);
  sayFailedPresses();
  void loadAfterFirstScreen(() => import("./screen/CutText.tsx")).then(({ sayCutText }) => sayCutText());
  void keepAutoBackups(parts);
  whenTeam(parts.database, () => keepTeams(parts));
  // What could not be read or written now is with the next page: nobody pressed for it.
  setTimeout(() => void keepSearchesReady(parts).catch(() => {}), WHEN_IDLE_MS);
  return outlived;
}

async function keepSearchesReady(parts: AppParts): Promise<void> {
  const { signal } = new AbortController();
  const { keepIndexed: keep } = await untilLoaded(() => import("../state/search/noteSearch.ts"));
  await keep(parts, signal);
}
