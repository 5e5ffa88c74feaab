import { expect, test } from "vitest";
import { linkAddress } from "../../../src/domain/panels/linkAddress.ts";

const here = "http://localhost:27416/index.html?x#/panels/1/plan";

test("links lead to the address that the host wrote down, else to where the app is open", () => {
  expect(linkAddress(" https://cards.example.org/app/\n", here)).toEqual({
    base: "https://cards.example.org/app/",
    isLocal: false,
  });
  for (const nothing of [
    null,
    "",
    "  ",
    "not an address",
    "javascript:alert(1)",
    "https://",
    "<!doctype html>",
  ])
    expect(linkAddress(nothing, here)).toEqual({ base: "http://localhost:27416/index.html", isLocal: true });
  expect(linkAddress(null, "https://cards.example.org/#/panels").isLocal).toBe(false);
});

test.each(["http://127.0.0.1/", "http://[::1]:80/", "http://a.localhost/", "file:///home/x/index.html"])(
  "%s is reached from this device alone",
  (address) => {
    expect(linkAddress(null, address).isLocal).toBe(true);
  },
);

test.each(["http://192.168.1.5/", "https://localhost.example.org/"])(
  "%s may be reached by others",
  (address) => {
    expect(linkAddress(null, address).isLocal).toBe(false);
  },
);
