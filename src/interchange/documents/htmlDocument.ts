/** The style of every HTML file. The app's own policy names its hash as well, since a file that it opens is bound by both. */
export const documentStyle = `
:root { color-scheme: light; font: 15px/1.45 ui-sans-serif, system-ui, sans-serif; color: #1d1e20; background: #fff; }
* { box-sizing: border-box; }
body { max-width: 60rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; overflow-wrap: break-word; }
h1, h2, h3, p, ul, ol, dl, dd { margin: 0; padding: 0; }
h1 { font-size: 1.7rem; line-height: 1.25; }
h2 { margin: 2.2rem 0 .6rem; font-size: 1.25rem; }
h3 { margin: 1.3rem 0 .4rem; font-size: 1rem; }
ul { list-style: none; }
dl { display: flex; flex-wrap: wrap; gap: .3rem 2.2rem; margin-top: .8rem; }
dl > * { min-width: 0; }
dt, .soft { color: #63625e; }
dt, .small { font-size: .87rem; }
.written { white-space: pre-wrap; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .35rem .6rem .35rem 0; border-top: 1px solid #d9d5cc; text-align: start; vertical-align: top; font-weight: 400; }
tbody th, td > div { min-width: 9em; overflow-wrap: anywhere; }
td { max-width: 20em; }
thead th { max-width: 9em; }
thead th { border: 0; color: #63625e; font-size: .87rem; vertical-align: bottom; }
thead { display: table-header-group; }
td { font-variant-numeric: tabular-nums; }
[dir] { text-align: -webkit-match-parent; text-align: match-parent; }
header + section { margin-top: 1.1rem; }
:is(table, ul) + p { margin-top: .7rem; }
.decision { margin-top: 1.4rem; padding: .9rem 1.1rem; border: 2px solid #1d1e20; border-radius: 10px; }
.decision h2 { margin: 0 0 .3rem; }
.mark { display: inline-block; min-width: 1.9em; padding: .05em .4em; border: 1px solid #8a867d; border-radius: 6px; font-weight: 600; text-align: center; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.t1 { background: #a34a00; color: #fff; }
.t2 { background: #e3a568; }
.t3 { background: #6f6c66; color: #fff; }
.t4 { background: #8fb0de; }
.t5 { background: #2a559a; color: #fff; }
.none { padding: 0 .35em; border: 1px dashed #8a867d; border-radius: 6px; font-size: .87rem; }
.rating { width: 8.5rem; white-space: nowrap; }
.who { width: 8.5rem; }
.area { width: 34%; }
.raters li { margin-top: .2rem; }
.log li { display: flex; gap: .7rem; }
.log time { flex: none; color: #63625e; }
@media screen and (max-width: 40rem) {
  .cards, .cards tbody { display: block; }
  .cards thead, .cards td:is(:empty, :has(> :only-child:empty)) { display: none; }
  .cards tr { display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; padding: .6rem 0; border-top: 1px solid #d9d5cc; }
  .cards :is(th, td) { min-width: 0; max-width: 100%; padding: 0; border: 0; overflow-wrap: anywhere; }
  .cards th { width: 100%; font-weight: 600; }
  .cards td::before { display: block; unicode-bidi: isolate; color: #63625e; font-size: .87rem; content: attr(data-column); }
}
@media screen {
  * + .scorecard { margin-top: 3rem; }
}
@media print {
  :root { font-size: 9.5pt; }
  body { max-width: none; padding: 0; }
  h2, h3, .lead { break-after: avoid; }
  tr, .decision, .log li { break-inside: avoid; }
  .scorecard { break-before: page; }
  .scorecard > h2 { margin-top: 0; }
}
@page { margin: 16mm; }
`;

/** What stands before and after the body of an HTML file. */
interface DocumentFrame {
  readonly head: string;
  readonly tail: string;
}

/**
 * Frames a body as an HTML file that needs nothing else and runs nothing: its own policy lets in no script, nothing
 * from elsewhere, and of styles this one.
 *
 * @param title names nobody: a browser that opens the file keeps it in its history
 */
export async function frameDocument(title: string): Promise<DocumentFrame> {
  const hash = await sha256(documentStyle);
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const head = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
     `;
  // Outside of the template: the hash is of these very characters.
  return {
    head: `${head.html}<style>${documentStyle}</style>\n</head>\n<body>\n`,
    tail: "\n</body>\n</html>\n",
  };
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}

/** Text that is HTML; all else is escaped on its way in. */
export interface Html {
  readonly html: string;
}

/**
 * A table of more columns than a phone has room for: there each row is a card, and each cell of it has its column's name.
 *
 * @param columns their names; the first is that of what the rows are about
 * @param rows the cells of each
 * @param first the class of the first column
 */
export function tableOfCards(
  [about = "", ...columns]: readonly string[],
  rows: readonly (readonly (string | Html)[])[],
  first = "",
): Html {
  return html`<table class="cards">
    <thead>
      <tr>
        <th scope="col" class="${first}">${about}</th>
        ${columns.map((name) => html`<th scope="col"><bdi>${name}</bdi></th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([head = "", ...cells]) =>
          html`<tr>
            <th scope="row">${head}</th>
            ${cells.map((cell, at) => html`<td data-column="${columns[at] ?? ""}">${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

type Insert = string | number | Html | readonly Html[];

export function html({ raw }: TemplateStringsArray, ...inserts: readonly Insert[]): Html {
  return { html: raw.map((part, at) => part + insertToHtml(inserts[at] ?? "")).join("") };
}

function insertToHtml(insert: Insert): string {
  if (typeof insert === "number") return String(insert);
  if (typeof insert === "string") return escapeHtml(insert);
  return "html" in insert ? insert.html : insert.map((part) => part.html).join("\n");
}

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/gu, (character) => escapes[character] ?? "");
}

/** For what is left out. */
export const nothing: Html = { html: "" };

/** @returns what is named one after another, with commas between */
export function listed(items: readonly Html[]): Html {
  return { html: items.map((item) => item.html).join(",\n") };
}

/** @returns text that was written in several lines, which stay lines wherever it is pasted */
export function lines(text: string): Html {
  return {
    html: text
      .split(/\r\n?|\n/u)
      .map(escapeHtml)
      .join("<br />"),
  };
}
