// Takes a browser feature away before the page loads: absent, refusing or silent, as in real browsers.

import type { Page } from "@playwright/test";

/** How a feature fails: absent, an error, no result, a rejected promise, or a promise that never settles. */
export type Way = "absent" | "throws" | "answers nothing" | "rejects" | "never answers";

/** Takes away the feature at this path, such as `navigator.clipboard`. */
export async function takeAway(page: Page, path: string, way: Way): Promise<void> {
  await page.addInitScript(take, { path, way });
}

// Runs in the page, before any script of the page itself.
function take({ path, way }: { path: string; way: Way }): void {
  const names = path.split(".");
  const name = names.pop() as string;
  let owner = globalThis as unknown as Record<string, unknown>;
  for (const part of names) owner = owner?.[part] as Record<string, unknown>;
  // If its owner is gone, the feature is gone too.
  if (!owner) return;
  const refuse = () => {
    throw new DOMException("", "NotAllowedError");
  };
  const isMethod = typeof Object.getOwnPropertyDescriptor(holder(owner), name)?.value === "function";
  const instead: Record<Way, PropertyDescriptor> = {
    absent: { value: undefined },
    throws: isMethod ? { value: refuse } : { get: refuse },
    "answers nothing": { value: () => undefined },
    rejects: { value: () => Promise.reject(new DOMException("", "NotAllowedError")) },
    "never answers": { value: () => new Promise(() => undefined) },
  };
  const home = holder(owner);
  delete home[name];
  // An absent feature is not even `in` its owner.
  if (way !== "absent") Object.defineProperty(home, name, { configurable: true, ...instead[way] });

  function holder(from: Record<string, unknown>): Record<string, unknown> {
    for (let at = from; at; at = Object.getPrototypeOf(at)) if (Object.hasOwn(at, name)) return at;
    return from;
  }
}
