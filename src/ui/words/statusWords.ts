import type { SessionStatus } from "../../domain/session/session.ts";

export const statusWords: Readonly<Record<SessionStatus, string>> = {
  planned: "Planned",
  live: "Live",
  wrapUp: "To wrap up",
  submitted: "Submitted",
};
