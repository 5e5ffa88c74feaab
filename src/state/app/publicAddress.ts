import { useEffect, useState } from "react";
import { linkAddress, type LinkAddress } from "../../domain/panels/linkAddress.ts";

/** A line beside index.html, which whoever hosts the app writes; no build is needed, and an empty one says nothing. */
const ADDRESS_FILE = "./publicAddress.txt";

let reading: Promise<string | null> | undefined;

/** @param here the address of the page. @returns where the links of invitations lead; undefined until it is known */
export function useLinkAddress(here: string): LinkAddress | undefined {
  const [address, setAddress] = useState<LinkAddress>();
  useEffect(() => {
    let isLeft = false;
    const read = async () => {
      // However many links a page shows, the file is read once.
      reading ??= readAddressFile();
      const written = await reading;
      if (!isLeft) setAddress(linkAddress(written, here));
    };
    void read();
    return () => {
      isLeft = true;
    };
  }, [here]);
  return address;
}

/** Without a network, or where the host has no such file, the app is where it is. */
async function readAddressFile(): Promise<string | null> {
  try {
    const response = await fetch(ADDRESS_FILE, { cache: "no-cache" });
    const isText = response.headers.get("content-type")?.startsWith("text/plain") ?? false;
    return response.ok && isText ? await response.text() : null;
  } catch {
    return null;
  }
}
