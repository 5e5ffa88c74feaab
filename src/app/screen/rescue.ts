import { pageOf } from "../../ui/page/LoadedPart.tsx";

/** What is shown where the data can’t be reached or a screen can’t be drawn; loaded only then. */
export const RescuePage = pageOf(() =>
  import("../../features/rescue/RescuePage.tsx").then((module) => module.RescuePage),
);
