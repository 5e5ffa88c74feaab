import { afterEach, expect, test, vi } from "vitest";
import { joinTeam, teamForInvitation } from "../../../src/state/team/teamLinks.ts";
import { acceptInvitation } from "../../../src/state/panels/invitations.ts";
import { readOwnSeats } from "../../../src/storage/panels/ownSeats.ts";
import { smallGuide, START } from "../../smallInterview.ts";
import { endMachines, invitationFor, join, ledPanel, newMachine, submit } from "./teamMachines.ts";

afterEach(endMachines);

test("who leads through no server gives nothing out with an invitation", async () => {
  expect(await teamForInvitation(newMachine(), "panel", "i1")).toBeNull();
});

test.each([
  ["Panel", "i1"],
  ["panel", "i.1"],
  ["panel", "lead"],
])(
  "the panel %s and the seat %s, which would be others on a server, go by files alone",
  async (panelId, seat) => {
    const lead = newMachine();
    const panel = await ledPanel(lead);
    const team = await teamForInvitation(lead, panel.id, "i1");
    expect(team).not.toBeNull();
    expect(await teamForInvitation(lead, panelId, seat)).toBeNull();
    const seatsOwn = newMachine();
    await joinTeam(seatsOwn, panelId, seat, team!);
    expect(await seatsOwn.database.teamLinks.count()).toBe(0);
  },
);

test("who opens an invitation twice joins once, with one key", async () => {
  const lead = newMachine();
  const noor = newMachine();
  const panel = await ledPanel(lead);
  const team = await teamForInvitation(lead, panel.id, "i1");
  await joinTeam(noor, panel.id, "i1", team!);
  const keys = await noor.database.teamKeys.toArray();
  await joinTeam(noor, panel.id, "i1", team!);
  expect((await noor.database.teamKeys.toArray()).map(({ publicKey }) => publicKey)).toEqual([
    keys[0]?.publicKey,
  ]);
});

test("the lead’s own seat has nothing to send: its scorecard is there", async () => {
  const lead = newMachine();
  const panel = await ledPanel(lead);
  await join(lead, lead, panel, "i1");
  expect(await lead.database.outbox.count()).toBe(0);
  expect((await lead.database.teamLinks.toArray()).map(({ side }) => side)).not.toContain("seat");
});

test("in a browser that can’t sign the invitation plans the interview all the same, and its scorecard goes by hand", async () => {
  const lead = newMachine();
  const noor = newMachine();
  const panel = await ledPanel(lead);
  const invitation = await invitationFor(lead, panel, "i1");
  vi.spyOn(crypto.subtle, "generateKey").mockRejectedValue(new DOMException("No.", "NotSupportedError"));
  const id = await acceptInvitation(noor, invitation, smallGuide, { scheduledAt: START, slotMinutes: 60 });
  await submit(noor, id);
  expect((await readOwnSeats(noor.database))[0]?.delivery).toEqual({ kind: "toSend" });
});

test("who has that seat on this device gives it to nobody else", async () => {
  const lead = newMachine();
  const noor = newMachine();
  const panel = await ledPanel(lead);
  await join(lead, noor, panel, "i1");
  await ledPanel(noor);
  expect(await teamForInvitation(noor, panel.id, "i1")).toBeNull();
});
