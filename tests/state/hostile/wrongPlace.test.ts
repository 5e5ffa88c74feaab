// @vitest-environment node
import { gzipSync } from "node:zlib";
import { Encrypter, armor } from "age-encryption";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Entry } from "../../../src/domain/admission/entries.ts";
import { errorToText } from "../../../src/domain/text/errorText.ts";
import { invitationOf } from "../../../src/domain/panels/panel.ts";
import type { Decoded } from "../../../src/interchange/files/decoding.ts";
import { auditLogToCsv } from "../../../src/interchange/documents/auditLog.ts";
import { encodeCaseRubric } from "../../../src/interchange/documents/caseRubric.ts";
import { encodeXlsForm } from "../../../src/interchange/documents/xlsForm.ts";
import { scorecardToReport } from "../../../src/domain/session/scorecardReport.ts";
import { defaultAshbyMapping, encodeAshbyFile } from "../../../src/interchange/tracking/ashbyFile.ts";
import { encodeGreenhouseFile } from "../../../src/interchange/tracking/greenhouseFile.ts";
import { encodeLeverFile } from "../../../src/interchange/tracking/leverFile.ts";
import { encodeWorkableFile } from "../../../src/interchange/tracking/workableFile.ts";
import { csvHead } from "../../../src/interchange/documents/csvFile.ts";
import { encodeDebriefFile } from "../../../src/interchange/formats/debriefFile.ts";
import { MOST_BYTES } from "../../../src/domain/text/limits.ts";
import { encodeGuideFile } from "../../../src/interchange/formats/guideFile.ts";
import { encodeInvitationFile } from "../../../src/interchange/formats/invitationFile.ts";
import { encodeRawExport } from "../../../src/interchange/formats/rawExportFile.ts";
import { keyPairToRecoveryFile, newKeyPair, seal } from "../../../src/interchange/files/encryption.ts";
import { encodeSessionFile } from "../../../src/interchange/formats/sessionFile.ts";
import { planFromFile } from "../../../src/state/backups/backupWork.ts";
import { importFile } from "../../importFile.ts";
import { addScorecardFiles } from "../../../src/state/panels/scorecardIntake.ts";
import { encodeBackup } from "../../interchange/guideText/fileTexts.ts";
import { hashGuide, smallGuide, START, submittedInterview } from "../../smallInterview.ts";
import { smallScorecard, startedPanel } from "../../smallPanel.ts";
import { newTestMachine, type TestMachine } from "./hostileRuns.ts";

const APP = "Test 1";

let machine: TestMachine;

beforeEach(() => {
  machine = newTestMachine();
});

afterEach(() => {
  machine.app.database.close();
});

type Content = string | Uint8Array<ArrayBuffer>;

function messagesOf(decoded: Decoded<unknown>): string {
  return decoded.ok ? "taken" : decoded.errors.map(({ path, message }) => `${path}${message}`).join(" ");
}

/** Every place but "Restore" that takes files of the app; each gives what it says of a file. */
const places: Readonly<Record<string, (content: Content) => Promise<string>>> = {
  "the library": async (content) => messagesOf(await importFile(machine.app, new File([content], "a"))),
  "“Panels”": async (content) => {
    const work = { onProgress: () => {}, signal: new AbortController().signal };
    const intake = await addScorecardFiles(machine.app, null, [new File([content], "a")], work);
    const [report] = intake.kind === "done" ? intake.files : [];
    return report?.result.kind === "refused" ? messagesOf({ ok: false, ...report.result }) : "taken";
  },
};

async function restore(content: Content): Promise<string> {
  const work = { onProgress: () => {}, signal: new AbortController().signal };
  const head = { exportedAt: START, appName: APP };
  return planFromFile(machine.app.database, new Blob([content]), "pass", head, work).then(
    () => "taken",
    errorToText,
  );
}

/** Seals with far less work than the app, which makes that slow for whoever guesses. */
async function sealQuickly(plain: string): Promise<Uint8Array<ArrayBuffer>> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase("pass");
  encrypter.setScryptWorkFactor(8);
  return new Uint8Array(await encrypter.encrypt(plain));
}

const entries: readonly Entry[] = [
  {
    kind: "guide",
    value: { id: hashGuide(smallGuide), guide: smallGuide, previousId: null, lineId: "l", savedAt: START },
  },
];
const backup = encodeBackup(entries, START, APP);
const largeBackup = encodeBackup(
  [{ kind: "setting", value: { key: "large", value: " ".repeat(MOST_BYTES) } }],
  START,
  APP,
);
const largeSealed = await sealQuickly(largeBackup);
const { format, ...otherFields } = JSON.parse(backup) as Readonly<Record<string, unknown>>;

const backups: Readonly<Record<string, () => Content | Promise<Content>>> = {
  plain: () => backup,
  "formatted anew": () => `\uFEFF${JSON.stringify(JSON.parse(backup), null, 2)}`,
  "with its fields in another order": () => JSON.stringify({ ...otherFields, format }),
  packed: () => new Uint8Array(gzipSync(backup)),
  sealed: () => sealQuickly(backup),
  "larger than any other file": () => largeBackup,
  "larger, and packed": () => new Uint8Array(gzipSync(largeBackup)),
  "larger, and sealed": () => largeSealed,
};

