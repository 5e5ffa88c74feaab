import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { MOST_CHARACTERS } from "../../../src/domain/text/limits.ts";
import {
  amountSchema,
  checkEnvelope,
  decodeWith,
  duplicateErrors,
  idSchema,
  integerSchema,
  isoTimeSchema,
  minutesSchema,
  parseJson,
  refuse,
  refuseAll,
  toIso,
} from "../../../src/interchange/files/decoding.ts";

const notOurs = "This isn’t a file of this app, or it is damaged. Choose a file that was made with this app.";

const nested = (levels: number) => "[".repeat(levels) + "]".repeat(levels);

describe("reading JSON from outside", () => {
  test("a file that can’t be read is refused in plain words: empty, damaged, or not of this app", () => {
    const again = "Export it again, or ask for a new copy.";
    for (const text of ["", " \n", "\uFEFF"])
      expect(parseJson(text)).toEqual(refuse("", `The file is empty. ${again}`));
    for (const text of ["{", '{"format":"interv', "[1,", ' {"a":1}}'])
      expect(parseJson(text)).toEqual(refuse("", `The file is damaged or cut off. ${again}`));
    for (const text of ["a,b\n1,2", "a page", "<html>", "\uFEFFa;b"])
      expect(parseJson(text)).toEqual(refuse("", notOurs));
  });

  test("a part of a file that can’t be read is called damaged, and nobody is sent for another file", () => {
    const part = { what: "The entry", longestText: 10 };
    expect(parseJson("{", part)).toEqual(refuse("", "The entry is damaged or cut off."));
    expect(parseJson("ntry}", part)).toEqual(refuse("", "The entry is damaged or cut off."));
  });

  test("a byte order mark in front is passed over", () => {
    expect(parseJson('\uFEFF{"a":1}')).toEqual({ ok: true, value: { a: 1 } });
  });

  test("a file that is too large is not looked at", () => {
    expect(parseJson(" ".repeat(MOST_CHARACTERS + 1))).toEqual(
      refuse("", "The file is too large: 20000001 characters, the most is 20000000."),
    );
    expect(parseJson(`1${" ".repeat(MOST_CHARACTERS - 1)}`)).toEqual({ ok: true, value: 1 });
  });

  test("64 levels are read, 65 are too deep, and so are 200,000", () => {
    const tooDeep = refuse("", "The file is nested too deeply: more than 64 levels.");
    expect(parseJson(nested(64)).ok).toBe(true);
    expect(parseJson(nested(65))).toEqual(tooDeep);
    expect(parseJson(nested(200_000))).toEqual(tooDeep);
    expect(parseJson('{"a":'.repeat(200_000))).toEqual(tooDeep);
  });

  test("only what stands open counts as a level", () => {
    expect(parseJson(`[${"[],{},".repeat(100)}0]`).ok).toBe(true);
    const text = `${"[{".repeat(100)} \\" ${"[{".repeat(100)}`;
    expect(parseJson(JSON.stringify(text))).toEqual({ ok: true, value: text });
    const slashes = ["\\", `\\"${"[".repeat(100)}`, `"${"{".repeat(100)}\\`];
    expect(parseJson(JSON.stringify(slashes))).toEqual({ ok: true, value: slashes });
    expect(parseJson(`["\\\\",${nested(64)}]`).ok).toBe(false);
  });

  test.each(["__proto__", "constructor", "prototype"])(
    "a field called %s is refused, with its path",
    (key) => {
      const message = `a field may not be called "${key}"`;
      expect(parseJson(`{"answers":[1,{"areas":{"${key}":{"a":1}}}]}`)).toEqual(
        refuse(`answers[1].areas.${key}`, message),
      );
      expect(parseJson(`{"${key}":1}`)).toEqual(refuse(key, message));
      expect(parseJson(`"${key}"`)).toEqual({ ok: true, value: key });
    },
  );
});

