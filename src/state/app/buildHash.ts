import { useEffect, useState } from "react";
import { sha256 } from "../../domain/text/sha256.ts";

/** Of so many digits is a build's name; nobody types more. */
const SHOWN_DIGITS = 16;

/**
 * @returns the first 16 digits of the SHA-256 of `hashes.json`, which names every file of this build: two apps that show
 * the same are the same. Undefined until it is known, and where there is no such file, as while the app is developed
 */
export function useBuildHash(): string | undefined {
  const [hash, setHash] = useState<string>();
  useEffect(() => {
    let isLeft = false;
    const read = async () => {
      const found = await readBuildHash();
      if (!isLeft) setHash(found);
    };
    void read();
    return () => {
      isLeft = true;
    };
  }, []);
  return hash;
}

async function readBuildHash(): Promise<string | undefined> {
  try {
    const response = await fetch("./hashes.json", { cache: "no-cache" });
    const text = response.ok ? await response.text() : "";
    return text.startsWith("{") ? sha256(text).slice(0, SHOWN_DIGITS) : undefined;
  } catch {
    return undefined;
  }
}
