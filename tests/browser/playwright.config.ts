import { existsSync } from "node:fs";
import { defineConfig, devices } from "@playwright/test";

const port = Number(process.env.PORT_TESTS ?? 8123);
// A sub-path on purpose: nothing may depend on the root of a host.
const baseURL = `http://127.0.0.1:${port}/gemeente/plan/`;
const chromium = process.env.CHROMIUM ?? (existsSync("/usr/bin/chromium") ? "/usr/bin/chromium" : undefined);
const { defaultBrowserType: _, ...phone } = devices["Pixel 7"];

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  fullyParallel: true,
  retries: 0,
  workers: process.env.WORKERS ? Number(process.env.WORKERS) : 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [["list"]],
  outputDir: "test-results",
  use: {
    ...phone,
    viewport: { width: 360, height: 740 },
    baseURL,
    locale: "nl-NL",
    timezoneId: "Europe/Amsterdam",
    launchOptions: {
      executablePath: chromium,
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    },
  },
  webServer: {
    command: `node serve.mjs ../../dist ${port} /gemeente/plan/`,
    url: baseURL,
    reuseExistingServer: false,
  },
});
