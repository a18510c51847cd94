// `make pictures`: what there is to see of the plan, for who wants to look at it.

import tests from "./playwright.config";

export default { ...tests, testMatch: "**/*.pictures.ts", workers: 1, timeout: 300_000, reporter: [["line"]] };
