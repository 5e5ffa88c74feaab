import { execFileSync, spawnSync } from "node:child_process";
import { createHash, X509Certificate } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer } from "node:tls";

import { joinSockets } from "../joinSockets.ts";

/** A certificate for `localhost` that nobody vouches for. */
export interface Certificate {
  readonly key: Buffer;
  readonly cert: Buffer;
  /** By which Chromium can be told to accept it: the SHA-256 of its public key, in base64. */
  readonly fingerprint: string;
}

/** The app with all that its address hands on to, served over https. */
export interface TlsHost {
  readonly origin: string;
  /** Shows another certificate from now on; what is open is closed. */
  readonly show: (certificate: Certificate) => void;
  readonly end: () => void;
}

/** @returns why nothing can be served over https here, or undefined */
export function whyNoTls(): string | undefined {
  return spawnSync("openssl", ["version"]).status === 0
    ? undefined
    : "openssl is not installed here, which makes the certificates.";
}

/** @throws where `whyNoTls` says why */
export function makeCertificate(): Certificate {
  const folder = mkdtempSync(join(tmpdir(), "certificate-"));
  const [keyFile, certFile] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"];
  const kind = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "30"];
  execFileSync("openssl", ["req", "-x509", ...kind, ...subject, "-keyout", keyFile, "-out", certFile], {
    stdio: "pipe",
  });
  const [key, cert] = [readFileSync(keyFile), readFileSync(certFile)];
  rmSync(folder, { recursive: true });
  const publicKey = new X509Certificate(cert).publicKey.export({ type: "spki", format: "der" });
  return { key, cert, fingerprint: createHash("sha256").update(publicKey).digest("base64") };
}

/**
 * @param appPort where the app is served without TLS
 * @param port where it is to be served with it
 */
export async function startTlsHost(
  appPort: number,
  port: number,
  certificate: Certificate,
): Promise<TlsHost> {
  const sockets = new Set<Socket>();
  const server = createServer(certificate, (from) => {
    const to = connect(appPort, "localhost");
    sockets.add(from).add(to);
    joinSockets(from, to);
  });
  await new Promise<void>((resolve) => {
    server.listen(port, "localhost", resolve);
  });
  const closeAll = () => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  return {
    origin: `https://localhost:${port}`,
    show: (other) => {
      server.setSecureContext(other);
      closeAll();
    },
    end: () => {
      closeAll();
      server.close();
    },
  };
}
