type Granted = (lock: Lock | null) => unknown;

/** The browser's lock manager for exclusive locks, which Node 20 and jsdom do not have. */
export function createLocks(): LockManager {
  /** By name: what tells the holder that its lock was stolen. */
  const holders = new Map<string, (error: unknown) => void>();
  const lines = new Map<string, (() => void)[]>();

  function request(name: string, options: LockOptions, onGranted: Granted): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const line = lines.get(name) ?? [];
      lines.set(name, line);

      function grant(): void {
        holders.set(name, reject);
        void Promise.resolve(onGranted({ name, mode: "exclusive" }))
          .then(resolve, reject)
          .then(() => {
            // A lock that was stolen is no longer this one's to pass on.
            if (holders.get(name) !== reject) return;
            holders.delete(name);
            line.shift()?.();
          });
      }

      if (options.steal) {
        holders.get(name)?.(new DOMException("The lock was stolen.", "AbortError"));
        grant();
      } else if (!holders.has(name)) {
        grant();
      } else if (options.ifAvailable) {
        resolve(onGranted(null));
      } else {
        line.push(grant);
        options.signal?.addEventListener("abort", () => {
          const place = line.indexOf(grant);
          if (place < 0) return;
          line.splice(place, 1);
          reject(new DOMException("It was given up.", "AbortError"));
        });
      }
    });
  }

  function query(): Promise<LockManagerSnapshot> {
    const pending = [...lines].flatMap(([name, line]) => line.map(() => ({ name })));
    return Promise.resolve({ held: Array.from(holders.keys(), (name) => ({ name })), pending });
  }

  return { request: request as LockManager["request"], query };
}
