import type { Session as PageSession } from "./devtools.ts";
import type { Payload } from "./protocol-types.ts";
import { schemeOf, toAppUrl } from "./schemes.ts";
import type { StandInSession } from "./session.ts";

type Paused = Payload<"Fetch.requestPaused">;

/** What the window says to a request for a document: true lets it through. */
type Navigation = (url: string, frameId: string) => boolean;

let nextId = 1;

/** Answers every request of a page, its frames and workers: by the app's `protocol.handle`, or not at all. */
export async function answerRequests(page: PageSession, session: StandInSession, mayNavigate: Navigation): Promise<void> {
  page.on("Fetch.requestPaused", (paused) => {
    // A page that is closing no longer wants its answer.
    answer(page, session, mayNavigate, paused).catch(() => undefined);
  });
  page.on("Target.attachedToTarget", ({ sessionId }) => {
    const child = page.child(sessionId);
    // Workers whose requests go through their page have no Fetch of their own.
    answerRequests(child, session, mayNavigate)
      .catch(() => undefined)
      .then(() => child.send("Runtime.runIfWaitingForDebugger"))
      .catch(() => undefined);
  });
  await Promise.all([
    page.send("Fetch.enable", { patterns: [{ urlPattern: "*", requestStage: "Request" }] }),
    page.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }),
  ]);
}

async function answer(page: PageSession, session: StandInSession, mayNavigate: Navigation, paused: Paused): Promise<void> {
  const { requestId } = paused;
  const url = toAppUrl(paused.request.url);
  const inside = ["data", "blob"].includes(schemeOf(url));
  if (paused.resourceType === "Document" && !mayNavigate(url, paused.frameId)) {
    await page.send("Fetch.failRequest", { requestId, errorReason: "Aborted" });
  } else if (new URL(paused.request.url).pathname === "/favicon.ico") {
    // Browsers ask every site for an icon; Electron does not.
    await page.send("Fetch.fulfillRequest", { requestId, responseCode: 204 });
  } else if (inside) {
    await page.send("Fetch.continueRequest", { requestId });
  } else if ((await session.judge(details(url, paused))) === "cancelled") {
    await page.send("Fetch.failRequest", { requestId, errorReason: "BlockedByClient" });
  } else {
    await fulfil(page, session, paused, url);
  }
}

function details(url: string, paused: Paused): Electron.OnBeforeRequestListenerDetails {
  const kinds: Partial<Record<Paused["resourceType"], Electron.OnBeforeRequestListenerDetails["resourceType"]>> = {
    Document: "mainFrame",
    Stylesheet: "stylesheet",
    Image: "image",
    Script: "script",
    Font: "font",
    XHR: "xhr",
    Fetch: "xhr",
  };
  return {
    id: nextId++,
    url,
    method: paused.request.method,
    resourceType: kinds[paused.resourceType] ?? "other",
    referrer: "",
    timestamp: Date.now(),
    uploadData: [],
  };
}

async function fulfil(page: PageSession, session: StandInSession, paused: Paused, url: string): Promise<void> {
  const { requestId } = paused;
  const handler = session.handlerFor(schemeOf(url));
  if (handler === undefined) {
    // Left to the browser, whose resolver knows no name at all: it fails as it would without a network.
    await page.send("Fetch.continueRequest", { requestId });
    return;
  }
  const response = await call(handler, url, paused);
  if (response.type === "error") {
    await page.send("Fetch.failRequest", { requestId, errorReason: "Failed" });
    return;
  }
  const body = Buffer.from(await response.arrayBuffer()).toString("base64");
  const responseHeaders = [...response.headers].map(([name, value]) => ({ name, value }));
  await page.send("Fetch.fulfillRequest", { requestId, responseCode: response.status, responseHeaders, body });
}

async function call(handler: (request: Request) => Response | Promise<Response>, url: string, paused: Paused): Promise<Response> {
  const { method, headers, postData } = paused.request;
  const kept = Object.entries(headers).filter(([name]) => !/^(origin|referer)$/i.test(name));
  const body = method === "GET" || method === "HEAD" ? null : (postData ?? "");
  try {
    return await handler(new Request(url, { method, headers: kept, body }));
  } catch (error) {
    process.stderr.write(`protocol.handle: ${String(error)}\n`);
    return Response.error();
  }
}
