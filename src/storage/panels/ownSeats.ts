import {
  changedAtOf,
  deliveryOf,
  isSentForm,
  isToLead,
  type Delivery,
} from "../../domain/panels/delivery.ts";
import type { Session } from "../../domain/session/session.ts";
import { cardAbout, teamDelivery } from "../../domain/team/outbox.ts";
import { isByFolder } from "../../domain/team/teamWay.ts";
import { rowToSession, type Database } from "../database.ts";
import type { SeatPlace } from "../team/teamTables.ts";

/** An interview of this device in the seat of a panel that is led elsewhere. */
export interface OwnSeat {
  readonly session: Session;
  /** Of its scorecard; null before it is submitted. */
  readonly delivery: Delivery | null;
  /** The team knows the seat by another device, so that nothing goes by itself from this one. */
  readonly hasOtherDevice: boolean;
  /** Why the lead asks it to unlock the others' scorecards before the lead's own is submitted; null where that is not asked. */
  readonly earlyReason: string | null;
}

/** @returns the seats of this device in panels that are led elsewhere, the first interview first */
export function readOwnSeats(database: Database): Promise<readonly OwnSeat[]> {
  const { sessions, panelKeys, exportsMade, revisions, sealedScorecards, teamLinks, teamKeys, outbox } =
    database;
  const tables = [sessions, panelKeys, exportsMade, revisions, sealedScorecards, teamLinks, teamKeys, outbox];
  // Each table by itself is a transaction each, which takes its time of a browser that writes meanwhile.
  return database.transaction("r", tables, () => readSeats(database));
}

async function readSeats(database: Database): Promise<readonly OwnSeat[]> {
  const rows = await database.sessions.where("panel.panelId").above("").toArray();
  const [keys, made] = await Promise.all([
    database.panelKeys.toCollection().primaryKeys(),
    database.exportsMade.filter(({ form }) => isSentForm(form)).toArray(),
  ]);
  const ledIds = new Set(keys);
  const sessions = rows
    .toSorted((a, b) => a.heldAt - b.heldAt)
    .map(rowToSession)
    .filter((session) => isToLead(session, ledIds));
  const submitted = sessions.filter(({ status }) => status === "submitted");
  const [revisions, copies, links, teamKeys, outbox] = await Promise.all([
    database.revisions
      .where("sessionId")
      .anyOf(submitted.map(({ id }) => id))
      .toArray(),
    database.sealedScorecards.bulkGet(submitted.map(({ id, panel }) => [panel?.panelId ?? "", id])),
    database.teamLinks.toArray(),
    database.teamKeys.toArray(),
    database.outbox
      .where("panelId")
      .anyOf(submitted.map(({ panel }) => panel?.panelId ?? ""))
      .toArray(),
  ]);
  return sessions.map((session) => {
    const { id, status } = session;
    const link = links.find(
      ({ side, panelId, seat }) =>
        side === "seat" && panelId === session.panel?.panelId && seat === session.panel.interviewerId,
    );
    const own = link && teamKeys.find(({ panelId, seat }) => panelId === link.panelId && seat === link.seat);
    const known = own?.roster.seats[own.seat];
    const hasOtherDevice = known !== undefined && known !== own?.publicKey;
    const about = { session, hasOtherDevice, earlyReason: own?.early?.reason ?? null };
    if (status !== "submitted") return { ...about, delivery: null };
    const revised = revisions.filter(({ sessionId }) => sessionId === id);
    const copy = copies.find((row) => row?.sessionId === id);
    // A debrief file that was written before the last revision does not have it.
    const isWhole = revised.every((revision) => copy?.text.includes(JSON.stringify(revision.id)));
    const changedAt = changedAtOf(session, revised);
    const byFile = deliveryOf({
      changedAt,
      sentAt: made.filter(({ sessionIds }) => sessionIds.includes(id)).map(({ at }) => at),
      receivedAt: copy && isWhole ? copy.addedAt : null,
    });
    if (link?.side !== "seat" || byFile.kind === "received") return { ...about, delivery: byFile };
    const saidAs = cardAbout(
      id,
      revised.map((revision) => revision.id),
    );
    const row = outbox.find((one) => one.about === saidAs);
    const byTeam = teamDelivery(row, changedAt, isByFolder(link) ? "folder" : "server");
    // Some browsers pick no folder, and whoever has not picked it yet may as well send the file.
    const isCarried = !isByFolder(link) || link.folder !== undefined;
    const isByFile = hasOtherDevice
      ? byTeam.kind !== "received"
      : byTeam.kind === "toSend" && (byFile.kind === "sent" || !isCarried);
    return { ...about, delivery: isByFile ? byFile : byTeam };
  });
}

/** @returns the interviews of this device in that seat */
export async function readSeatSessions(
  { sessions }: Database,
  { panelId, seat }: SeatPlace,
): Promise<readonly Session[]> {
  const rows = await sessions.where("panel.panelId").equals(panelId).toArray();
  return rows.map(rowToSession).filter(({ panel }) => panel?.interviewerId === seat);
}
