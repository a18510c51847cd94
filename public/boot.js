// What must work when the wasm does not: leaving the page, starting the app, and starting it again after a panic.
// Plain JavaScript, first element of the body, at most 4 KB minified. It knows nothing about questions or answers.
(() => {
  // A page for everyone, the same for everyone, without a wall of cookies.
  const NEUTRAL = "https://www.knmi.nl/";
  const html = document.documentElement;
  const byId = (id) => document.getElementById(id);

  // ---- Leaving -------------------------------------------------------------------------------------------------

  // The answers of this visit as JSON, for a restart. They are nowhere else outside the wasm.
  let kept;
  // Lets another tab write; there while this one may.
  let release;
  // Where this document went for good; a copy that the browser kept of it goes there again.
  let gone;

  const leaveFor = (address) => {
    gone = address;
    kept = null;
    html.hidden = true;
    if (document.body) document.body.textContent = "";
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
  let arrival;
  try {
    arrival = performance.getEntriesByType("navigation")[0]?.type;
  } catch {
    // An old browser does not know.
  }
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
  addEventListener("pagehide", () => {
    html.hidden = true;
    release?.();
  });
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

  // After ten minutes without a touch the app asks whether anyone is there, and again every two minutes.
  let clock;
  const ask = () => {
    tell("quiet");
    clock = setTimeout(ask, 120000);
  };
  const stir = () => {
    clearTimeout(clock);
    clock = setTimeout(ask, 600000);
  };
  addEventListener("pointerdown", stir, true);

  // Three times Shift within five seconds; any other key starts the count again.
  let presses = [];
  let forget;
  const count = (times) => {
    presses = times;
    const dots = byId("dots");
    if (dots) dots.textContent = "•".repeat(times.length);
  };
  addEventListener("keydown", (event) => {
    stir();
    // The exit is a link that acts as a button, so it also answers to the space bar.
    if (event.key === " " && event.target.closest?.("[data-exit]")) return leave();
    if (event.repeat) return;
    clearTimeout(forget);
    if (event.key !== "Shift") return count([]);
    const now = event.timeStamp;
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
  name = "";

  // A network that failed, a host or a panic is worth another try; a browser without what the app is made of is not.
  const crash = (error) => {
    root?.remove();
    root = null;
    byId("wait").hidden = true;
    const again = !error || error instanceof TypeError;
    byId("help").hidden = byId(again ? "crash" : "never").hidden = false;
  };

  // The glue refuses a second start, so each start takes a copy of it, and draws in an element of its own:
  // nothing that the dead one still holds is on the screen.
  const start = async () => {
    const glue = copies.shift();
    if (!glue) return crash();
    busy = true;
    const focused = document.activeElement?.closest?.("#help, #app");
    try {
      const fresh = document.createElement("div");
      fresh.id = "app";
      await glue.default({ module_or_path: module });
      if (root) root.replaceWith(fresh);
      else byId("help").before(fresh);
      root = fresh;
      glue.start(root, content, kept, note);
      byId("help").hidden = true;
      // Whoever had focus in what is gone goes on at the heading, and hears it.
      if (focused) root.querySelector("h1")?.focus();
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
  const tell = (kind) => root?.dispatchEvent(new Event(kind));
  for (const kind of ["hashchange", "online", "offline", "storage", "beforeprint"]) addEventListener(kind, () => tell(kind));

  // One tab at a time writes; another one asks for a second, then the resident hears of it and can take over.
  // A browser without locks, or that refuses them, has no other tab that we could know of.
  const hold = () => {
    tell("mine");
    return new Promise((done) => (release = done));
  };
  const claim = async (steal, tries = 10) => {
    if (release) return tell("mine");
    try {
      await navigator.locks.request("overzicht", { steal, ifAvailable: !steal }, (lock) => {
        if (lock) return hold();
        if (tries) setTimeout(claim, 100, false, tries - 1);
        else tell("elsewhere");
      });
    } catch ({ name }) {
      if (name !== "AbortError") return hold();
      release = null;
      tell("lost");
    }
  };

  globalThis.wizard = {
    keep: (json) => (kept = json),
    claim,
    // Starts anew, without anything that was told; `note` says why.
    anew: (note) => {
      name = note;
      leaveFor(location.pathname);
    },
  };

  const href = (selector) => document.querySelector(selector).href;
  const get = async (selector) => {
    const answer = await fetch(href(selector));
    if (!answer.ok) throw new TypeError(answer.status);
    return answer;
  };
  const compile = async (answer) => {
    const spare = answer.clone();
    try {
      return await WebAssembly.compileStreaming(answer);
    } catch {
      // A browser that cannot compile while it loads, or a host that does not know the type of a wasm file, costs time.
      return WebAssembly.compile(await spare.arrayBuffer());
    }
  };

  // From here on no request leaves this page, whatever the app does.
  const lockDown = () => {
    const policy = document.createElement("meta");
    policy.httpEquiv = "Content-Security-Policy";
    policy.content = "default-src 'none'; script-src 'wasm-unsafe-eval'; img-src data:";
    document.head.append(policy);
  };

  // The rest of the body comes after this script.
  const parsed = new Promise((done) => addEventListener("DOMContentLoaded", done));
  parsed.then(() => {
    // Only now is it true that the questions are coming.
    byId("wait").hidden = false;
    byId("again").onclick = () => wizard.anew("");
  });
  const load = async () => {
    const script = href("link[rel=modulepreload]");
    [, content, module, ...copies] = await Promise.all([
      parsed,
      get("[data-content]").then(async (answer) => new Uint8Array(await answer.arrayBuffer())),
      get("[data-wasm]").then(compile),
      // One request, three instances: one to start with and two spares.
      import(script),
      import(script + "#1"),
      import(script + "#2"),
    ]);
    // Before the start, so that the app never runs with an open door.
    lockDown();
    await start();
  };
  load().catch((error) => parsed.then(() => crash(error)));
})();