describe("what would fill the memory or be slow", () => {
  test("more values than any file has are refused, and so are more fields of one object", () => {
    expect(parseJson(`[${"0,".repeat(499_998)}0]`).ok).toBe(true);
    expect(parseJson(`[${"0,".repeat(500_000)}0]`)).toEqual(
      refuse("", "The file holds too many values: more than 500000."),
    );
    const fields = (count: number) =>
      `{"a":[{${Array.from({ length: count }, (_, at) => `"f${at}":0`).join(",")}}]}`;
    expect(parseJson(fields(10_000)).ok).toBe(true);
    expect(parseJson(fields(10_001))).toEqual(
      refuse("a[0]", "has too many fields: 10001, the most is 10000"),
    );
  });

  test("200 errors are listed and the rest is counted", () => {
    const errors = Array.from({ length: 1_000 }, (_, at) => ({ path: `a[${at}]`, message: "is wrong" }));
    expect(refuseAll(errors.slice(0, 200)).errors).toHaveLength(200);
    const { errors: listed } = refuseAll(errors);
    expect(listed).toHaveLength(201);
    expect(listed.at(-1)).toEqual({ path: "", message: "There are 800 more errors." });
    const decoded = decodeWith(
      v.array(v.string()),
      Array.from({ length: 1_000 }, () => 0),
    );
    expect(decoded.ok ? [] : decoded.errors).toHaveLength(201);
  });

  test("of a file with very many values the first error is named", () => {
    const decoded = decodeWith(
      v.array(v.string()),
      Array.from({ length: 60_000 }, () => 0),
    );
    expect(decoded).toEqual({
      ok: false,
      errors: [
        { path: "[0]", message: "must be text, not 0" },
        { path: "", message: "The file is so large that only its first error is named." },
      ],
    });
  });

  test("a key or a text of any length is quoted in part, and never cut in half of a character", () => {
    const decoded = decodeWith(v.object({ a: v.number() }), { a: "𝒳".repeat(5_000) });
    const message = decoded.ok ? "" : (decoded.errors[0]?.message ?? "");
    expect(message.length).toBe(501);
    expect(/\p{Surrogate}/u.test(message)).toBe(false);
  });

  test.each(["5", "May", "2026-02-30T00:00:00Z", "2026-02-28T99:00:00Z", "x".repeat(1_000_000), ""])(
    "%.20j is no time",
    (text) => {
      expect(decodeWith(isoTimeSchema, text).ok).toBe(false);
    },
  );

  test("a word in the place of a time is refused once, with what a time looks like", () => {
    expect(decodeWith(isoTimeSchema, "yesterday")).toEqual(
      refuse("", 'must be a time such as "2026-11-24T09:30:00.000Z"'),
    );
    expect(decodeWith(isoTimeSchema, "2026-02-30T00:00:00Z")).toEqual(refuse("", "is not a day that exists"));
  });
});

describe("numbers and times at the edges", () => {
  test("a minus zero is zero, and what is infinite is refused with its place", () => {
    const parsed = parseJson('{"a":[-0,-0.0e5,{"b":-1e-999}]}');
    expect(parsed).toEqual({ ok: true, value: { a: [0, 0, { b: 0 }] } });
    expect(parseJson('{"a":[1,-1e999]}')).toEqual(refuse("a[1]", "is too large a number"));
    expect(parseJson("-0")).toEqual({ ok: true, value: 0 });
  });

  test.each([
    [2 ** 53, integerSchema],
    [-(2 ** 53), integerSchema],
    [1e308, integerSchema],
    [0.5, integerSchema],
    [1e308, amountSchema],
    [-1, amountSchema],
  ])("%d is refused", (value, schema) => {
    expect(decodeWith(schema, value).ok).toBe(false);
  });

  test("the first and the last moment that a file can name are read and written again as they were", () => {
    for (const text of ["1970-01-01T00:00:00.000Z", "9998-12-31T23:59:59.999Z"]) {
      const decoded = decodeWith(isoTimeSchema, text);
      expect(decoded.ok && toIso(decoded.value)).toBe(text);
    }
    for (const text of ["1970-01-01T00:00:00.000+00:01", "9998-12-31T23:59:59.999-00:01"])
      expect(decodeWith(isoTimeSchema, text)).toEqual(refuse("", "is before 1970 or after 9998"));
  });

  test("a moment before the first or after the last is written as that one, so that it can be read again", () => {
    expect(toIso(Date.UTC(9999, 0))).toBe("9998-12-31T23:59:59.999Z");
    expect(toIso(1e300)).toBe("9998-12-31T23:59:59.999Z");
    expect(toIso(-1)).toBe("1970-01-01T00:00:00.000Z");
    expect(() => toIso(Number.NaN)).toThrow(RangeError);
  });
});

