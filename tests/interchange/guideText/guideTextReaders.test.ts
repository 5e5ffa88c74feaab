import { crc32 } from "node:zlib";
import { describe, expect, test } from "vitest";
import { guideFromText } from "../../../src/interchange/guideText/guideText.ts";
import { htmlToBlocks } from "../../../src/interchange/guideText/sources/htmlBlocks.ts";
import { markdownToBlocks } from "../../../src/interchange/guideText/sources/markdownBlocks.ts";
import { formatOf } from "../../../src/interchange/guideText/sources/sourceFormat.ts";
import { textToBlocks } from "../../../src/interchange/guideText/sources/textBlocks.ts";
import { wordToHtml } from "../../../src/interchange/guideText/sources/wordHtml.ts";

const shapes = (blocks: ReturnType<typeof textToBlocks>) =>
  blocks.map(({ line, kind, level, indent, marker, text }) =>
    [line, kind, level, indent, marker, text].join(" "),
  );

test.each([
  ["<!doctype html><p>a</p>", "html"],
  ["<div><p>a</p></div>", "html"],
  ["<li>a<li>b<li>c<li>d", "html"],
  ["# A\n\n<br><br><br><br>", "markdown"],
  ["- **a**", "markdown"],
  ["| a | b |\n|---|---|", "markdown"],
  [`| a | b |\n|---|---|\n${"| c<br>d | <br><br> |\n".repeat(9)}`, "markdown"],
  [
    `## A\n${"<table><tr><th>b</th><td>c</td></tr><tr><td>d</td></tr></table>\n## C\n".repeat(9)}`,
    "markdown",
  ],
  [`<h2>A</h2><pre>\n# b\n# c\n</pre>${"<p>d</p>".repeat(30)}`, "html"],
  ["* a\n  <details><summary>b</summary>\n\n  c\n  </details>\n".repeat(4), "markdown"],
  ["<span>a</span>\n- b\n- c\n- d\n<p>e</p>".repeat(4), "html"],
  ["---\ntitle: a\n---\nb", "markdown"],
  ["- a\n- b", "text"],
  ["a < b > c", "text"],
  ["", "text"],
])("%j is %s", (source, format) => {
  expect(formatOf(source)).toBe(format);
});

describe("a page is the same blocks", () => {
  const expected = ["heading 2 Bread", "item 0 Rye", "item 0 Deep", "paragraph 0 Then bake."];
  const summary = (blocks: ReturnType<typeof textToBlocks>) =>
    blocks.map(({ kind, level, text }) => `${kind} ${level} ${text}`);

  test.each([
    ["text", textToBlocks("## Bread\n\n- Rye\n  - Deep\n\nThen bake.")],
    ["Markdown", markdownToBlocks("Bread\n---\n\n* Rye\n  * Deep\n\nThen *bake*.")],
    ["HTML", htmlToBlocks("<h2>Bread</h2><ul><li>Rye<ul><li>Deep</ul></ul><p>Then <i>bake</i>.")],
  ])("in %s", (_format, blocks) => {
    expect(summary(blocks)).toEqual(expected);
    expect(blocks[2]?.indent).toBeGreaterThan(blocks[1]?.indent ?? 9);
  });
});

test("a title in Markdown may be underlined with tildes, which open a listing elsewhere", () => {
  const source = "Bread\n~~~~~~\n\nRye.\n\n~~~~~~\nif a:\n~~~~~~\n\nMilk";
  expect(markdownToBlocks(source).map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    "heading Bread",
    "paragraph Rye.",
    "code if a:",
    "paragraph Milk",
  ]);
});

describe("text", () => {
  test("has markers of many kinds", () => {
    const source = "• a\n  o b\n3) c\n（2）丁\n一、戊\nb) f\nQ2: g\nFrage 3: h\n[ ] i\n> j\n🎯 k";
    expect(textToBlocks(source).map(({ marker, number, text }) => `${marker}${number} ${text}`)).toEqual([
      "•0 a",
      "0 o b",
      "13 c",
      "12 丁",
      "一1 戊",
      "a2 f",
      "Q0 g",
      "Q0 h",
      "☐0 i",
      "0 j",
      "0 k",
    ]);
    expect(textToBlocks("二十、a\n十、b\n十二、c").map(({ number }) => number)).toEqual([20, 10, 12]);
  });

  test("has entities, tags of page generators and columns parted by tabs", () => {
    expect(shapes(textToBlocks("a &amp; &#66;&#x43; &nope;\n{{ b }}\nc\td"))).toEqual([
      "1 paragraph 0 0  a & BC &nope;",
      "3 row 0 0  c | d",
    ]);
  });
});

test("data above a text is no part of it", () => {
  expect(textToBlocks("---\ntitle: a\n---\nb").map(({ kind }) => kind)).toEqual(["aside", "paragraph"]);
  expect(textToBlocks("---\nNo, data.\n---\nb").map(({ kind }) => kind)).toEqual(["paragraph", "paragraph"]);
});

