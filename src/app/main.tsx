// First: the database opens while all else is read.
import { app } from "./compose.ts";
import { createRoot } from "react-dom/client";
import "../ui/page/base.css";
import { App } from "./App.tsx";
import { keepScrolling } from "./screen/arrival.ts";
import { keepFilesOut } from "./screen/keepFilesOut.ts";
import { guardLeaving } from "../state/documents/leaving.ts";
import { registerServiceWorker } from "./updates.ts";
import { allowOwnWorkers } from "./workerAddresses.ts";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
allowOwnWorkers();
guardLeaving(window);
keepScrolling();
keepFilesOut(window);
createRoot(root).render(<App {...app} />);

if (import.meta.env.PROD) void registerServiceWorker();
