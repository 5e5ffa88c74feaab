import { expect, test } from "vitest";
import { LONGEST_WIRE } from "../../../src/domain/team/message.ts";
import { openTeamFolder } from "../../../src/storage/team/folderTransport.ts";
import { memoryFolder } from "./memoryFolder.ts";

const HASH = "0123456789abcdef0123456789abcdef";
const card = `p.p1.up.noor.card.${HASH}`;
const roster = `p.p1.all.roster.${HASH}`;
const wire = JSON.stringify({ says: "something" });

test("what one machine puts into the folder another one finds, once, in the order in which it came", async () => {
  const { handle, files } = memoryFolder();
  const [noor, lea] = [await openTeamFolder(handle), await openTeamFolder(handle)];
  expect(await noor.store(card, wire), "before the lead made a place for the panel").toBe(false);
  expect(await lea.makeStream("p1", "p.p1.>")).toBe(true);
  expect(await lea.makeStream("p1", "p.p1.>")).toBe(false);
  expect(await noor.store(card, wire)).toBe(true);
  expect(await noor.store(card, wire)).toBe(true);
  expect(await lea.store(roster, wire)).toBe(true);
  expect([...files.keys()]).toEqual([`p1/up.noor.card.${HASH}.json`, `p1/all.roster.${HASH}.json`]);
  const first = await lea.next("p1", 1, "p.p1.up.>");
  expect(first).toMatchObject({ subject: card, wire });
  expect(await lea.next("p1", first!.number + 1, "p.p1.up.>")).toBeNull();
  const later = `p.p1.up.jo.card.${HASH}`;
  await noor.store(later, wire);
  expect(await lea.next("p1", first!.number + 1, "p.p1.up.>")).toMatchObject({ subject: later });
  expect(await lea.next("p2", 1, "p.p2.up.>")).toBeNull();
});

test("half files, copies of a conflict and whatever else lies there are passed over; a file that becomes whole is read", async () => {
  const { handle, files } = memoryFolder();
  const lea = await openTeamFolder(handle);
  await lea.makeStream("p1", "p.p1.>");
  files.set(`p1/up.noor.card.${HASH}.json`, wire.slice(0, 9));
  files.set(`p1/up.noor.card.${HASH} (Jo's conflicted copy).json`, wire);
  files.set(`p1/up.noor.card.${HASH}.sync-conflict-20261127-051200-ABCDEFG.json`, wire);
  files.set(`p1/up.noor.card.${HASH}.json.crswap`, wire);
  files.set("p1/desktop.ini", "[.ShellClassInfo]");
  files.set("p1/sub/thing.json", wire);
  const other = `p.p1.up.jo.card.${HASH}`;
  await lea.store(other, wire);
  const found = await lea.next("p1", 1, "p.p1.up.>");
  expect(found).toMatchObject({ subject: other });
  expect(await lea.next("p1", found!.number + 1, "p.p1.up.>")).toBeNull();
  files.set(`p1/up.noor.card.${HASH}.json`, wire);
  expect(await lea.next("p1", found!.number + 1, "p.p1.up.>")).toMatchObject({ subject: card, wire });
});

test("what was cut off when it was put there is put there whole the next time; what is too long is given cut", async () => {
  const { handle, files } = memoryFolder();
  const noor = await openTeamFolder(handle);
  await noor.makeStream("p1", "p.p1.>");
  files.set(`p1/up.noor.card.${HASH}.json`, "");
  expect(await noor.store(card, wire)).toBe(true);
  expect(files.get(`p1/up.noor.card.${HASH}.json`)).toBe(wire);
  files.set(`p1/up.noor.card.${HASH}.json`, " ".repeat(LONGEST_WIRE + 100));
  expect((await noor.next("p1", 1, "p.p1.up.>"))?.wire.length).toBe(LONGEST_WIRE + 1);
});

test("a file that can’t be read now, or lies where a panel’s folder should be, stops none of the others", async () => {
  const { handle, files, unreadable } = memoryFolder();
  const lea = await openTeamFolder(handle);
  await lea.makeStream("p1", "p.p1.>");
  await lea.store(card, wire);
  unreadable.add(`p1/up.noor.card.${HASH}.json`);
  files.set("p2", "no folder");
  const other = `p.p1.up.jo.card.${HASH}`;
  await lea.store(other, wire);
  const found = await lea.next("p1", 1, "p.p1.up.>");
  expect(found).toMatchObject({ subject: other });
  expect(await lea.next("p2", 1, "p.p2.up.>")).toBeNull();
  expect(await lea.store(`p.p2.up.noor.card.${HASH}`, wire)).toBe(false);
  unreadable.clear();
  expect(await lea.next("p1", found!.number + 1, "p.p1.up.>")).toMatchObject({ subject: card });
});

test("a file that is touched again and again is no news, and one that says something else is", async () => {
  const { handle, files } = memoryFolder();
  const lea = await openTeamFolder(handle);
  await lea.makeStream("p1", "p.p1.>");
  await lea.store(card, wire);
  const { number } = (await lea.next("p1", 1, "p.p1.up.>"))!;
  files.set(`p1/up.noor.card.${HASH}.json`, wire);
  expect(await lea.next("p1", number + 1, "p.p1.up.>")).toBeNull();
  files.set(`p1/up.noor.card.${HASH}.json`, '{"says":"something else"}');
  expect(await lea.next("p1", number + 1, "p.p1.up.>")).toMatchObject({ wire: '{"says":"something else"}' });
});

test("of a panel that ended nothing lies there but that it did, and nobody puts anything there again", async () => {
  const { handle, files } = memoryFolder();
  const [noor, lea] = [await openTeamFolder(handle), await openTeamFolder(handle)];
  await lea.makeStream("ended", "ended.>");
  await lea.makeStream("p1", "p.p1.>");
  await noor.store(card, wire);
  await lea.store(`ended.p1.${HASH}`, wire);
  await lea.deleteStream("p1");
  await lea.deleteStream("p1");
  expect(await noor.store(card, wire)).toBe(false);
  expect([...files.keys()]).toEqual([`ended/p1.${HASH}.json`]);
  expect(await noor.next("ended", 1, "ended.p1.>")).toMatchObject({ subject: `ended.p1.${HASH}` });
  expect(await noor.next("ended", 1, "ended.p2.>")).toBeNull();
});

test("that no folder was picked, that the browser asks again, and that it is gone are told apart", async () => {
  const folder = memoryFolder();
  await expect(openTeamFolder(undefined)).rejects.toMatchObject({ name: "NoFolderError" });
  folder.permission = "prompt";
  await expect(openTeamFolder(folder.handle)).rejects.toMatchObject({ name: "NotAllowedError" });
  folder.permission = "granted";
  const open = await openTeamFolder(folder.handle);
  await open.check();
  folder.isGone = true;
  await expect(open.check()).rejects.toMatchObject({ name: "NotFoundError" });
  open.close();
});