describe("Markdown", () => {
  test("keeps the line of every block, and what is bold before the rest", () => {
    const blocks = markdownToBlocks("# A\n\n**Look for** b\nand c\n\n1. d\ne\n\n    f");
    expect(shapes(blocks)).toEqual([
      "1 heading 1 0  A",
      "3 paragraph 0 0  Look for b",
      "4 paragraph 0 0  and c",
      "6 item 0 0 1 d",
      "7 paragraph 0 0  e",
      "9 paragraph 0 2  f",
    ]);
    expect(blocks[1]?.lead).toBe("Look for");
  });

  test("has tables, listings, folded parts and links of a table of contents", () => {
    const source = [
      "| a | b |",
      "|---|---|",
      "| c<br>d | |",
      "",
      "```js",
      "x()",
      "```",
      "",
      "<details><summary>e</summary>",
      "",
      "f ![g](h)",
      "",
      "</details>",
      "",
      "- [i](#i)",
    ].join("\n");
    const blocks = markdownToBlocks(source);
    expect(blocks.map(({ line, kind, text }) => `${line} ${kind} ${text}`)).toEqual([
      "1 row a | b",
      "3 row c d |",
      "6 code x()",
      "9 heading e",
      "11 paragraph f g",
      "15 aside i",
    ]);
    expect(blocks[1]?.cells).toEqual(["c\nd", ""]);
  });

  test("that is one listing as a whole is read as the text in it", () => {
    expect(shapes(markdownToBlocks("```\n# A\n- b\n```"))).toEqual(["2 heading 1 0  A", "3 item 0 0 - b"]);
  });

  test("a rule below a sentence makes no heading of it", () => {
    expect(shapes(markdownToBlocks("Tell me about it.\n---\nb"))).toEqual([
      "1 paragraph 0 0  Tell me about it.",
      "3 paragraph 0 0  b",
    ]);
  });

  test("may be set far in, broken by hand and hold empty pictures and rows", () => {
    const source =
      "# A\n\n    • b\n    • c\n\nd  \ne <i>f</i><br>g ![](h)\n\n|   |   |\n|---|---|\n|   |   |\n\n{% i %}";
    expect(shapes(markdownToBlocks(source))).toEqual([
      "1 heading 1 0  A",
      "3 item 0 4 • b",
      "4 item 0 4 • c",
      "6 paragraph 0 0  d",
      "7 paragraph 0 0  e f",
      "8 paragraph 0 0  g",
    ]);
    expect(shapes(markdownToBlocks("a\n\n```\nb\n\nc\n```"))).toEqual([
      "1 paragraph 0 0  a",
      "4 code 0 0  b",
      "6 code 0 0  c",
    ]);
  });

  test("that is too long for the parser is read line by line", () => {
    const source = `# A\n\n${"word ".repeat(9000)}\n- **b**`;
    expect(markdownToBlocks(source).map(({ kind }) => kind)).toEqual(["heading", "paragraph", "item"]);
  });
});

