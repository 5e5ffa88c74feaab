import type { connectTeam } from "../../../src/state/team/teamWork.ts";
import type {
  PublishedMessage,
  StoredMessage,
  TeamTransport,
} from "../../../src/storage/team/teamTransport.ts";

/** A team server in memory: as honest, as fast and as reachable as a test makes it. */
export interface FakeTeamServer {
  readonly connect: typeof connectTeam;
  /** What each stream holds, in its order. */
  readonly streams: Map<string, StoredMessage[]>;
  /** What was given to it, stored now or before: the subjects, each time. */
  readonly given: string[];
  isDown: boolean;
  /** The streams of which it says no message. */
  readonly broken: Set<string>;
  /** Whether it says that it stored, and did not. */
  isForgetful: boolean;
  /** Whether it has no room: it says so, and stores nothing. */
  isFull: boolean;
  /** Publishes what it does not store: whoever listens hears it. */
  readonly announce: (subject: string, wire: string) => void;
  /** Puts there what no app of ours sends. */
  readonly plant: (subject: string, wire: string) => void;
  /** Loses everything, and who was connected: a server that starts anew on another disk. */
  readonly wipe: () => void;
}

export function fakeTeamServer(): FakeTeamServer {
  let starts = 0;
  const watchers = new Set<readonly [subject: string, onNews: (published: PublishedMessage) => void]>();
  const streamOf = (subject: string) => (subject.startsWith("ended.") ? "ended" : subject.split(".")[1]!);
  const isUnder = (subject: string, filter: string) => subject.startsWith(filter.replace(/>$/u, ""));
  const server: FakeTeamServer = {
    streams: new Map(),
    given: [],
    isDown: false,
    broken: new Set(),
    isForgetful: false,
    isFull: false,
    announce: (subject, wire) => {
      for (const [filter, onNews] of watchers) if (isUnder(subject, filter)) onNews({ subject, wire });
    },
    plant: (subject, wire) => {
      const messages = server.streams.get(streamOf(subject));
      if (!messages) throw new Error("There is no such stream.");
      messages.push({ subject, number: (messages.at(-1)?.number ?? 0) + 1, wire });
      server.announce(subject, wire);
    },
    wipe: () => {
      server.streams.clear();
      starts++;
    },
    connect: async () => {
      const startedAs = starts;
      const answer = () => {
        if (server.isDown || starts !== startedAs) throw new Error("The server does not answer.");
      };
      answer();
      const own = new Set<readonly [string, (published: PublishedMessage) => void]>();
      const connection: TeamTransport = {
        store: async (subject, wire) => {
          answer();
          server.given.push(subject);
          const messages = server.streams.get(streamOf(subject));
          if (!messages) throw new Error("No responders.");
          if (server.isFull) return false;
          if (server.isForgetful || messages.some((message) => message.subject === subject)) return true;
          server.plant(subject, wire);
          return true;
        },
        next: async (stream, from, subject) => {
          answer();
          if (server.broken.has(stream)) throw new Error("It can’t be read.");
          return (
            (server.streams.get(stream) ?? []).find(
              (one) => one.number >= from && isUnder(one.subject, subject),
            ) ?? null
          );
        },
        makeStream: async (stream) => {
          answer();
          if (server.streams.has(stream)) return false;
          server.streams.set(stream, []);
          return true;
        },
        deleteStream: async (stream) => {
          answer();
          server.streams.delete(stream);
        },
        watch: (subject, onNews) => {
          const watcher = [subject, onNews] as const;
          own.add(watcher);
          watchers.add(watcher);
        },
        check: async () => answer(),
        close: () => {
          for (const watcher of own) watchers.delete(watcher);
        },
      };
      return connection;
    },
  };
  return server;
}
