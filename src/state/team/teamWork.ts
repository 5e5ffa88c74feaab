import { errorToText } from "../../domain/text/errorText.ts";
import { LEAD, readSubject, subjectOf, subjectsFor, type MessageKind } from "../../domain/team/message.ts";
import { isByFolder, type LinkProblem } from "../../domain/team/teamWay.ts";
import { hasExpired } from "../../interchange/team/serverIdentity.ts";
import { signMessage } from "../../interchange/team/signedMessage.ts";
import { dropDeleted, forgetEnded } from "../../storage/team/teamEnding.ts";
import { readPanelsWithLocked } from "../../storage/team/lockedRows.ts";
import { noteLinkProblem, readTeamKeys, readTeamLink, readTeamLinks } from "../../storage/team/teamRows.ts";
import type { CarriedLink, SeatPlace, TeamLinkOf, TeamLinkRow } from "../../storage/team/teamTables.ts";
import { watchTeam } from "../../storage/team/teamWatch.ts";
import type { AppParts } from "../app/appContext.ts";
import { readNews, readRoster, takeMessage, type ReadUpTo } from "./teamIncoming.ts";
import { fillOutbox, sendOutbox } from "./teamOutgoing.ts";
import { openTeamFolder } from "../../storage/team/folderTransport.ts";
import { connectTeamServer } from "../../storage/team/teamServer.ts";
import type { PublishedMessage, TeamTransport } from "../../storage/team/teamTransport.ts";
import { fillUnlocking, tellLeadSeat } from "./unlocking.ts";

const CHECK_MS = 5000;
/** What is published is stored a moment later, on a slow disk later still: it is looked for after each of these. */
const STORED_AFTER_MS = [0, 8, 40, 1000];
/** What is taken in as it was published is shown before anything else is read; then it is read from where it is stored as well. */
const SHOWN_AFTER_MS = 40;
const TAKEN_AFTER_MS = [100, 1000];
/** A message may have a megabyte; whatever is more is read from where it is stored. */
const MOST_HEARD = 20;
/** Of all else the order counts in which it is stored: of two that join as one seat the first is the seat. */
const HEARD_KINDS: ReadonlySet<string> = new Set<MessageKind>(["card", "revision"]);
/** How often a lead looks whether the server still has every stream, and for what was not told. */
const LOOK_MS = 30_000;
/** Three servers take up to 9 s to agree on who leads, and who comes back to a network is to be seen within 6 s. */
const [SOONEST_MS, LATEST_MS] = [500, 4000];
const LONGER = 1.1;
const ENDED = "ended";

/** @returns what carries the messages of that link, connected */
export function connectTeam(address: string, link: CarriedLink): Promise<TeamTransport> {
  if (isByFolder(link)) return openTeamFolder(link.folder);
  const inbox = link.side === "server" ? `_I.${link.name}` : `_I.${link.panelId}.${link.seat}`;
  return connectTeamServer(address, link, inbox);
}

/** Told when there may be something to do. */
interface Bell {
  /** @param isChange whether something changed on this device */
  readonly ring: (isChange?: boolean) => void;
  /**
   * Waits until it rings, or rang since it was waited for last; not longer than that.
   *
   * @returns whether something may have changed on this device: not where it rang for other reasons alone. A page that
   * went may have written something without a word
   */
  readonly wait: (ms: number) => Promise<boolean>;
}

