// @vitest-environment node
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const source = resolve(import.meta.dirname, "../../src");

/** What makes a text or a value of bytes that may come from elsewhere. */
const readings = [
  /\.(?:text|arrayBuffer|bytes|stream)\(\)/,
  /\bJSON\.parse\(/,
  /\bnew (?:FileReader|Response|TextDecoder|TextDecoderStream|DecompressionStream)\(/,
  /\b(?:atob|base64(?:Url)?ToBytes)\(/,
];

/** The files that make up the door, and those that read what the app wrote itself. */
const allowed: Readonly<Record<string, string>> = {
  "domain/text/base64.ts": "has whoever asks check what it takes out of base64",
  "interchange/team/lockedScorecard.ts":
    "takes the key of a file out of base64; what it is good for shows when it unlocks",
  "interchange/files/openFile.ts": "the door",
  "interchange/files/inflate.ts": "unpacks for the door, under a cap",
  "interchange/files/unzip.ts": "unpacks Word documents and archives, under a cap",
  "interchange/files/filesInZips.ts": "unpacks for the door, under a cap; each file goes through it then",
  "interchange/files/fileText.ts": "the door's way from bytes to the text of a guide",
  "interchange/files/decoding.ts": "parses for the door, after size and depth were checked",
  "interchange/formats/invitationFile.ts": "parses what it has just written, to pack it into a link",
  "interchange/team/signedMessage.ts":
    "takes keys and signatures out of base64; what they are good for is checked",
  "storage/team/teamServer.ts":
    "takes a message out of what its server wraps it in; it is checked where it is read",
  "storage/team/folderTransport.ts":
    "takes a message out of its file, as long as one may be; it is checked where it is read",
  "interchange/team/serverIdentity.ts": "reads keys that it made, and a link, whose parts are checked",
  "interchange/files/fileLines.ts": "gives the door of backups its lines, each under a cap",
  "interchange/files/encryption.ts": "looks at the first bytes of a file",
  "interchange/guideText/sources/wordHtml.ts": "reads what was unpacked for it, under a cap",
  "state/backups/backupWork.ts":
    "streams of backups, which their door reads; its own list of what was decided",
  "state/backups/autoBackupWork.ts": "hands on a backup that was just written",
  "storage/backups/autoBackupFiles.ts": "hands on a copy that was just written",
  "state/app/publicAddress.ts":
    "reads a line of the app's own host, of which nothing but an address is taken",
  "state/app/buildHash.ts": "hashes the list of the app's own files, and takes nothing else of it",
  "app/serviceWorker.ts": "hands on the files of the app itself",
  "ui/float/floatWindow.ts": "gives the panel the style sheets of the app itself",
  "ui/page/tabDraft.ts": "reads what it wrote itself, outside of files",
  "storage/leftBehind.ts": "reads what it wrote itself, outside of files",
  "state/backups/backupRecord.ts": "reads what it wrote itself, outside of files",
};

/** @returns the lines that read a file past the door */
function readingsIn(path: string, text: string): readonly string[] {
  if (path in allowed) return [];
  return text
    .split("\n")
    .filter((line) => !/^\s*(?:\/\/|\*|\/\*)/.test(line) && readings.some((reading) => reading.test(line)))
    .map((line) => `${path}: ${line.trim()}`);
}

test("no file is read past the door", () => {
  const paths = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((path) =>
    /\.tsx?$/.test(path),
  );
  expect(paths.length).toBeGreaterThan(150);
  expect(paths.flatMap((path) => readingsIn(path, readFileSync(join(source, path), "utf8")))).toEqual([]);
});

test.each([
  "const text = await file.text();",
  "const bytes = await blob.arrayBuffer();",
  "const value = JSON.parse(text);",
  "const reader = new FileReader();",
  "const text = await new Response(file).text();",
  'const plain = file.stream().pipeThrough(new DecompressionStream("gzip"));',
  "const binary = atob(part);",
  "const bytes = base64ToBytes(part);",
  "const bytes = base64UrlToBytes(part);",
])("a file read past the door is found: %s", (line) => {
  expect(readingsIn("features/library/Planted.tsx", `import "x";\n${line}\n`)).toHaveLength(1);
  expect(readingsIn("interchange/files/openFile.ts", line)).toEqual([]);
});

test("every file that may read is there and reads", () => {
  for (const path of Object.keys(allowed)) {
    const text = readFileSync(join(source, path), "utf8");
    expect([path, readings.some((reading) => reading.test(text))]).toEqual([path, true]);
  }
});
