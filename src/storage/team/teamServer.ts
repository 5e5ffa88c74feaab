import { base64ToBytes } from "../../domain/text/base64.ts";
import { jwtAuthenticator, wsconnect, type Authenticator, type NatsConnection } from "@nats-io/nats-core";
import type { TeamTransport } from "./teamTransport.ts";

/** A socket that hangs says nothing by itself. */
const CONNECT_MS = 2000;
/** What is asked while three servers elect who leads is lost, and they may take 9 s; a scorecard has to be through by then on a slow line. */
const TIMEOUT_MS = 1300;
const TRIES = 3;

/** What the server is told of a stream: a subject is written once, nothing is left out, everything is kept 400 days. */
const streamSettings = {
  retention: "limits",
  storage: "file",
  discard: "new",
  max_msgs_per_subject: 1,
  discard_new_per_subject: true,
  // What is asked for directly comes with the message's own headers before the server's, and anybody can write those.
  allow_direct: false,
  // A server's answer to one request can be led to be another request, and would purge what nobody here ever does.
  deny_delete: true,
  deny_purge: true,
  allow_rollup_hdrs: false,
  max_age: 400 * 86_400 * 1e9,
  max_msg_size: 900_000,
  max_msgs: -1,
  max_bytes: -1,
  max_consumers: -1,
  duplicate_window: 0,
};

/** What a server answers to a request; each part is checked where it is taken. */
interface Answer {
  readonly error?: { readonly err_code?: number; readonly description?: string };
  readonly seq?: number;
  readonly message?: { readonly subject?: string; readonly seq?: number; readonly data?: string };
}

const SUBJECT_IS_WRITTEN = "maximum messages per subject exceeded";
const NO_STREAM = 10_059;
const NO_MESSAGE = 10_037;
const NAME_IN_USE = 10_058;
/** There is one server, which can't keep more than one copy. */
const NO_CLUSTER = 10_074;

/**
 * @param address where the app's own origin hands on to a server
 * @param inbox the subjects that answers come on: no other user may listen there
 * @throws where there is no connection, or the server does not know the user; nothing is tried again
 */
export async function connectTeamServer(
  address: string,
  user: { readonly jwt: string; readonly seed: string },
  inbox: string,
): Promise<TeamTransport> {
  const connection = await wsconnect({
    servers: address,
    authenticator: authenticatorOf(user),
    inboxPrefix: inbox,
    timeout: CONNECT_MS,
    reconnect: false,
    ignoreClusterUpdates: true,
    // The path would be lost otherwise.
    wsFactory: (_url, _options) => openSocket(address),
  });
  return serverOn(connection);
}

/** A nonce as servers make it: the seed signs nothing else that a server asks for, since it vouches for a seat besides. */
const NONCE = /^[\w-]{1,64}$/u;

function authenticatorOf({ jwt, seed }: { readonly jwt: string; readonly seed: string }): Authenticator {
  const sign = jwtAuthenticator(jwt, new TextEncoder().encode(seed));
  return (nonce) => {
    if (!NONCE.test(nonce ?? "")) throw new Error("The server asks for what is no nonce to be signed.");
    return sign(nonce);
  };
}

function openSocket(address: string): Promise<{ readonly socket: WebSocket; readonly encrypted: boolean }> {
  const socket = new WebSocket(address);
  socket.binaryType = "arraybuffer";
  return Promise.resolve({ socket, encrypted: address.startsWith("wss:") });
}

function serverOn(connection: NatsConnection): TeamTransport {
  const ask = async (subject: string, payload: string) => {
    for (let left = TRIES - 1; ; left--) {
      try {
        return await connection.request(subject, payload, { timeout: TIMEOUT_MS });
      } catch (error) {
        if (left === 0 || connection.isClosed() || !isTimeout(error)) throw error;
      }
    }
  };
  const askJson = async (subject: string, payload: string) => (await ask(subject, payload)).json<Answer>();
  const refusal = ({ error }: Answer) =>
    new Error(error?.description ?? "The server gave no answer that can be read.");
  return {
    store: async (subject, wire) => {
      const answer = await askJson(subject, wire);
      if (answer.error) return answer.error.description === SUBJECT_IS_WRITTEN;
      return (answer.seq ?? 0) > 0;
    },
    next: async (stream, from, subject) => {
      const query = JSON.stringify({ seq: from, next_by_subj: subject });
      const answer = await askJson(`$JS.API.STREAM.MSG.GET.${stream}`, query);
      const { err_code } = answer.error ?? {};
      if (err_code === NO_MESSAGE || err_code === NO_STREAM) return null;
      const { subject: foundAt, seq = 0, data = "" } = answer.message ?? {};
      if (answer.error || foundAt === undefined || !(seq >= from)) throw refusal(answer);
      return { subject: foundAt, number: seq, wire: base64ToText(data) };
    },
    makeStream: async (stream, subject) => {
      const known = await askJson(`$JS.API.STREAM.INFO.${stream}`, "");
      if (!known.error) return false;
      if (known.error.err_code !== NO_STREAM) throw refusal(known);
      const settings = { ...streamSettings, name: stream, subjects: [subject] };
      const make = (num_replicas: number) =>
        askJson(`$JS.API.STREAM.CREATE.${stream}`, JSON.stringify({ ...settings, num_replicas }));
      let made = await make(3);
      // Where one of three is down it waits for that one: what is on the server is on more than one disk.
      if (made.error?.err_code === NO_CLUSTER) made = await make(1);
      if (!made.error) return true;
      if (made.error.err_code === NAME_IN_USE) return false;
      throw refusal(made);
    },
    deleteStream: async (stream) => {
      const answer = await askJson(`$JS.API.STREAM.DELETE.${stream}`, "");
      if (answer.error && answer.error.err_code !== NO_STREAM) throw refusal(answer);
    },
    watch: (subject, onNews) => {
      connection.subscribe(subject, {
        callback: (error, message) =>
          onNews(error ? undefined : { subject: message.subject, wire: message.string() }),
      });
    },
    check: async () => {
      if (connection.isClosed()) throw new Error("The connection is closed.");
      await Promise.race([
        connection.rtt(),
        new Promise((_resolve, reject) => {
          setTimeout(() => reject(new Error("The server does not answer.")), TRIES * TIMEOUT_MS);
        }),
      ]);
    },
    close: () => void connection.close().catch(() => {}),
  };
}

function base64ToText(base64: string): string {
  return new TextDecoder().decode(base64ToBytes(base64));
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === "TimeoutError";
}
