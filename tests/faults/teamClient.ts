import { connectTeamServer } from "../../src/storage/team/teamServer.ts";

/* Runs in a page: what the app speaks with a server, without the app. */

Object.assign(window, { connectTeamServer });
