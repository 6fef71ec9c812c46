#!/usr/bin/env node
/** Stands in for Azure's command line: keeps applications in a file as Graph would, and refuses what Graph refuses. */
import { readFileSync, writeFileSync } from "node:fs";

const file = process.env.FAKE_AZURE;
const state = JSON.parse(readFileSync(file, "utf8"));
const args = process.argv.slice(2);
const option = (name) => args[args.indexOf(`--${name}`) + 1];
const say = (text) => process.stdout.write(text ? `${text}\n` : "");
const refuse = (why) => {
  process.stderr.write(`${why}\n`);
  process.exit(1);
};

const commands = {
  "account show": () => (state.tenant ? say(state.tenant) : refuse("Please run 'az login'")),
  "ad app": () => applications[args[2]](),
  "ad sp": () => {
    const isThere = state.principals.includes(option("id"));
    if (args[2] === "show") return isThere ? undefined : refuse("no such principal");
    if (isThere) refuse("there already");
    state.principals.push(option("id"));
  },
  "rest --method": () => patch(),
};

const applications = {
  list() {
    const name = /displayName eq '(.*)'/.exec(option("filter"))[1];
    say(state.applications.find(({ displayName }) => displayName === name)?.appId);
  },
  create() {
    const appId = `0000000${state.applications.length + 1}-1111-4222-8333-444444444444`;
    state.applications.push({
      appId,
      displayName: option("display-name"),
      signInAudience: option("sign-in-audience"),
    });
    say(appId);
  },
  delete() {
    state.applications = state.applications.filter(({ appId }) => appId !== option("id"));
  },
};

function patch() {
  const appId = /^https:\/\/graph\.microsoft\.com\/v1\.0\/applications\(appId='(.+)'\)$/.exec(
    option("uri"),
  )[1];
  const application = state.applications.find((one) => one.appId === appId) ?? refuse("no such application");
  const body = JSON.parse(readFileSync(option("body").slice(1), "utf8"));
  // A client can be pre-authorised, and a permission be asked for, only for scopes that are stored already.
  const stored = state.applications.flatMap(({ api }) =>
    (api?.oauth2PermissionScopes ?? []).map(({ id }) => id),
  );
  const named = [
    ...(body.api?.preAuthorizedApplications ?? []).flatMap((one) => one.delegatedPermissionIds),
    ...(body.requiredResourceAccess ?? []).flatMap((one) => one.resourceAccess.map(({ id }) => id)),
  ];
  if (named.some((id) => !stored.includes(id))) refuse("The permission does not exist.");
  if (body.identifierUris?.some((uri) => uri !== `api://${appId}`)) refuse("Not this application's URI.");
  Object.assign(application, body);
}

commands[`${args[0]} ${args[1]}`]();
writeFileSync(file, JSON.stringify(state));