describe("the head of a file", () => {
  const head = { format: "f", version: 2, exportedAt: "", app: "" };

  test("it must be there", () => {
    for (const value of [null, 1, "f", [], {}, { ...head, app: 1 }, { ...head, version: 0 }]) {
      expect(checkEnvelope(value, "f", 2)).toEqual(refuse("", notOurs));
    }
  });

  test("it must be of the format that is wanted", () => {
    expect(checkEnvelope({ ...head, format: "g" }, "f", 2)).toEqual(refuse("format", 'must be "f", not "g"'));
  });

  test("a newer version is refused with a sentence that says so and what to do", () => {
    expect(checkEnvelope({ ...head, version: 3 }, "f", 2)).toEqual(
      refuse(
        "version",
        "The file was written by a newer version of the app (file version 3, this app reads up to 2). Update the app, then open it again.",
      ),
    );
  });

  test("this version and older ones are read, with all that they hold", () => {
    expect(checkEnvelope({ ...head, later: 1 }, "f", 2)).toEqual({ ok: true, value: { ...head, later: 1 } });
    expect(checkEnvelope({ ...head, version: 1 }, "f", 2).ok).toBe(true);
  });
});

describe("checking values", () => {
  const schema = v.looseObject({ list: v.array(v.looseObject({ id: idSchema, minutes: minutesSchema })) });

  test("what is wrong is said with its path, in words about what was found and what is needed", () => {
    expect(decodeWith(schema, { list: [{ id: "a", minutes: 1 }, { id: 3 }] })).toEqual({
      ok: false,
      errors: [
        { path: "list[1].id", message: "must be text, not 3" },
        { path: "list[1].minutes", message: '"minutes" is missing' },
      ],
    });
    expect(decodeWith(schema, null)).toEqual(refuse("", "must be a group of fields, not null"));
    const rating = v.union([v.number(), v.picklist(["noEvidence", "notAsked"])]);
    expect(decodeWith(rating, "great")).toEqual(
      refuse("", 'must be a number, "noEvidence", or "notAsked", not "great"'),
    );
  });

  test.each([
    ["", "may not be empty"],
    ["x".repeat(201), "is too long for an id"],
    ["a\uD800", "it holds a character that is cut in half"],
    ["\uDC00", "it holds a character that is cut in half"],
    ["toString", "is a name that no id may have"],
    ["__proto__", "is a name that no id may have"],
  ])("%.10j is no id", (id, message) => {
    expect(decodeWith(idSchema, id)).toEqual(refuse("", message));
  });

  test.each([
    [0.5, "must be at least 1 minute"],
    [1441, "must be at most 1440 minutes"],
  ])("%d is no number of minutes", (minutes, message) => {
    expect(decodeWith(minutesSchema, minutes)).toEqual(refuse("", message));
  });

  test("a value that comes more than once is said each time after the first", () => {
    const at = (value: string, index: number) => ({ value, path: `ids[${index}]` });
    expect(duplicateErrors(["a", "b", "a", "a"].map(at))).toEqual([
      { path: "ids[2]", message: '"a" is there twice' },
      { path: "ids[3]", message: '"a" is there twice' },
    ]);
    expect(duplicateErrors(["a", "b"].map(at))).toEqual([]);
  });
});
