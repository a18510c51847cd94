// `make bench`, second part: measurements that need a browser to walk the road, too slow for every test run.

import tests from "./playwright.config";

export default { ...tests, testMatch: "**/*.bench.ts", workers: 1, timeout: 900_000, reporter: [["line"]] };
