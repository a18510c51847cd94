// What must work without the wasm: leaving the page, starting the app, and restarting it after a panic. Plain
// JavaScript, first element of the body, at most 4 KB minified. It knows nothing about questions or answers.
(() => {
  // A page for everyone that looks the same for everyone, without a cookie wall.
  const NEUTRAL = "https://www.knmi.nl/";
  const html = document.documentElement;
  const byId = (id) => document.getElementById(id);

  // ---- Leaving -------------------------------------------------------------------------------------------------

  // The answers of this visit as JSON, for a restart. Outside the wasm they exist nowhere else.
  let kept;
  // Releases the lock, so that another tab can write; set while this tab may write.
  let release;
  // The address for which this document was left for good; a copy that the browser kept redirects there.
  let gone;

  const leaveFor = (address) => {
    gone = address;
    kept = null;
    html.hidden = true;
    if (document.body) document.body.textContent = "";
    location.replace(address);
  };

  const leave = () => {
    // sessionStorage contains this "1" and nothing else.
    try {
      sessionStorage.setItem("left", "1");
    } catch {
      // Then Back counts as having left, see below.
    }
    leaveFor(NEUTRAL);
  };

  // Checked before anything is drawn. `location.replace` alone is not enough, because each step is a history entry.
  // Without storage, Back may be someone looking for earlier screens; a reload is more likely the resident.
  let arrival;
  try {
    arrival = performance.getEntriesByType("navigation")[0]?.type;
  } catch {
    // Old browsers do not report it.
  }
  let left;
  try {
    left = sessionStorage.getItem("left") === "1";
  } catch {
    // Storage is blocked: undefined.
  }
  if ((arrival === "back_forward" && left !== false) || (arrival === "reload" && left)) return leaveFor(NEUTRAL);
  if (left) sessionStorage.removeItem("left");

  // A page in the browser's back/forward cache stays blank and loses its answers when it returns: it cannot know
  // whether a later page was left, because its view of sessionStorage is as old as the page itself (measured in
  // Chromium).
  addEventListener("pagehide", () => {
    html.hidden = true;
    release?.();
  });
  addEventListener("pageshow", (event) => {
    if (gone) location.replace(gone);
    else if (event.persisted) location.reload();
    else html.hidden = false;
  });

  // Registered here and early, so that no handler in the app can stop it.
  addEventListener("click", (event) => {
    if (!event.target.closest?.("[data-exit]")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    leave();
  }, true);

  // After ten minutes without input the app asks whether anyone is there, and again every two minutes.
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

  // Leaves after Shift three times within five seconds; any other key resets the count.
  let presses = [];
  let forget;
  const count = (times) => {
    presses = times;
    const dots = byId("dots");
    if (dots) dots.textContent = "•".repeat(times.length);
  };
  addEventListener("keydown", (event) => {
    stir();
    // The exit is a link that acts as a button, so the space bar activates it too.
    if (event.key === " " && event.target.closest?.("[data-exit]")) return leave();
    if (event.repeat) return;
    clearTimeout(forget);
    if (event.key !== "Shift") return count([]);
    const now = event.timeStamp;
    count([...presses.filter((time) => now - time < 5000), now]);
    if (presses.length > 2) return leave();
    forget = setTimeout(count, 5000, []);
  }, true);

  // ---- Starting and restarting ---------------------------------------------------------------------------------

  let root;
  // The content: its structure, and the words of one language. A restart needs both again.
  let structure;
  let words;
  let module;
  let copies = [];
  let starts = 0;
  let busy = true;
  // A wipe reloads the page and passes its reason in `window.name`, which works even if storage is blocked.
  let note = name === "wiped" ? name : arrival === "reload" ? "reloaded" : "";

  // A finger that is still on the button by which the app began anew presses nothing on the new page: two more taps take
  // less than a second. The exit, which listens earlier, acts.
  let shielded = name !== "";
  setTimeout(() => (shielded = false), 1000);
  name = "";
  for (const kind of ["mousedown", "click"]) {
    addEventListener(kind, (event) => {
      if (!shielded || !event.detail) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    }, true);
  }

  // A network error, a host error or a panic is worth another try; a browser that lacks what the app needs is not.
  const crash = (error) => {
    root?.remove();
    root = null;
    byId("wait").hidden = true;
    const again = !error || error instanceof TypeError;
    byId("help").hidden = byId(again ? "crash" : "never").hidden = false;
  };

  // The glue refuses a second start, so each start uses a new copy of it and its own element: nothing that the dead
  // copy still holds is on screen.
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
      glue.start(root, structure, words, kept, note);
      byId("help").hidden = true;
      // Focus that was in the removed element moves to the heading, so that a screen reader announces it.
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

  // A panic appears as a RuntimeError, even one in a promise. During a start, `start` catches it.
  const supervise = (error) => {
    if (!busy && (error instanceof WebAssembly.RuntimeError || error instanceof RangeError)) restart();
  };
  addEventListener("error", (event) => supervise(event.error));
  addEventListener("unhandledrejection", (event) => supervise(event.reason));

  // The app listens only to its own element, so a dead copy is never called again.
  const tell = (kind) => root?.dispatchEvent(new Event(kind));
  for (const kind of ["hashchange", "online", "offline", "storage", "beforeprint"]) addEventListener(kind, () => tell(kind));

  // Only one tab writes at a time. Another tab retries for a second; then the resident is told and can take over. If
  // the browser has no locks or refuses them, no other tab can be detected.
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
    // Reloads the page without any answers; `note` says why, and whether a finger asked for it.
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
      // Slower: for a browser without streaming compilation, or a host that serves wasm with the wrong type.
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
    // Shown only now, because only now are the questions loading.
    byId("wait").hidden = false;
    byId("again").onclick = () => wizard.anew("");
  });
  const load = async () => {
    const script = href("link[rel=modulepreload]");
    const bytes = async (selector) => new Uint8Array(await (await get(selector)).arrayBuffer());
    [, structure, words, module, ...copies] = await Promise.all([
      parsed,
      bytes("[data-structure]"),
      bytes("[data-words]"),
      get("[data-wasm]").then(compile),
      // One request, three instances: one to start with and two spares.
      import(script),
      import(script + "#1"),
      import(script + "#2"),
    ]);
    // Before the start, so that the app never runs without the policy.
    lockDown();
    await start();
  };
  load().catch((error) => parsed.then(() => crash(error)));
})();
