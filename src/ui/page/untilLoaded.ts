const [FIRST_PAUSE_MS, LONGEST_PAUSE_MS] = [1000, 30_000];

/**
 * Loads what works without a screen, and tries again until it is there: nobody would see that it is missing. Firefox asks
 * for a file once a page only; there the next page has it.
 *
 * @param load asks for it, each time anew
 */
export async function untilLoaded<T>(load: () => Promise<T>): Promise<T> {
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => {
        setTimeout(resolve, pauseMs);
      });
    }
  }
}
