// The first file of the page: where another one that the page begins with does not come, nothing would be on the screen.
// Chromium gives up what it is loading when the device goes over to another network.
addEventListener(
  "error",
  ({ target }) => {
    const isStyle = target instanceof HTMLLinkElement && target.rel === "stylesheet";
    if (!(target instanceof HTMLScriptElement || isStyle) || document.readyState === "complete") return;
    const isSecondTry = performance.getEntriesByType("navigation").some(({ type }) => type === "reload");
    if (isSecondTry)
      document.body.textContent =
        "Interview Scorecard could not be loaded. Check the connection, then reload.";
    else location.reload();
  },
  true,
);