describe("HTML", () => {
  test("has what is read, and marks what stands beside it", () => {
    const source =
      "<nav>a</nav><script>b</script><p hidden>c</p><p style='display: none'>d</p><p>e<br>f&nbsp;g</p>" +
      "<ol start=3><li>h<li value=7>i</ol><dl><dt>j<dd>k</dl><a href='#l'>l</a>" +
      "<p style='mso-list:l0 level2 lfo1'><span>·</span> m</p>";
    expect(
      htmlToBlocks(source).map(({ kind, marker, number, text }) => `${kind} ${marker}${number} ${text}`),
    ).toEqual([
      "aside 0 a",
      "paragraph 0 e",
      "paragraph 0 f g",
      "item 13 h",
      "item 17 i",
      "heading 0 j",
      "item -0 k",
      "aside 0 l",
      "item ·0 m",
    ]);
  });

  test("is bold where the style says so", () => {
    const source =
      "<b style='font-weight:normal'><p><span style='font-weight:700'>a</span></p><p><b>b</b> c</p><p>d</p></b>";
    expect(htmlToBlocks(source).map(({ isBold, lead }) => `${isBold} ${lead}`)).toEqual([
      "true ",
      "false b",
      "false ",
    ]);
  });

  test("has tables, but for those that only lay out the page", () => {
    const source =
      "<table><tr><th>a<th>b<tr><td>c<td><ul><li>d<li>e</ul></table>" +
      "<table><tr><td><h2>f</h2><p>g</table><table><tr><td>h</table>";
    expect(htmlToBlocks(source).map(({ kind, cells, text }) => [kind, ...cells, text])).toEqual([
      ["row", "a", "b", "a | b"],
      ["row", "c", "d\ne", "c | d e"],
      ["heading", "f"],
      ["paragraph", "g"],
      ["paragraph", "h"],
    ]);
  });

  test("has each cell below its column where cells span rows and columns, however many they say", () => {
    const source =
      "<table><tr><td rowspan=2>a<td colspan=2>b<td>c<tr><td>d<td>e<td>f</table>" +
      "<table><tr><td colspan=1000 rowspan=1000>g<td>h<tr><td>i<td>j</table>";
    const rows = htmlToBlocks(source);
    expect(rows.slice(0, 2).map(({ columns, text }) => [columns, text])).toEqual([
      [["a", "b", "", "c"], "a | b | c"],
      [["a", "d", "e", "f"], "d | e | f"],
    ]);
    expect(rows.slice(2).map(({ text, columns }) => [text, columns?.length])).toEqual([
      ["g | h", 31],
      ["i | j", 32],
    ]);
  });

  test("has nothing to read in empty rows, tags of page generators and tables of a menu", () => {
    const source =
      "<p>{{ a }}</p><table><tr><td><td></tr><tr><td>b <span>c</span><!-- d --><td>e</table>" +
      "<nav><table><tr><td>f<td>g</table></nav>";
    expect(htmlToBlocks(source).map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      "row b c | e",
      "aside f | g",
    ]);
  });

  test("in a template is read where the page has nothing beside it", () => {
    const page = "<template><div><h2>Interview</h2><ul><li>Tell me about dough.</li></ul></div></template>";
    const script = "<script>export default {}</script>";
    expect(guideFromText(page + script, "html").lines.map(({ text }) => text)).toEqual([
      "Interview",
      "Tell me about dough.",
    ]);
    expect(guideFromText(`${page}<p>a page</p>`, "html").lines.map(({ text }) => text)).toEqual(["a page"]);
    const menu = "<template><nav><h2><b>Home</b></h2></nav></template>";
    expect(guideFromText(menu + page, "html").lines.map(({ label }) => label)).toEqual([
      "leftOut",
      "heading",
      "question",
    ]);
  });

  test("may be nested deeper than any page is", () => {
    expect(htmlToBlocks(`${"<div>".repeat(3000)}a`).map(({ text }) => text)).toEqual(["a"]);
  });
});

/** The few files of a Word document, without compression. */
function wordDocument(body: string): ArrayBuffer {
  const main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  const xmlns = "http://schemas.openxmlformats.org";
  const files = {
    "[Content_Types].xml": `<Types xmlns="${xmlns}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${xmlns}/package/2006/relationships"><Relationship Id="r1" Type="${xmlns}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `<w:document xmlns:w="${xmlns}/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  };
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const data = Buffer.from(text);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt32LE(crc32(data), 14);
    local.writeUInt32LE(data.length, 18);
    local.writeUInt32LE(data.length, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    local.copy(entry, 6, 4, 30);
    entry.writeUInt32LE(offset, 42);
    parts.push(local, Buffer.from(name), data);
    directory.push(entry, Buffer.from(name));
    offset += 30 + name.length + data.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(3, 8);
  end.writeUInt16LE(3, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...parts, ...directory, end])).buffer;
}

describe("a Word document", () => {
  const paragraph = (text: string, style = "") =>
    `<w:p>${style === "" ? "" : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`;

  test("is read by way of HTML", async () => {
    const html = await wordToHtml(
      wordDocument(
        paragraph("Tell me about dough.") +
          paragraph("Areas to cover:") +
          paragraph("• Water") +
          paragraph("• Salt"),
      ),
    );
    const { guide } = guideFromText(html, "html");
    expect(guide.questions.map(({ text, areas }) => [text, areas.length])).toEqual([
      ["Tell me about dough.", 2],
    ]);
  });

  test("that is none says so", async () => {
    await expect(wordToHtml(new ArrayBuffer(8))).rejects.toThrow("no Word document");
  });
});

describe("what is made to be slow", () => {
  test.each([
    ["quotes in quotes", ">".repeat(30_000), "markdown"],
    ["lists in lists", "- ".repeat(15_000), "markdown"],
    ["items in items", "1. ".repeat(10_000), "markdown"],
    ["tags in tags", "<div>".repeat(100_000), "html"],
    ["templates in templates", "<template>".repeat(20_000), "html"],
    ["very many templates", `<div>${"<template></template>".repeat(100_000)}`, "html"],
    ["lists in lists of a page", "<ul><li>a?".repeat(50_000), "html"],
    ["empty lines", "\n".repeat(50_000), undefined],
    ["tabs", "\t".repeat(100_000), undefined],
    ["spaces", `What${" ".repeat(200_000)}is it?`, "text"],
    ["open brackets", "What (".repeat(10_000), "text"],
    ["marks of emphasis", "*a ".repeat(13_000), "markdown"],
  ] as const)("%s are read, or passed over", (_title, text, format) => {
    expect(guideFromText(text, format).guide.questions.length).toBeLessThan(60_000);
  });
});
