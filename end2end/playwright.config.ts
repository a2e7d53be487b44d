import { defineConfig } from "@playwright/test";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const executablePath = readFileSync(new URL("./browser.path", import.meta.url), "utf8").trim();
const port = Number(process.env.XIAOXIANG_TEST_PORT ?? 3999);

// One folder for the whole run: its processes read this file each for themselves.
process.env.XIAOXIANG_TEST_DEMO ??= mkdtempSync(join(tmpdir(), "xiaoxiang-demo-"));

/** A server of its own for each project, so that two can run at once and none meets what another has changed. */
const server = (nth: number) => ({
  command: `./serve-demo.sh ${port + nth}`,
  url: `http://127.0.0.1:${port + nth}/readyz`,
  reuseExistingServer: false,
  timeout: 180_000,
  gracefulShutdown: { signal: "SIGTERM" as const, timeout: 5_000 },
});
const on = (nth: number, javaScriptEnabled: boolean) => ({ javaScriptEnabled, baseURL: `http://127.0.0.1:${port + nth}` });

/** Journeys with a name that ends in `.nojs.ts` run without JavaScript, `.both.ts` in both ways. */
export default defineConfig({
  testDir: "journeys",
  outputDir: "results",
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    viewport: { width: 1366, height: 768 },
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath,
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
    },
  },
  projects: [
    { name: "with JavaScript", testMatch: /\.(both|js)\.ts$/, testIgnore: /axe\.js\.ts$/, workers: 1, use: on(0, true) },
    { name: "without JavaScript", testMatch: /\.(both|nojs)\.ts$/, workers: 1, use: on(1, false) },
    { name: "every page", testMatch: /axe\.js\.ts$/, workers: 1, use: on(2, true) },
  ],
  webServer: [server(0), server(1), server(2)],
});
