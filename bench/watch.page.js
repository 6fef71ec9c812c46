/** Runs in the page around the pane: notes what the pane painted when and what jumped, switches messages and presses. */
(() => {
  if (window !== window.top) return;
  const now = () => performance.timeOrigin + performance.now();
  /** Office.js's number of body.getAsync. */
  const readsBody = 37;

  function letterIn(text) {
    try {
      return typeof text === "string" ? JSON.parse(text) : undefined;
    } catch {
      return undefined;
    }
  }

  /** From outside, since a script put into a frame that is being born does not always arrive. */
  function watchPane(view) {
    const watch = { readyAt: 0, painted: [], shifts: [], longTasks: [], host: {} };
    view.benchWatch = watch;
    const { document } = view;
    const hear = () => {
      view.Office?.onReady(() => {
        watch.readyAt = watch.readyAt || now();
      });
    };
    // "interactive" comes before deferred scripts run, so this hears of Outlook as early as the pane does.
    if (document.readyState === "loading")
      document.addEventListener("readystatechange", () => document.readyState === "interactive" && hear());
    else hear();
    let last = "";
    const look = () => {
      const screen = screenNow(document);
      const key = JSON.stringify(screen);
      if (key === last) return;
      last = key;
      const record = { ...screen, committedAt: now(), paintedAt: 0 };
      watch.painted.push(record);
      view.requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          record.paintedAt = now();
        };
        port2.postMessage(0);
      });
    };
    new view.MutationObserver(look).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: ["title"],
    });
    // What the simulated Outlook takes for itself: until it tells of the message, and until it hands over the text.
    view.addEventListener(
      "message",
      (event) => {
        const letter = letterIn(event.data);
        if (letter?._actionName === "olkItemSelectedChanged") watch.host.toldAt = now();
        if (letter && letter._correlationId === watch.host.bodyCall) watch.host.bodyToldAt = now();
      },
      true,
    );
    window.addEventListener("message", (event) => {
      const letter = letterIn(event.data);
      if (letter?._data?.MethodData?.DispatchId !== readsBody) return;
      watch.host.bodyCall = letter._correlationId;
      watch.host.bodyAskedAt = now();
    });
    const keep = (list, make) => (entries) => list.push(...entries.getEntries().map(make));
    new view.PerformanceObserver(
      keep(watch.shifts, ({ startTime, value, sources }) => ({
        at: view.performance.timeOrigin + startTime,
        value,
        what: sources.map(({ node }) => node?.className?.slice?.(0, 40) ?? node?.nodeName).join(" "),
      })),
    ).observe({ type: "layout-shift", buffered: true });
    new view.PerformanceObserver(
      keep(watch.longTasks, ({ startTime, duration }) => ({
        at: view.performance.timeOrigin + startTime,
        duration,
      })),
    ).observe({ type: "longtask", buffered: true });
  }

  /** Which message the pane speaks of, and whether it asks, waits or has been answered. */
  function screenNow(document) {
    const subject = document.querySelector("main h1")?.getAttribute("title") ?? "";
    const has = (selector) => document.querySelector(`main ${selector}`) !== null;
    // Below an answer stands the fold for a reason, with a fieldset of its own.
    const kind = has('button[aria-keyshortcuts="Z"]')
      ? "answered"
      : has("fieldset button")
        ? "asking"
        : has('[aria-label="Reading the message"]')
          ? "loading"
          : "other";
    return { kind, subject };
  }

  const frame = () => document.querySelector('iframe[title="Concord"]');
  const inPane = () => frame().contentWindow;

  /** Resolves with the first matching paint after `from`. */
  function paintAfter(from, matches, patienceMs = 10_000) {
    return new Promise((done, fail) => {
      const deadline = now() + patienceMs;
      const look = () => {
        const found = inPane()?.benchWatch?.painted.find(
          (one) => one.committedAt >= from && one.paintedAt > 0 && matches(one),
        );
        if (found) done(found);
        else if (now() > deadline)
          fail(new Error(`never painted; last: ${JSON.stringify(inPane()?.benchWatch?.painted.at(-1))}`));
        else setTimeout(look, 3);
      };
      look();
    });
  }

  /** The pane's last request to an address since `from`, as the browser timed it. */
  function requestSince(from, part) {
    const { performance: clock } = inPane();
    const entry = clock
      .getEntriesByType("resource")
      .findLast((one) => one.name.includes(part) && clock.timeOrigin + one.startTime >= from);
    return (
      entry && {
        sentAt: clock.timeOrigin + entry.startTime,
        answeredAt: clock.timeOrigin + entry.responseEnd,
      }
    );
  }

  window.bench = {
    async switchTo(id, subject) {
      const { painted } = inPane().benchWatch;
      painted.length = 0;
      inPane().benchWatch.host = {};
      inPane().performance.clearResourceTimings();
      const from = now();
      window.sandbox.select(id);
      const shown = await paintAfter(
        from,
        (one) => one.subject === subject && /asking|answered/.test(one.kind),
      );
      const { host } = inPane().benchWatch;
      return { from, shown, host, request: requestSince(from, "api/predictions") };
    },
    async press(subject) {
      inPane().performance.clearResourceTimings();
      const from = now();
      inPane().document.querySelector("main fieldset button").click();
      // Where the model keeps silent a category alone is half an answer; the priority completes it.
      const acknowledged = await paintAfter(
        from,
        (one) => one.subject === subject && one.kind === "answered",
        1_500,
      ).catch(() => undefined);
      return acknowledged && { from, acknowledged };
    },
    requestSince,
    screenNow: () => inPane().benchWatch.painted.at(-1),
    /** What the simulated Outlook remembers for curious people would look like a leak of the pane. */
    forget() {
      window.sandbox.calls.length = 0;
      inPane().performance.clearResourceTimings();
      for (const list of Object.values(inPane().benchWatch)) if (Array.isArray(list)) list.length = 0;
    },
  };

  // Frames come and go with each opening of the pane.
  setInterval(() => {
    const view = frame()?.contentWindow;
    if (view && !view.benchWatch && view.location.pathname.endsWith("/taskpane.html")) watchPane(view);
  }, 1);
})();