describe.each(Object.keys(places))("%s says of a backup that it is one, and where to restore it", (place) => {
  test.each(Object.keys(backups))("%s", async (form) => {
    const before = await machine.hash();
    expect(await places[place]!(await backups[form]!())).toBe(
      "This is a backup of everything. Restore it under “Settings”.",
    );
    expect(await machine.hash()).toBe(before);
  });
});

const session = encodeSessionFile(submittedInterview(), START, APP);
const guide = encodeGuideFile(smallGuide, START, APP);
const debrief = encodeDebriefFile({ panel: startedPanel, guide: smallGuide, scorecards: [] }, START, APP);
const invitation = encodeInvitationFile(
  { invitation: invitationOf(startedPanel, startedPanel.interviewers[0]!), guide: smallGuide },
  START,
  APP,
);
const raw = encodeRawExport({ version: 1, stores: [] }, START, APP).join("");

describe.each(Object.entries({ ...places, "“Restore”": restore }))(
  "%s says of a table that it is one, and what brings an interview back",
  (_place, take) => {
    test.each([
      ["a row an area", csvHead({ of: "areas" })],
      ["a row an interview", csvHead({ of: "sessions", competencies: [], figures: "off" })],
      ["written again by a spreadsheet", csvHead({ of: "areas" }).replaceAll(",", ";").slice(1)],
      ["the log of a candidate", auditLogToCsv("Noor", [])],
    ])("%s", async (_, text) => {
      expect(await take(text)).toBe(
        "This is a table for spreadsheets. To bring an interview back, import its session JSON.",
      );
    });
  },
);

const report = scorecardToReport(smallScorecard("noor", { "failed.cause": 5 }));
const ofPrograms: Readonly<Record<string, string>> = {
  Greenhouse: encodeGreenhouseFile(report),
  Lever: encodeLeverFile(report),
  Ashby: encodeAshbyFile(report, defaultAshbyMapping),
  Workable: encodeWorkableFile(report),
};

describe.each(Object.entries({ ...places, "“Restore”": restore }))(
  "%s says of an export for another program what it is, and what brings the interview or the guide back",
  (_place, take) => {
    test.each(Object.entries(ofPrograms))("%s", async (program, text) => {
      expect(await take(text)).toBe(
        `This is an export for ${program}. To bring the interview back, import its session JSON.`,
      );
    });

    test("a CASE rubric", async () => {
      expect(await take(encodeCaseRubric(smallGuide, hashGuide(smallGuide), START))).toBe(
        "This is a CASE rubric for other programs. To bring the guide back, import its guide file.",
      );
    });
  },
);

test.each(Object.keys(places))(
  "%s says of a spreadsheet that it is one, not that it is to be unpacked",
  async (place) => {
    const bytes = Buffer.concat(encodeXlsForm(smallGuide, hashGuide(smallGuide), START));
    expect(await places[place]!(new Uint8Array(bytes))).toBe(
      "This is a spreadsheet. To bring a guide back, import its guide file; to bring an interview back, import its session JSON.",
    );
  },
);

describe("“Restore” says of another file what it is, and where it goes", () => {
  test.each([
    ["a session", session, "This is an interview. Use “Import” in the list of interviews."],
    ["a guide", guide, "This is a guide. Use “Import” in the list of interviews."],
    ["a debrief", debrief, "This is the debrief of a panel. Add it under “Panels”."],
    [
      "an invitation",
      invitation,
      "This is an invitation to a panel. Use “Import” in the list of interviews.",
    ],
    ["raw rows", raw, "These are the raw rows of a database, for repair. The app can’t import them."],
  ])("%s, also where it is packed or sealed or on one line", async (_kind, text, message) => {
    expect(await restore(text)).toBe(message);
    expect(await restore(JSON.stringify(JSON.parse(text)))).toBe(message);
    expect(await restore(new Uint8Array(gzipSync(text)))).toBe(message);
    expect(await restore(await sealQuickly(text))).toBe(message);
  });

  test("a sealed scorecard, armored or not", async () => {
    const message = "This is an encrypted scorecard. The panel’s lead adds it under “Panels”.";
    const sealed = await seal(session, (await newKeyPair()).publicKey);
    expect(await restore(sealed)).toBe(message);
    expect(await restore(sealed.replaceAll("\n", "\r\n"))).toBe(message);
    expect(await restore(new Uint8Array(armor.decode(sealed)))).toBe(message);
  });

  test("a recovery file", async () => {
    expect(await restore(keyPairToRecoveryFile(await newKeyPair(), START))).toBe(
      "This is a panel’s recovery file. The panel’s lead adds it under “Panels”.",
    );
  });

  test("but does not call a scorecard what a passphrase sealed and another program armored", async () => {
    expect(await restore(armor.encode(await sealQuickly(backup)))).toContain(
      "isn’t a file of this app, or it is damaged",
    );
  });
});

test("a calendar is no scorecard; it is said where it goes", async () => {
  const calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n";
  const message = "This is a calendar. Use “Import” in the list of interviews to plan an interview from it.";
  expect(await places["“Panels”"]!(calendar)).toBe(message);
  expect(await places["the library"]!(calendar)).toBe("There is no appointment in this calendar.");
});

test("a guide among scorecards, and a debrief in the library, are said to be what they are", async () => {
  expect(await places["“Panels”"]!(guide)).toBe("This is a guide. Use “Import” in the list of interviews.");
  expect(await places["the library"]!(debrief)).toBe(
    "This is the debrief of a panel. Add it under “Panels”.",
  );
});
