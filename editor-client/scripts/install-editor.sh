#!/usr/bin/env bash
# Installs what the tests in the real editor need: code-server (VS Code in a browser), Chromium, and what building them takes.
# code-server goes into the user's cache, once for each version; the other things come from the system's package manager.
# The last line written is the path of code-server's entry.js.
set -euo pipefail
version=4.100.3 # VS Code 1.100; the last that runs on Node 20
folder="${QUOTETRACKER_EDITOR_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/quotetracker-editor}/code-server-$version"
entry="$folder/node_modules/code-server/out/node/entry.js"

if ! command -v chromium >/dev/null || ! command -v rg >/dev/null || ! command -v pkg-config >/dev/null || ! pkg-config --exists krb5 libsecret-1; then
  sudo=$([ "$(id -u)" -eq 0 ] || echo sudo)
  $sudo apt-get update -qq >&2
  $sudo apt-get install -y -qq --no-install-recommends chromium libkrb5-dev libsecret-1-dev ripgrep pkg-config make g++ python3 unzip >/dev/null
fi

if [ ! -e "$folder/complete" ]; then
  rm -rf "$folder"
  mkdir -p "$folder"
  cd "$folder"
  quiet=(--no-audit --no-fund --loglevel=error)
  echo '{ "private": true }' >package.json
  npm install --ignore-scripts "${quiet[@]}" "code-server@$version" >&2
  cd node_modules/code-server/lib/vscode
  npm install --omit=dev --ignore-scripts "${quiet[@]}" >&2
  mkdir -p node_modules/@vscode/ripgrep/bin
  ln -sf "$(command -v rg)" node_modules/@vscode/ripgrep/bin/rg
  for module in @vscode/spdlog native-watchdog @parcel/watcher kerberos @vscode/deviceid; do
    npm rebuild "${quiet[@]}" "$module" >&2
  done
  npm rebuild "${quiet[@]}" node-pty >&2 || true # its last step is for Windows and fails; the binary is there
  [ -n "$(find node_modules/node-pty/build -name '*.node' -print -quit)" ]
  ln -sfn node_modules node_modules.asar
  (cd bin/remote-cli && ln -sf code-linux.sh code-server)
  (cd bin/helpers && ln -sf browser-linux.sh browser.sh)
  (cd extensions && npm install --omit=dev --ignore-scripts "${quiet[@]}" >&2)
  cd "$folder"
  npm rebuild "${quiet[@]}" argon2 >&2
  touch complete
fi
echo "$entry"
