import { expect, test } from "vitest";
import { createPanel } from "../../../src/state/panels/panels.ts";
import { readBoard } from "../../../src/storage/panels/board.ts";
import { lockedOf } from "../../../src/storage/team/lockedRows.ts";
import { smallGuide } from "../../smallInterview.ts";
import { newMachine, plan } from "../../state/team/teamMachines.ts";

test("a locked scorecard that came in again is shown as it came in then", async () => {
  const { database, ...app } = newMachine();
  const panel = await createPanel({ database, ...app }, plan, smallGuide);
  const row = { panelId: panel.id, seat: "i1", hash: "h", text: "t", addedAt: 1000 };
  const shownAt = async () =>
    (await readBoard(database, 9)).panels.map(({ receivedAt }) => receivedAt.get("i1"));
  await database.lockedScorecards.put(row);
  expect([await shownAt(), await shownAt()]).toEqual([[1000], [1000]]);
  await lockedOf(database, panel.id).delete();
  expect(await shownAt()).toEqual([undefined]);
  await database.lockedScorecards.put({ ...row, addedAt: 5000 });
  expect(await shownAt()).toEqual([5000]);
});
