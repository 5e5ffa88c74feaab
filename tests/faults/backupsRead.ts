interface ReadBackup {
  readonly name: string;
  readonly isQuarantined: boolean;
  readonly sessions: number;
  readonly submitted: number;
}

/** In the page: the automatic backups in a directory of the origin's own, newest first, each read whole. */
export async function readBackups(directoryName: string): Promise<readonly ReadBackup[]> {
  const root = await navigator.storage.getDirectory();
  const directory = await root.getDirectoryHandle(directoryName, { create: true });
  const backups: ReadBackup[] = [];
  for await (const handle of directory.values()) {
    if (handle.kind !== "file" || !handle.name.startsWith("interview-scorecard copy ")) continue;
    const file = await handle.getFile();
    const text = await new Response(file.stream().pipeThrough(new DecompressionStream("gzip"))).text();
    const { entries } = JSON.parse(text) as {
      readonly entries: readonly { readonly session?: { readonly status: string } }[];
    };
    const sessions = entries.flatMap(({ session }) => session ?? []);
    backups.push({
      name: handle.name,
      isQuarantined: handle.name.includes("beside"),
      sessions: sessions.length,
      submitted: sessions.filter(({ status }) => status === "submitted").length,
    });
  }
  return backups.toSorted((a, b) => b.name.localeCompare(a.name));
}
