/** What carries a team’s messages, as its work needs it; every call ends, by a time-out where nothing answers. */
export interface TeamTransport {
  /** @returns whether it is stored now, or was before: what is written once is there */
  readonly store: (subject: string, wire: string) => Promise<boolean>;
  /** @returns the first message from that number on whose subject is that; null where there is none yet */
  readonly next: (stream: string, from: number, subject: string) => Promise<StoredMessage | null>;
  /** Makes the stream where there is none. @returns whether it was made now */
  readonly makeStream: (stream: string, subject: string) => Promise<boolean>;
  readonly deleteStream: (stream: string) => Promise<void>;
  /** Calls back whenever something is published there, a server with the message; it may not be stored yet, or never be. */
  readonly watch: (subject: string, onNews: (published?: PublishedMessage) => void) => void;
  /** @throws where it no longer answers */
  readonly check: () => Promise<void>;
  readonly close: () => void;
}

export interface PublishedMessage {
  readonly subject: string;
  readonly wire: string;
}

export interface StoredMessage extends PublishedMessage {
  /** Its number in the stream. */
  readonly number: number;
}
