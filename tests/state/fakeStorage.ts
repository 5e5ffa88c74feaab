/** The browser's localStorage, in memory. */
export interface FakeStorage extends Pick<Storage, "getItem" | "setItem" | "removeItem"> {
  /** What it throws, as where a site's data is blocked; null where it works. */
  failure: Error | null;
}

export function fakeStorage(): FakeStorage {
  const items = new Map<string, string>();
  const check = () => {
    if (storage.failure) throw storage.failure;
  };
  const storage: FakeStorage = {
    failure: null,
    getItem: (key) => {
      check();
      return items.get(key) ?? null;
    },
    setItem: (key, value) => {
      check();
      items.set(key, value);
    },
    removeItem: (key) => {
      check();
      items.delete(key);
    },
  };
  return storage;
}
