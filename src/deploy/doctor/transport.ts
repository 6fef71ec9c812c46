/** Reaching the server at all: its name, its certificate, its clock, and no redirect on the way. */
import { advice, type Complaint, wrong } from "./complaint.ts";
import { type Answer, type Certificate, isReply, type Silence } from "./probe.ts";
import type { Visit } from "./visit.ts";

const dayMs = 86_400_000;
const date = (ms: number) => new Date(ms).toISOString().slice(0, 10);

export function reaching({ answers, expected }: Visit): Complaint[] {
  const first = [...answers.values()][0];
  return first && !isReply(first) ? [silence(first, expected.origin)] : [];
}

const reasons: readonly (readonly [RegExp, string, string, string])[] = [
  [
    /ENOTFOUND|EAI_AGAIN/,
    "name-unknown",
    "has no address",
    "Enter the name in the DNS, or check its spelling.",
  ],
  [
    /ECONNREFUSED|EHOSTUNREACH|ENETUNREACH/,
    "unreachable",
    "takes no connection",
    "Start the proxy or server, and open the port in the firewall.",
  ],
  [
    /ETIMEDOUT/,
    "silent",
    "does not answer in time",
    "Look whether the server hangs or a firewall drops packets.",
  ],
  [
    /EPROTO|ERR_SSL|ECONNRESET/,
    "tls-missing",
    "does not speak TLS, or refuses it",
    "End TLS (1.2 or later) in front of Concord; Outlook loads nothing over http.",
  ],
];

function silence({ fault }: Silence, origin: string): Complaint {
  const [, code, what, todo] = reasons.find(([pattern]) => pattern.test(fault)) ?? [
    /./,
    "unreachable",
    "cannot be asked",
    "See what the server's own log says.",
  ];
  return wrong(code, origin, `${origin} ${what} (${fault}).`, todo);
}

export function certificate({ reply, now, expected }: Visit): Complaint[] {
  const found = reply("/taskpane.html")?.certificate;
  if (!found) return [];
  const { origin } = expected;
  return [...validity(found, now, origin), ...trust(found, origin)];
}

function validity({ validFrom, validTo }: Certificate, now: number, origin: string): Complaint[] {
  if (validTo < now)
    return [
      wrong(
        "tls-expired",
        origin,
        `The certificate ended on ${date(validTo)}; the pane stays blank.`,
        "Renew it.",
      ),
    ];
  if (validFrom > now)
    return [
      wrong(
        "tls-not-yet-valid",
        origin,
        `The certificate is valid from ${date(validFrom)} only.`,
        "Check the clocks of the server and of who issued it.",
      ),
    ];
  const days = Math.floor((validTo - now) / dayMs);
  return days >= 14
    ? []
    : [
        advice(
          "tls-ends-soon",
          origin,
          `The certificate ends on ${date(validTo)}, in ${days} days.`,
          "Renew it now, and see why that did not happen by itself.",
        ),
      ];
}

function trust({ wrongName, distrust }: Certificate, origin: string): Complaint[] {
  return [
    ...(wrongName
      ? [
          wrong(
            "tls-name",
            origin,
            `The certificate is for ${wrongName}, not for ${new URL(origin).hostname}.`,
            "Get one with this name among its subject alternative names.",
          ),
        ]
      : []),
    ...(distrust
      ? [
          wrong(
            "tls-untrusted",
            origin,
            `The certificate's chain ends at nobody trusted (${distrust}).`,
            /LEAF|ISSUER/.test(distrust)
              ? "Send the intermediate certificates too (nginx: fullchain.pem), or give your own root by --ca."
              : "Use a certificate that every client trusts; if that is your own root, give it by --ca.",
          ),
        ]
      : []),
  ];
}

export function redirects({ answers }: Visit): Complaint[] {
  return [...answers].flatMap(([path, answer]) =>
    isReply(answer) && answer.status >= 300 && answer.status < 400 && answer.status !== 304
      ? [
          wrong(
            "redirect",
            path,
            `${path} sends the caller on to ${answer.headers.location?.[0] ?? "nowhere"} (${answer.status}); Outlook does not follow reliably.`,
            "Answer at this address itself; switch off redirects to other names, slashes, languages or sign-in pages.",
          ),
        ]
      : [],
  );
}

/** Tokens are valid for a time; the API allows a minute. */
export function clock({ reply, expected }: Visit): Complaint[] {
  const health = reply("/healthz");
  const said = Date.parse(health?.headers.date?.[0] ?? "");
  if (!health || Number.isNaN(said)) return [];
  // The header has whole seconds.
  const seconds = Math.round(Math.abs(said + 500 - health.at) / 1000);
  if (seconds < 15) return [];
  const ahead = said > health.at ? "ahead of" : "behind";
  const sentence = `The server's clock is ${seconds} seconds ${ahead} this computer's.`;
  const todo = "Set both by NTP. With more than a minute, tokens that are right are refused.";
  return [
    seconds > 45
      ? wrong("clock", expected.origin, sentence, todo)
      : advice("clock", expected.origin, sentence, todo),
  ];
}

export const isAnswered = (answer: Answer | undefined): boolean => answer !== undefined && isReply(answer);
