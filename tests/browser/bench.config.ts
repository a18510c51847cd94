// `make bench` again: what takes a browser that walks, and is too slow for every test.

import tests from "./playwright.config";

export default { ...tests, testMatch: "**/*.bench.ts", workers: 1, timeout: 900_000, reporter: [["line"]] };
