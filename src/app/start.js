// In the page itself: where a file that it begins with does not come, nothing would be on the screen.
// Chromium gives up what it is loading when the device goes over to another network.
let isGoing = false;

addEventListener(
  "error",
  ({ target }) => {
    const isStyle = target instanceof HTMLLinkElement && target.rel === "stylesheet";
    if (!(target instanceof HTMLScriptElement || isStyle) || document.readyState === "complete" || isGoing)
      return;
    isGoing = true;
    const isSecondTry = performance.getEntriesByType("navigation").some(({ type }) => type === "reload");
    if (isSecondTry) sayThatItIsAway();
    else location.reload();
  },
  true,
);

// Where Firefox keeps nothing for a site it refuses this too. Dexie begins with it, and there would be no app to say so.
try {
  new BroadcastChannel("start").close();
} catch {
  Object.assign(globalThis, { BroadcastChannel: undefined });
}

// The screen's files are asked for with the first ones; the app would ask for them once those have come. The build gives them
// by the first part of the address.
const [, part = "home"] = /^#\/([a-z]+)/u.exec(location.hash) ?? [];
for (const file of document.currentScript?.getAttribute(`data-${part}`)?.split(" ") ?? []) {
  const link = document.createElement("link");
  const isScript = file.endsWith(".js");
  link.rel = isScript ? "modulepreload" : "preload";
  if (!isScript) link.as = "style";
  link.crossOrigin = "";
  link.href = file;
  document.head.append(link);
}

function sayThatItIsAway() {
  const main = document.createElement("main");
  main.className = "page";
  main.setAttribute("role", "alert");
  const heading = document.createElement("h1");
  heading.textContent = "Interview Scorecard could not be loaded";
  const words = document.createElement("p");
  words.textContent = "Check the connection, then reload. What was saved is kept.";
  const button = document.createElement("button");
  button.textContent = "Reload";
  button.addEventListener("click", () => location.reload());
  main.append(heading, words, button);
  document.body.replaceChildren(main);
}
