/**
 * Puts a text on the clipboard, and beside it the same with its formatting, which programs take that know of any. To be
 * called in a press of a button: browsers refuse it else.
 *
 * @param texts may take a while: the browser holds the place
 * @param view the window in which it was pressed: browsers refuse it to one that has not the focus
 * @throws where the browser refuses
 */
export async function copyTexts(
  texts: Promise<{ readonly plain: string; readonly html: string | null }>,
  hasHtml: boolean,
  view: Window & typeof globalThis = window,
): Promise<void> {
  const blobOf = async (kind: "plain" | "html") =>
    new Blob([(await texts)[kind] ?? ""], { type: `text/${kind}` });
  await view.navigator.clipboard.write([
    new view.ClipboardItem({
      "text/plain": blobOf("plain"),
      ...(hasHtml && { "text/html": blobOf("html") }),
    }),
  ]);
}
