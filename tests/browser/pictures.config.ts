// `make pictures`: screenshots of the plan, for people who want to look at it.

import tests from "./playwright.config";

export default { ...tests, testMatch: "**/*.pictures.ts", workers: 1, timeout: 300_000, reporter: [["line"]] };
