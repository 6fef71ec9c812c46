/** The same registrations as a script for the Azure command line; it makes what is missing and may run again. */
import type { PackRequest } from "./packRequest.ts";
import { type Registration, unknownApi, unknownClient } from "./registration.ts";

const graph = "https://graph.microsoft.com/v1.0";

export function registrationScript(request: PackRequest, registrations: readonly Registration[]): string {
  const isOne = registrations.length === 1;
  return `${[
    opening(request),
    ...registrations.map(create),
    isOne ? 'api_id="$concord_id"\npane_id="$concord_id"' : "",
    ...registrations.map(({ key }) => patch(key, `${key}-first.json`)),
    ...registrations.map(({ key }) => patch(key, `${key}.json`)),
    ...registrations.map(({ key }) => principal(key)),
    closing(request, isOne),
  ]
    .filter(Boolean)
    .join("\n\n")}\n`;
}

/** Deletes the registrations; Entra keeps them for 30 days. */
export const removalScript = (request: PackRequest, registrations: readonly Registration[]): string =>
  `${[
    head(request, "Deletes Concord's app registrations; Entra can bring them back for 30 days."),
    ...registrations.map(
      ({ application: { displayName } }) =>
        `for id in $(az ad app list --filter "displayName eq '${displayName}'" --query "[].appId" --output tsv); do
  az ad app delete --id "$id" && echo "Deleted ${displayName}, $id"
done`,
    ),
  ].join("\n\n")}\n`;

const opening = (request: PackRequest) => `${head(request, "Makes or updates Concord's app registrations.")}
letter=$(mktemp)
trap 'rm -f "$letter"' EXIT

# One letter to Microsoft Graph: the client ids take their places in the file first.
send() {
  sed -e "s/${unknownApi}/$api_id/g" -e "s/${unknownClient}/$pane_id/g" "$2" > "$letter"
  az rest --method PATCH --uri "${graph}/applications(appId='$1')" --headers Content-Type=application/json --body "@$letter"
}`;

const head = ({ tenant }: PackRequest, what: string) => `#!/usr/bin/env bash
# ${what} Needs the Azure CLI (az) and the role Application Administrator.
set -euo pipefail
cd "$(dirname "$0")"
tenant="${tenant}"

signed_in=$(az account show --query tenantId --output tsv) || { echo "Sign in first: az login --tenant $tenant --allow-no-subscriptions" >&2; exit 1; }
if [ "$signed_in" != "$tenant" ]; then
  echo "You are signed in to $signed_in, not to $tenant. Run: az login --tenant $tenant --allow-no-subscriptions" >&2
  exit 1
fi`;

function create({ key, appId, application }: Registration): string {
  const isKnown = appId !== unknownApi && appId !== unknownClient;
  if (isKnown) return `${key}_id="${appId}"`;
  return `${key}_id=$(az ad app list --filter "displayName eq '${application.displayName}'" --query "[0].appId" --output tsv)
if [ -z "$${key}_id" ]; then
  ${key}_id=$(az ad app create --display-name "${application.displayName}" --sign-in-audience ${application.signInAudience} --query appId --output tsv)
fi`;
}

const patch = (key: string, file: string) => `send "$${key}_id" ${file}`;

const principal = (key: string) =>
  `az ad sp show --id "$${key}_id" --output none 2>/dev/null || az ad sp create --id "$${key}_id" --output none`;

const closing = ({ origin, tenant, client }: PackRequest, isOne: boolean) => {
  const ids = isOne ? "--client $pane_id" : "--client $pane_id --api $api_id";
  const next = client
    ? "The pack beside this script was made for these ids already."
    : `Now make the whole pack: npm run deploy:pack -- --origin ${origin} --tenant ${tenant} ${ids} --out FOLDER`;
  return `echo "Concord API client id:  $api_id"
echo "Concord pane client id: $pane_id"
echo "${next}"`;
};
