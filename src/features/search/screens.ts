/** A screen that one can go to from anywhere. */
interface Screen {
  readonly address: string;
  readonly words: string;
}

/** Those without an id in their address. */
export const screens: readonly Screen[] = [
  { address: "/", words: "Interviews" },
  { address: "/plan", words: "Plan an interview" },
  { address: "/guides", words: "Guides" },
  { address: "/guides/new", words: "New guide" },
  { address: "/guides/bring-in", words: "Import questions" },
  { address: "/panels", words: "Panels" },
  { address: "/panels/new", words: "Plan a panel" },
  { address: "/panels/compare", words: "Candidates side by side" },
  { address: "/calibration", words: "Calibration" },
  { address: "/candidates", words: "Candidates" },
  { address: "/invitation", words: "Open an invitation" },
  { address: "/export", words: "Export" },
  { address: "/settings", words: "Settings" },
];
