import { useEffect, useState } from "react";
import { ADDRESS_FILE, linkAddress, type LinkAddress } from "../../domain/panels/linkAddress.ts";
import { useApp, type AppParts } from "./appContext.ts";

/** However many links a page shows, the file is read once. */
const readings = new WeakMap<AppParts, Promise<string | null>>();

/** @param here the address of the page. @returns where the links of invitations lead; undefined until it is known */
export function useLinkAddress(here: string): LinkAddress | undefined {
  const app = useApp();
  const [address, setAddress] = useState<LinkAddress>();
  useEffect(() => {
    let isLeft = false;
    const read = async () => {
      const reading = readings.get(app) ?? readAddressFile();
      readings.set(app, reading);
      const written = await reading;
      if (!isLeft) setAddress(linkAddress(written, here));
    };
    void read();
    return () => {
      isLeft = true;
    };
  }, [app, here]);
  return address;
}

/** Without a network, or where the host has no such file, the app is where it is. */
async function readAddressFile(): Promise<string | null> {
  try {
    const response = await fetch(`./${ADDRESS_FILE}`, { cache: "no-cache" });
    const isText = response.headers.get("content-type")?.startsWith("text/plain") ?? false;
    return response.ok && isText ? await response.text() : null;
  } catch {
    return null;
  }
}
