/** Documents of one kind whose screen was left before their last changes were written. */
export interface UnsavedWork<T> {
  /** @returns what is kept under that id, or undefined; it stays */
  readonly get: (id: string) => T | undefined;
  /** @returns what is kept under that id, or undefined: it belongs to the screen that asks from then on */
  readonly take: (id: string) => T | undefined;
  /**
   * Ends the work of a screen that is left: at once where it is done; else it is kept until then, or until it is taken.
   *
   * @param subscribe tells of each change of what the work is at; gives what ends that
   */
  readonly endWhenDone: (
    id: string,
    work: T,
    subscribe: (onChange: () => void) => () => void,
    isDone: () => boolean,
    end: () => void,
  ) => void;
}

/** Makes a place for work that outlives its screen: it is tried until it is written, and the next visit finds it. */
export function createUnsavedWork<T>(): UnsavedWork<T> {
  const byId = new Map<string, T>();
  return {
    get: (id) => byId.get(id),
    take: (id) => {
      const work = byId.get(id);
      byId.delete(id);
      return work;
    },
    endWhenDone: (id, work, subscribe, isDone, end) => {
      if (isDone()) {
        end();
        return;
      }
      byId.set(id, work);
      const stop = subscribe(() => {
        if (!isDone()) return;
        stop();
        if (byId.get(id) === work && byId.delete(id)) end();
      });
    },
  };
}
