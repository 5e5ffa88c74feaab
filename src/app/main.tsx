import { createRoot } from "react-dom/client";
import "../ui/base.css";
import { App } from "./App.tsx";
import { composeApp } from "./compose.ts";
import { registerServiceWorker } from "./updates.ts";
import { allowOwnWorkers } from "./workerAddresses.ts";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
allowOwnWorkers();
createRoot(root).render(<App {...composeApp()} />);

if (import.meta.env.PROD) void registerServiceWorker();
