#!/bin/sh
# Puts Congress Desk among the programs of this user: menu entry, icon, *.congress opened by it, and the
# command congress-desk. Nothing is copied: the program stays in this folder. `install.sh --remove` undoes it.
set -eu
here="$(cd "$(dirname "$0")" && pwd)"
share="${XDG_DATA_HOME:-$HOME/.local/share}"
entry="$share/applications/congress-desk.desktop"
icon="$share/icons/hicolor/256x256/apps/congress-desk.png"
kind="$share/mime/packages/congress-desk.xml"
word="$HOME/.local/bin/congress-desk"
if [ "${1:-}" = "--remove" ]; then
    rm -f "$entry" "$icon" "$kind" "$word"
else
    mkdir -p "$(dirname "$entry")" "$(dirname "$icon")" "$(dirname "$kind")" "$(dirname "$word")"
    # In an entry % is written twice, and to sed these three mean more than themselves.
    exec="$(printf '%s' "$here/congress-desk" | sed -e 's/%/%%/g' -e 's/[&|\\]/\\&/g')"
    sed "s|^Exec=congress-desk|Exec=\"$exec\"|" "$here/congress-desk.desktop" > "$entry"
    cp "$here/_internal/resources/app/congress-desk.png" "$icon"
    cp "$here/congress-desk.xml" "$kind"
    ln -sf "$here/congress-desk" "$word"
fi
command -v update-mime-database >/dev/null 2>&1 && update-mime-database "$share/mime" || true
command -v update-desktop-database >/dev/null 2>&1 && update-desktop-database "$share/applications" || true
