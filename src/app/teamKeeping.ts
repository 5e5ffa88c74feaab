import type { AppParts } from "../state/app/appContext.ts";
import type { TeamRequest } from "../state/team/teamWorker.ts";
import { untilLoaded } from "../ui/page/untilLoaded.ts";

/**
 * Has a worker carry what this device has to say to the teams that it is in, and take in what they say, for as long as the
 * page is there: nothing that is typed or drawn waits for it.
 */
export function keepTeams({ database, appName }: AppParts): void {
  // Where there are no locks the browser has no keys either: the page did not come over https.
  if (!("locks" in navigator)) return;
  // The host of the app hands a team server on, on the app's own origin.
  const address = new URL("team", document.baseURI).href.replace(/^http/u, "ws");
  const request: TeamRequest = { databaseName: database.name, appName, address };
  let worker: Worker | null = null;
  let isKept = false;
  const begin = () =>
    untilLoaded(async () => {
      worker?.terminate();
      if (isKept) return;
      worker = new Worker(new URL("../state/team/teamWorker.ts", import.meta.url), { type: "module" });
      await begun(worker, request);
    });
  void begin();
  // A page that the browser keeps for the way back would keep the worker's transactions open, which others wait for.
  window.addEventListener("pagehide", ({ persisted }) => {
    if (!persisted) return;
    isKept = true;
    worker?.terminate();
  });
  window.addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    isKept = false;
    void begin();
  });
}

function begun(worker: Worker, request: TeamRequest): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.onmessage = () => resolve();
    worker.onerror = () => reject(new Error("The team’s worker did not start."));
    worker.postMessage(request);
  });
}
