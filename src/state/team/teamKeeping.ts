import type { AppParts } from "../app/appContext.ts";

/** What the team's worker is begun with. */
export interface TeamRequest extends Pick<AppParts, "appName"> {
  readonly databaseName: string;
  /** Of the server, on the app's own origin. */
  readonly address: string;
}

/** One sender a browser: other tabs wait for their turn. */
const LOCK = "interview-scorecard team";

/**
 * Carries what this device has to say to the teams that it is in, and takes in what they say, for as long as the page is
 * there; in one tab at a time, and in a worker, so that nothing typed or drawn waits for it.
 *
 * @param address of the server, on the app's own origin
 * @param untilBegun begins it anew until it has begun
 */
export function keepTeams(
  { database, appName }: AppParts,
  address: string,
  page: Window,
  untilBegun: <T>(begin: () => Promise<T>) => Promise<T>,
): void {
  // Where there are no locks the browser has no keys either: the page did not come over https.
  if (!("locks" in navigator)) return;
  const request: TeamRequest = { databaseName: database.name, appName, address };
  void navigator.locks.request(LOCK, async () => {
    let worker = await untilBegun(() => beginWork(request));
    // A page that the browser keeps for the way back would keep the worker's transactions open, which others wait for.
    page.addEventListener("pagehide", ({ persisted }) => {
      if (persisted) worker.terminate();
    });
    page.addEventListener("pageshow", ({ persisted }) => {
      if (persisted) void untilBegun(async () => (worker = await beginWork(request)));
    });
    await new Promise<never>(() => {});
  });
}

function beginWork(request: TeamRequest): Promise<Worker> {
  const worker = new Worker(new URL("teamWorker.ts", import.meta.url), { type: "module" });
  return new Promise((resolve, reject) => {
    worker.onmessage = () => resolve(worker);
    worker.onerror = () => reject(new Error("The team’s worker did not start."));
    worker.postMessage(request);
  });
}
