/**
 * Puts a text on the clipboard, and beside it the same with its formatting, which programs take that know of any. To be
 * called in a press of a button: browsers refuse it else.
 *
 * @param texts may take a while: the browser holds the place
 * @throws where the browser refuses
 */
export async function copyTexts(
  texts: Promise<{ readonly plain: string; readonly html: string | null }>,
  hasHtml: boolean,
): Promise<void> {
  const blobOf = async (kind: "plain" | "html") =>
    new Blob([(await texts)[kind] ?? ""], { type: `text/${kind}` });
  await navigator.clipboard.write([
    new ClipboardItem({ "text/plain": blobOf("plain"), ...(hasHtml && { "text/html": blobOf("html") }) }),
  ]);
}