/** Does what `keepTeams` is for, until the signal is given. */
export async function workForTeams(
  app: AppParts,
  address: string,
  signal: AbortSignal,
  connect = connectTeam,
): Promise<void> {
  const bells = new Map<string, Bell>();
  const work: Promise<void>[] = [];
  const begin = (links: readonly TeamLinkRow[]) => {
    for (const link of links) {
      const key = keyOf(link);
      if (bells.has(key) || (link.side !== "server" && link.side !== "seat")) continue;
      const bell = newBell();
      bells.set(key, bell);
      work.push(workForLink(app, link, address, bell, signal, connect).finally(() => bells.delete(key)));
    }
  };
  const onChange = () => {
    for (const bell of bells.values()) bell.ring(true);
  };
  const unwatch = watchTeam(app.database, onChange, begin);
  await new Promise<void>((resolve) => {
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
  unwatch();
  for (const bell of bells.values()) bell.ring();
  await Promise.all(work);
}

function keyOf({ panelId, seat }: SeatPlace): string {
  return `${panelId} ${seat}`;
}

/** Connects again and again; a connection that does not answer is left for a new one. */
async function workForLink(
  app: AppParts,
  link: CarriedLink,
  address: string,
  bell: Bell,
  signal: AbortSignal,
  connect: typeof connectTeam,
): Promise<void> {
  const { database } = app;
  let pauseMs = SOONEST_MS;
  // Not with the connection: where each round fails, one would be told of one every time, and it would be tried at once.
  const onRound = async (problem: LinkProblem) => {
    pauseMs = SOONEST_MS;
    await noteLinkProblem(database, link, problem);
  };
  while (!signal.aborted) {
    let transport: TeamTransport | null = null;
    let current: CarriedLink | undefined;
    try {
      await dropDeleted(database, app.clock.now());
      const found = (await readTeamLinks(database)).find(
        ({ panelId, seat, side }) => panelId === link.panelId && seat === link.seat && side === link.side,
      );
      if (found?.side !== "server" && found?.side !== "seat") return;
      current = found;
      transport = await connect(address, current);
      const work = current.side === "server" ? workAsLead : workAsSeat;
      await work(app, current, transport, bell, signal, onRound);
    } catch (error) {
      // What can't even be written down is tried again all the same.
      if (current)
        await noteLinkProblem(database, current, problemOf(error, current, app.clock.now())).catch(() => {});
    } finally {
      transport?.close();
    }
    await bell.wait(pauseMs);
    pauseMs = Math.min(pauseMs * LONGER, LATEST_MS);
  }
}

/** By the name of the error with which a folder is not opened. */
const folderProblems: Readonly<Record<string, LinkProblem>> = {
  NoFolderError: "noFolder",
  NotAllowedError: "askAgain",
  NotFoundError: "folderGone",
};

function problemOf(error: unknown, link: CarriedLink, now: number): LinkProblem {
  const name = error instanceof Error || error instanceof DOMException ? error.name : "";
  if (Object.hasOwn(folderProblems, name)) return folderProblems[name] ?? "offline";
  const text = errorToText(error);
  if (name === "UserAuthenticationExpiredError" || /expired/iu.test(text)) return "expired";
  if (name !== "AuthorizationError" && !/authorization/iu.test(text)) return "offline";
  return hasExpired(link, now) ? "expired" : "unknown";
}

/** Returns where there is nothing more to do for the seat. @param onRound told after each round how it went */
async function workAsSeat(
  app: AppParts,
  place: CarriedLink,
  transport: TeamTransport,
  bell: Bell,
  signal: AbortSignal,
  onRound: (problem: LinkProblem) => Promise<void>,
): Promise<void> {
  const given = new Set<string>();
  let givenAt = app.clock.now();
  const readUpTo: ReadUpTo = new Map();
  const heard = { isNew: true, readAt: givenAt };
  const subjects = [...subjectsFor(place.panelId, place.seat), `${ENDED}.${place.panelId}.>`];
  for (const subject of subjects) {
    watchStored(transport, subject, () => {
      heard.isNew = true;
      bell.ring();
    });
  }
  while (!signal.aborted) {
    // Somebody may have taken it out of a folder.
    if (isByFolder(place) && isLongAgo(app, givenAt)) {
      given.clear();
      givenAt = app.clock.now();
    }
    // What rings can go unheard, and not every browser tells of a folder.
    const isRead = heard.isNew || isByFolder(place) || isLongAgo(app, heard.readAt);
    const [isDropped, keys, filled] = await Promise.all([
      dropDeleted(app.database, app.clock.now()),
      isRead ? readTeamKeys(app.database, place) : undefined,
      isRead ? null : fillOutbox(app, place),
    ]);
    if (isDropped) continue;
    if (!keys && !filled) {
      // It may have answered while the folder was being deleted elsewhere; what it wrote then would stay for good.
      if (isByFolder(place) && (await readTeamLink(app.database, place))?.side === "ended")
        await transport.deleteStream(place.panelId);
      return;
    }
    if (isRead) {
      heard.isNew = false;
      heard.readAt = app.clock.now();
    }
    // None waits for another: a stream on three servers can be without the one that decides for it for some seconds.
    // Who has joined is known before a scorecard is locked to them.
    const exchange = async () => {
      // What was put there just now has rung the bell: the rest goes with the next round.
      if (filled) return sendOutbox(app, place, transport, given, filled.length > 0 ? filled : undefined);
      const reading = readNews(app, place, transport, readUpTo);
      await reading.then(
        () => fillOutbox(app, place),
        () => {},
      );
      const isStored = await sendOutbox(app, place, transport, given);
      const isAllJudged = await reading;
      if (!isAllJudged) heard.isNew = true;
      return isStored;
    };
    const work = [exchange(), isRead ? readEnd(app, place, transport) : Promise.resolve()] as const;
    await Promise.allSettled(work);
    const [isStored] = await Promise.all(work);
    await transport.check();
    await onRound(isByFolder(place) && !isStored ? "panelMissing" : "");
    await bell.wait(CHECK_MS);
  }
}

async function readEnd(app: AppParts, place: SeatPlace, transport: TeamTransport): Promise<void> {
  for (let from = 1; ;) {
    const found = await transport.next(ENDED, from, `${ENDED}.${place.panelId}.>`);
    if (!found) return;
    await takeMessage(app, place, found.subject, found.wire);
    from = found.number + 1;
  }
}

/** What was published in a panel, and not looked at yet. */
interface Heard {
  readonly panelId: string;
  readonly published: PublishedMessage;
}

/** What one connection of the lead has done for one panel. */
interface LedPanel {
  readonly given: Set<string>;
  readonly readUpTo: ReadUpTo;
  hasNews: boolean;
  /** Whether its seats are known here as they were to the device that led it before, where there was one. */
  isCaughtUp: boolean;
  /** Whether what carries it is there. */
  isMade: boolean;
  /** Whether something of it may not have been given to this connection: all else comes of what is read, or locked. */
  isToSend: boolean;
  /** As in the links of its seats, the last. */
  readAgainAt: number;
}

async function workAsLead(
  app: AppParts,
  through: CarriedLink,
  transport: TeamTransport,
  bell: Bell,
  signal: AbortSignal,
  onRound: (problem: LinkProblem) => Promise<void>,
): Promise<void> {
  const led = new Map<string, LedPanel>();
  const heard: Heard[] = [];
  let lookedAt = Number.NEGATIVE_INFINITY;
  let mayHaveChanged = true;
  const startedAt = through.side === "server" ? through.at : undefined;
  while (!signal.aborted) {
    await takeHeard(app, led, heard.splice(0));
    // All that is read for each round is asked for at once: each that is waited for is a turn more.
    const [isDropped, all, withLocked] = await Promise.all([
      dropDeleted(app.database, app.clock.now()),
      readTeamLinks(app.database),
      readPanelsWithLocked(app.database),
    ]);
    if (isDropped) continue;
    // Another server or folder was set up in its place.
    if (
      !all.some((link) => link.side === "server" && keyOf(link) === keyOf(through) && link.at === startedAt)
    )
      return;
    const links = all.filter(
      (link) => (link.side === "lead" || link.side === "ending") && isByFolder(link) === isByFolder(through),
    );
    const current = new Set(links.flatMap(({ panelId, side }) => (side === "lead" ? panelId : [])));
    for (const panelId of led.keys()) if (!current.has(panelId)) led.delete(panelId);
    if (isLongAgo(app, lookedAt)) {
      lookedAt = app.clock.now();
      mayHaveChanged = true;
      await tried(transport.makeStream(ENDED, `${ENDED}.>`));
      await tried(lookAgain(led, transport, isByFolder(through)));
    }
    for (const link of links) {
      const { panelId, side } = link;
      if (side === "ending") await tried(tellEnd(app, link, transport));
      if (side === "lead") readAgain(led.get(panelId), link.readAgainAt ?? 0);
      if (side === "lead" && !led.has(panelId)) {
        const panel: LedPanel = {
          given: new Set(),
          readUpTo: new Map(),
          isCaughtUp: false,
          isMade: false,
          hasNews: true,
          isToSend: true,
          readAgainAt: 0,
        };
        led.set(panelId, panel);
        await tried(makeStream(panelId, panel, transport));
        const onStored = () => {
          panel.hasNews = true;
          bell.ring();
        };
        watchStored(transport, `p.${panelId}.up.>`, onStored, (published) => {
          const { kind } = readSubject(published.subject);
          if (!HEARD_KINDS.has(kind) || heard.length >= MOST_HEARD) return false;
          heard.push({ panelId, published });
          bell.ring();
          return true;
        });
      }
    }
    for (const [panelId, panel] of newsFirst(led)) {
      const place = { panelId, seat: LEAD };
      const isRead = panel.hasNews;
      // Whether those that are locked can be unlocked now depends on what is here alone.
      const isFilled = isRead || (mayHaveChanged && withLocked.has(panelId));
      panel.hasNews = false;
      // Of a thousand panels most have nothing new: each that is looked at takes its time from the others.
      if (!isFilled && !panel.isToSend) continue;
      try {
        if (isRead) await readForLead(app, place, transport, panel);
        if (isRead) await tellLeadSeat(app, panelId);
        if (isFilled) await fillUnlocking(app, panelId);
        panel.isToSend = !(await sendOutbox(app, place, transport, panel.given));
      } catch {
        // One panel does not stop the others; whether the server is there is asked below.
        panel.hasNews = true;
      }
    }
    await transport.check();
    await onRound([...led.values()].every(({ isMade }) => isMade) ? "" : "panelWaits");
    mayHaveChanged = await bell.wait(CHECK_MS);
  }
}

/** What came is to be seen at once; the other panels with locked scorecards are only asked whether those can be unlocked now. */
function newsFirst(led: ReadonlyMap<string, LedPanel>): readonly (readonly [string, LedPanel])[] {
  return [...led].toSorted(([, a], [, b]) => Number(b.hasNews) - Number(a.hasNews));
}

/** @param onHeard told what is published; says whether that is taken in as it is */
function watchStored(
  transport: TeamTransport,
  subject: string,
  onStored: () => void,
  onHeard: (published: PublishedMessage) => boolean = () => false,
): void {
  transport.watch(subject, (published) => {
    const isHeard = published !== undefined && onHeard(published);
    for (const ms of isHeard ? TAKEN_AFTER_MS : STORED_AFTER_MS) setTimeout(onStored, ms);
  });
}

/** Takes in what was published, without waiting until it is stored: all that is stored is read besides. */
async function takeHeard(
  app: AppParts,
  led: ReadonlyMap<string, LedPanel>,
  heard: readonly Heard[],
): Promise<void> {
  let isTaken = false;
  for (const { panelId, published } of heard) {
    const { subject, wire } = published;
    const panel = led.get(panelId);
    if (!panel?.isCaughtUp) continue;
    const taking = takeMessage(app, { panelId, seat: LEAD }, subject, wire, true);
    if (!(await taking.catch(() => false))) continue;
    panel.isToSend = true;
    isTaken = true;
  }
  if (!isTaken) return;
  await new Promise<void>((resolve) => {
    setTimeout(resolve, SHOWN_AFTER_MS);
  });
}

function readAgain(panel: LedPanel | undefined, at: number): void {
  if (!panel || panel.readAgainAt >= at) return;
  panel.readAgainAt = at;
  panel.readUpTo.clear();
  panel.hasNews = true;
}

/** What could not be judged is looked at once more where somebody joined by then; else with the next news, or the next look. */
async function readForLead(
  app: AppParts,
  place: SeatPlace,
  transport: TeamTransport,
  panel: LedPanel,
): Promise<void> {
  const before = await readRoster(app, place, transport);
  panel.isCaughtUp = before?.takenUpFrom === undefined;
  if (await readNews(app, place, transport, panel.readUpTo)) return;
  const after = await readTeamKeys(app.database, place);
  panel.hasNews ||= before?.roster.number !== after?.roster.number;
}

function isLongAgo({ clock }: AppParts, at: number): boolean {
  return Math.abs(clock.now() - at) >= LOOK_MS;
}

/** One panel does not stop the others; whether it is the connection that failed is asked after each round. */
async function tried(work: Promise<unknown>): Promise<void> {
  await work.catch(() => {});
}

/** @returns whether it was made now */
async function makeStream(panelId: string, panel: LedPanel, transport: TeamTransport): Promise<boolean> {
  const isNew = await transport.makeStream(panelId, `p.${panelId}.>`);
  panel.isMade = true;
  return isNew;
}

/** Makes streams anew that a server has lost meanwhile, and has every panel read once more: what rings can go unheard. */
async function lookAgain(
  led: ReadonlyMap<string, LedPanel>,
  transport: TeamTransport,
  isFolder: boolean,
): Promise<void> {
  for (const panel of led.values()) {
    panel.hasNews = true;
    panel.isToSend = true;
    // Somebody may have taken it out.
    if (isFolder) panel.given.clear();
  }
  for (const [panelId, panel] of led) {
    try {
      if (!(await makeStream(panelId, panel, transport))) continue;
    } catch {
      // Where one of three servers is down, a panel that is new waits for it.
      await transport.check();
      continue;
    }
    panel.readUpTo.clear();
    panel.given.clear();
  }
}

/** Tells the seats of a deleted panel, deletes its stream, then its keys: in this order each step can be done once more. */
async function tellEnd(
  { database, clock }: AppParts,
  { panelId, at = clock.now() }: TeamLinkOf<"ending">,
  transport: TeamTransport,
): Promise<void> {
  const place = { panelId, seat: LEAD };
  const keys = await readTeamKeys(database, place);
  if (keys) {
    // Nobody can write there before who does not know when.
    const { wire, hash } = await signMessage({ ...place, kind: ENDED, body: JSON.stringify({ at }) }, keys);
    if (!(await transport.store(subjectOf({ ...place, kind: ENDED, hash }), wire))) return;
  }
  await transport.deleteStream(panelId);
  await forgetEnded(database, panelId);
}

function newBell(): Bell {
  let hasRung = false;
  let hasChanged = false;
  let wake = () => {};
  return {
    ring: (isChange = false) => {
      hasRung = true;
      hasChanged ||= isChange;
      wake();
    },
    wait: async (ms) => {
      if (!hasRung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      const isChanged = hasChanged || !hasRung;
      hasRung = false;
      hasChanged = false;
      return isChanged;
    },
  };
}
