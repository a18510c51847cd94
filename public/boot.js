// What must work when the wasm does not: leaving the page, starting the app, and starting it again after a panic.
// Plain JavaScript, first element of the body, at most 3 KB minified. It knows nothing about questions or answers.
(() => {
  // A page for everyone, the same for everyone, without a wall of cookies.
  const NEUTRAL = "https://www.knmi.nl/";
  const html = document.documentElement;
  const byId = (id) => document.getElementById(id);

  // ---- Leaving -------------------------------------------------------------------------------------------------

  // The answers of this visit as JSON, for a restart. They are nowhere else outside the wasm.
  let kept;
  // Where this document went for good; a copy that the browser kept of it goes there again.
  let gone;

  const leaveFor = (address) => {
    gone = address;
    kept = undefined;
    html.hidden = true;
    document.body?.replaceChildren();
    location.replace(address);
  };

  const leave = () => {
    // sessionStorage holds this "1" and nothing else.
    try {
      sessionStorage.setItem("left", "1");
    } catch {
      // Then Back counts as having left, see below.
    }
    leaveFor(NEUTRAL);
  };

  // Checked before anything is drawn. `location.replace` alone is not enough: each step is an entry of its own.
  // Without storage, Back may be someone looking for earlier screens; a reload is more likely the resident.
  const arrival = performance.getEntriesByType("navigation")[0]?.type;
  let left;
  try {
    left = sessionStorage.getItem("left") === "1";
  } catch {
    // Blocked: undefined.
  }
  if ((arrival === "back_forward" && left !== false) || (arrival === "reload" && left)) return leaveFor(NEUTRAL);
  if (left) sessionStorage.removeItem("left");

  // A page that the browser keeps for Back is kept blank and comes back without answers: it cannot know whether a later
  // page was left, as its view of sessionStorage is as old as itself (measured in Chromium).
  addEventListener("pagehide", () => (html.hidden = true));
  addEventListener("pageshow", (event) => {
    if (gone) location.replace(gone);
    else if (event.persisted) location.reload();
    else html.hidden = false;
  });

  // Listening here and early: no handler inside the app can stop it.
  addEventListener("click", (event) => {
    if (!event.target.closest?.("[data-exit]")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    leave();
  }, true);

  // Three times Shift within five seconds; any other key starts the count again.
  let presses = [];
  let forget;
  const count = (times) => {
    presses = times;
    const dots = byId("dots");
    if (dots) dots.textContent = "•".repeat(times.length);
  };
  addEventListener("keydown", (event) => {
    // The exit is a link that acts as a button, so it also answers to the space bar.
    if (event.key === " " && event.target.closest?.("[data-exit]")) return leave();
    if (event.repeat) return;
    clearTimeout(forget);
    if (event.key !== "Shift") return count([]);
    const now = performance.now();
    count([...presses.filter((time) => now - time < 5000), now]);
    if (presses.length > 2) return leave();
    forget = setTimeout(count, 5000, []);
  }, true);

  // ---- Starting, and starting again -----------------------------------------------------------------------------

  let root;
  let content;
  let module;
  let copies = [];
  let starts = 0;
  let busy = true;
  // A wipe loads the page anew and says so here, as this also works where storage is blocked.
  let note = name === "wiped" ? name : arrival === "reload" ? "reloaded" : "";
  if (note === "wiped") name = "";

  const crash = () => {
    root?.remove();
    root = undefined;
    byId("help").hidden = byId("crash").hidden = false;
  };

  // The glue refuses a second start, so each start takes a copy of it, and draws in an element of its own:
  // nothing that the dead one still holds is on the screen.
  const start = async () => {
    const glue = copies.shift();
    if (!glue) return crash();
    busy = true;
    try {
      const fresh = document.createElement("div");
      fresh.id = "app";
      await glue.default({ module_or_path: module });
      if (root) root.replaceWith(fresh);
      else byId("help").before(fresh);
      root = fresh;
      glue.start(root, content, kept, note);
      byId("help").hidden = true;
      html.dataset.started = ++starts;
      busy = false;
    } catch {
      restart();
    }
  };
  const restart = () => {
    note = "restarted";
    start();
  };

  // A panic shows itself as a RuntimeError, also one in a promise. While a start is under way `start` itself looks.
  const supervise = (error) => {
    if (!busy && (error instanceof WebAssembly.RuntimeError || error instanceof RangeError)) restart();
  };
  addEventListener("error", (event) => supervise(event.error));
  addEventListener("unhandledrejection", (event) => supervise(event.reason));

  // The app listens to its own element only, so one that died is never called again.
  addEventListener("hashchange", () => root?.dispatchEvent(new CustomEvent("route", { detail: location.hash })));

  globalThis.wizard = Object.freeze({
    keep: (json) => (kept = json),
    drop: () => (kept = undefined),
    wiped: () => {
      name = "wiped";
      leaveFor(location.pathname);
    },
  });

  const get = async (selector) => {
    const answer = await fetch(document.querySelector(selector).href);
    if (!answer.ok) throw answer.status;
    return answer;
  };
  const compile = async (answer) => {
    const spare = answer.clone();
    // A host that does not know the type of a wasm file only costs time.
    return WebAssembly.compileStreaming(answer).catch(async () => WebAssembly.compile(await spare.arrayBuffer()));
  };

  // From here on no request leaves this page, whatever the app does.
  const lockDown = () => {
    const policy = document.createElement("meta");
    policy.httpEquiv = "Content-Security-Policy";
    policy.content = "default-src 'none'; script-src 'wasm-unsafe-eval'; img-src blob: data:; worker-src blob:";
    document.head.append(policy);
  };

  // The rest of the body comes after this script.
  const parsed = new Promise((done) => addEventListener("DOMContentLoaded", done));
  const load = async () => {
    const script = document.querySelector("link[rel=modulepreload]").href;
    [content, module, ...copies] = await Promise.all([
      get("[data-content]").then(async (answer) => new Uint8Array(await answer.arrayBuffer())),
      get("[data-wasm]").then(compile),
      // One request, three instances: one to start with and two spares.
      import(script),
      import(script + "#1"),
      import(script + "#2"),
      parsed,
    ]);
    copies.pop();
    // Before the start, so that the app never runs with an open door.
    lockDown();
    await start();
  };
  load().catch(() => parsed.then(crash));
})();
