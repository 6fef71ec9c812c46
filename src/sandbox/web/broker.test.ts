/** Claims about Outlook's side of nested app authentication. */
import { type BrokerParts, makeBroker } from "./broker.ts";

const account = {
  homeAccountId: "oid.tid",
  environment: "login.microsoftonline.com",
  tenantId: "tid",
  username: "amara@northwind.example",
  localAccountId: "oid",
  name: "Amara",
};

function broker(signIn: ReturnType<BrokerParts["signIn"]>, over: Partial<BrokerParts> = {}) {
  const issued: string[] = [];
  const answer = makeBroker({
    signIn: () => signIn,
    isOffline: () => false,
    account: () => account,
    issue: async (who) => {
      issued.push(who);
      return { access_token: "a", id_token: "i", expires_in: 3600, scope: "s", account };
    },
    askPerson: async () => true,
    ...over,
  });
  const ask = async (method: string) =>
    JSON.parse(await answer(JSON.stringify({ method, requestId: "r1" }))) as Record<string, unknown>;
  return { ask, issued };
}

const statusOf = ({ error }: Record<string, unknown>) => (error as { status: string } | undefined)?.status;

test("msal learns who is signed in before it asks for a token", async () => {
  expect(await broker("silent").ask("GetInitContext")).toMatchObject({
    messageType: "NestedAppAuthResponse",
    requestId: "r1",
    success: true,
    initContext: { accountContext: { homeAccountId: "oid.tid" } },
  });
});

test("a silent sign-in gives tokens and the account at once", async () => {
  expect(await broker("silent").ask("GetToken")).toMatchObject({
    success: true,
    token: { access_token: "a", id_token: "i", expires_in: 3600 },
    account: { username: "amara@northwind.example" },
  });
});

test("where the person must be asked, silence fails until they have allowed it once", async () => {
  const { ask } = broker("popup");
  expect(statusOf(await ask("GetToken"))).toBe("USER_INTERACTION_REQUIRED");
  expect(await ask("GetTokenPopup")).toMatchObject({ success: true });
  expect(await ask("GetToken")).toMatchObject({ success: true });
});

test.each([
  ["cancelled", "USER_CANCEL"],
  ["blocked", "PERSISTENT_ERROR"],
  ["noAccount", "ACCOUNT_UNAVAILABLE"],
] as const)("a sign-in that is %s fails as %s, and issues nothing", async (mode, status) => {
  const { ask, issued } = broker(mode);
  expect(statusOf(await ask("GetTokenPopup"))).toBe(status);
  expect(issued).toEqual([]);
});

test("a person who cancels the dialog is told apart from an error", async () => {
  const { ask } = broker("popup", { askPerson: async () => false });
  expect(statusOf(await ask("GetTokenPopup"))).toBe("USER_CANCEL");
});

test("the wrong account is somebody else's token", async () => {
  const { ask, issued } = broker("wrongAccount");
  await ask("GetToken");
  expect(issued).toEqual(["somebodyElse"]);
});

test("offline there is no token, and an unreachable issuer is worth another try", async () => {
  expect(statusOf(await broker("silent", { isOffline: () => true }).ask("GetToken"))).toBe("NO_NETWORK");
  const broken = broker("silent", { issue: () => Promise.reject(new Error("down")) });
  expect(statusOf(await broken.ask("GetToken"))).toBe("TRANSIENT_ERROR");
});
