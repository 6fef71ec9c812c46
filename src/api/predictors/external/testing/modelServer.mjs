/**
 * A model server of its own, as its own process, that knows nothing of Concord's code: `/PROTOCOL/BEHAVIOUR` answers in the
 * protocol's words, well or in one of many bad ways. `/asked` tells what came in last, and how often.
 */
import { createServer } from "node:http";

let asked = { times: 0, body: null, authorization: null };

const say = (answer, status, text, type = "application/json") => {
  answer.writeHead(status, { "content-type": type });
  answer.end(text);
};

/** Scores for the labels that the request names, the first one most probable; what a protocol asks is checked as its users would. */
const good = {
  concord(body) {
    if (body.contract !== "concord/1") throw new Error("no contract");
    if (!body.message.features && !body.message.text) throw new Error("no message");
    const ids = body.taxonomy.categories.map(({ id }) => id);
    return {
      categories: [
        { label: ids[1], probability: 0.8 },
        { label: ids[0], probability: 0.15 },
      ],
      priorities: [{ label: "high", probability: 0.9 }],
      modelVersion: "2026-11",
    };
  },
  mlflow(body) {
    const { columns, data } = body.dataframe_split;
    if (data.length !== 1 || data[0].length !== columns.length) throw new Error("no row");
    return { predictions: [{ category: "delivery", priorities: { high: 0.9, low: 0.1 } }] };
  },
  chat(body) {
    const { schema, strict } = body.response_format.json_schema;
    if (!strict || schema.additionalProperties !== false) throw new Error("not strict");
    const ids = schema.properties.categories.items.properties.label.enum;
    const content = {
      categories: [{ label: ids[1], probability: 0.8 }],
      priorities: [{ label: "high", probability: 0.9 }],
    };
    return {
      model: `${body.model}-1`,
      choices: [{ message: { role: "assistant", content: JSON.stringify(content) } }],
    };
  },
};

/** The protocol's envelope around scores that are wrong in one way. */
const wrapped = (protocol, categories, priorities = [{ label: "high", probability: 0.9 }]) => {
  const inner = { categories, priorities };
  if (protocol === "concord") return JSON.stringify(inner);
  if (protocol === "chat")
    return JSON.stringify({ choices: [{ message: { content: JSON.stringify(inner) } }] });
  const record = (scores) => Object.fromEntries(scores.map(({ label, probability }) => [label, probability]));
  return JSON.stringify({
    predictions: [{ categories: record(categories), priorities: record(priorities) }],
  });
};

const one = (label, probability) => [{ label, probability }];

const behaviours = {
  good: (answer, protocol, body) => say(answer, 200, JSON.stringify(good[protocol](body))),
  slow: (answer, protocol, body) => setTimeout(() => behaviours.good(answer, protocol, body), 5_000),
  drip(answer) {
    answer.writeHead(200, { "content-type": "application/json" });
    const timer = setInterval(() => answer.write(" "), 50);
    answer.on("close", () => clearInterval(timer));
  },
  hang: () => {},
  cutOff: (answer) => {
    answer.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
    answer.write('{"cat');
    setTimeout(() => answer.destroy(), 20);
  },
  wrongCategory: (answer, protocol) => say(answer, 200, wrapped(protocol, one("no-such-category", 0.9))),
  wrongPriority: (answer, protocol) =>
    say(answer, 200, wrapped(protocol, one("billing", 0.9), one("soonish", 1))),
  notANumber: (answer, protocol) =>
    say(
      answer,
      200,
      wrapped(protocol, one("billing", "x")).replaceAll('"x"', "NaN").replaceAll('\\"x\\"', "NaN"),
    ),
  infinite: (answer, protocol) =>
    say(answer, 200, wrapped(protocol, one("billing", 7777)).replaceAll("7777", "1e999")),
  negative: (answer, protocol) => say(answer, 200, wrapped(protocol, one("billing", -0.5))),
  overOne: (answer, protocol) => say(answer, 200, wrapped(protocol, one("billing", 97))),
  textForNumber: (answer, protocol) => say(answer, 200, wrapped(protocol, one("billing", "0.9"))),
  nothing: (answer, protocol) => say(answer, 200, wrapped(protocol, [])),
  zero: (answer, protocol) => say(answer, 200, wrapped(protocol, one("billing", 0))),
  prototype: (answer, protocol) =>
    say(answer, 200, wrapped(protocol, [{ label: "constructor", probability: 0.9 }])),
  html: (answer) => say(answer, 200, "<!doctype html><title>Sign in</title>", "text/html"),
  empty: (answer) => say(answer, 200, ""),
  nothingJson: (answer) => say(answer, 200, "null"),
  huge: (answer) => say(answer, 200, `{"predictions":"${"x".repeat(5_000_000)}"}`),
  endless(answer) {
    answer.writeHead(200, { "content-type": "application/json" });
    const more = () => {
      while (!answer.destroyed && answer.write("x".repeat(65_536)));
    };
    answer.on("drain", more);
    more();
  },
  nested: (answer) => say(answer, 200, "[".repeat(100_000) + "]".repeat(100_000)),
  manyLabels: (answer, protocol) =>
    say(
      answer,
      200,
      wrapped(
        protocol,
        Array.from({ length: 3_000 }, (_, i) => ({ label: `l${i}`, probability: 0 })),
      ),
    ),
  failing: (answer) => say(answer, 500, "{}"),
  failingOnce: (answer, protocol, body) =>
    asked.times % 2 === 1 ? say(answer, 503, "{}") : behaviours.good(answer, protocol, body),
  limited: (answer) => say(answer, 429, "{}"),
  forbidden: (answer) => say(answer, 401, '{"error":"bad key"}'),
  redirect(answer) {
    answer.writeHead(307, { location: "/concord/good" });
    answer.end();
  },
};

const server = createServer((request, answer) => {
  const pieces = [];
  request.on("data", (piece) => pieces.push(piece));
  request.on("end", () => {
    if (request.url === "/asked") return say(answer, 200, JSON.stringify(asked));
    if (request.url === "/reset") {
      asked = { times: 0, body: null, authorization: null };
      return say(answer, 200, "{}");
    }
    const [, protocol, behaviour] = request.url.split("/");
    const body = JSON.parse(Buffer.concat(pieces).toString("utf8"));
    asked = { times: asked.times + 1, body, authorization: request.headers.authorization ?? null };
    try {
      behaviours[behaviour](answer, protocol, body);
    } catch (fault) {
      say(answer, 400, JSON.stringify({ error: String(fault) }));
    }
  });
});
server.listen(0, "127.0.0.1", () => process.stdout.write(`${server.address().port}\n`));
