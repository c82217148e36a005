# Shared by scripts/test, scripts/bench and scripts/screenshots: development packages, and a home, a
# screen and a sound server of our own, all of which end with the script. Sourced after setup.sh.

make_environment dev
provide_libraries
packages=()
command -v Xvfb >/dev/null || packages+=(xvfb)
command -v pulseaudio >/dev/null || packages+=(pulseaudio)
command -v strace >/dev/null || packages+=(strace)
command -v parec >/dev/null || packages+=(pulseaudio-utils)
# What a screen reader would find is read by Debian's own Python, over a bus of its own.
command -v dbus-daemon >/dev/null || packages+=(dbus-daemon)
[ -e /usr/libexec/at-spi-bus-launcher ] || packages+=(at-spi2-core)
/usr/bin/python3 -c 'import pyatspi' 2>/dev/null || packages+=(python3-pyatspi)
# The keyring of a desktop, with fifty megabytes of what it needs.
[ "${long:-0}" = 0 ] || command -v gnome-keyring-daemon >/dev/null || packages+=(gnome-keyring)
install_packages "${packages[@]}"

stage=$(mktemp -d)
pids=()
# shellcheck disable=SC2329 # called by trap
finish() {
    local pid
    for pid in "${pids[@]}"; do kill -- "$pid" 2>/dev/null || true; done
    wait 2>/dev/null || true
    rm -rf "$stage"
}
trap finish EXIT
mkdir -m 700 "$stage/home" "$stage/runtime"
export HOME="$stage/home" XDG_RUNTIME_DIR="$stage/runtime"
export PYTHONDONTWRITEBYTECODE=1
unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME MINDFUL_DATA_DIR DBUS_SESSION_BUS_ADDRESS WAYLAND_DISPLAY QT_QPA_PLATFORM

Xvfb -displayfd 3 -screen 0 1600x1200x24 -nolisten tcp 3>"$stage/display" 2>"$stage/xvfb.log" &
pids+=($!)
"$python" "$root/tests/sound_server.py" --serve "$stage/runtime/pulse" >"$stage/pulse" 2>"$stage/pulse.log" &
pids+=($!)
for _ in $(seq 200); do
    [ -s "$stage/display" ] && [ -s "$stage/pulse" ] && break
    sleep 0.05
done
export DISPLAY=":$(cat "$stage/display")" PULSE_SERVER="$(cat "$stage/pulse")"
export QT_QPA_PLATFORM=xcb
