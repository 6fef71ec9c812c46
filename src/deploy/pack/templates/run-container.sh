#!/bin/sh
# Runs Concord for {{origin}} as a container: not root, nothing writable but /data. Works with docker and podman.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
exec "${ENGINE:-docker}" run --detach --name concord --restart unless-stopped \
  --read-only --tmpfs /tmp:rw,noexec,nosuid,size=64m \
  --user 10001:10001 --cap-drop ALL --security-opt no-new-privileges \
  --memory 2g --pids-limit 256 \
  --env-file "$here/container.env" \
  --volume concord-data:/data \
  --volume "$here/organisation.json:/etc/concord/organisation.json:ro" \
  --volume "$here/../3-manifest/concord.xml:/etc/concord/concord.xml:ro" \
  --publish 127.0.0.1:3000:3000 \
  concord
