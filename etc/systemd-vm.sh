#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# Runs a script as root on a Debian 13 with systemd as its process 1, in a throw-away container (systemd-nspawn).
#
#   etc/systemd-vm.sh [--copy SOURCE:TARGET]... [--journal FILE] [--limit SECONDS] SCRIPT
#
# --copy puts a file or folder of the host into the container before it boots. What the script writes is shown, its exit
# status is ours; 124: the limit (300 s) was met, 125: the container did not come up. The container has loopback only;
# what is changed in it is gone afterwards. Its image is made once, in TONGBAN_VM_CACHE (~/.cache/tongban-vm).
#
# Needs root. On a host whose cgroups are version 1 a version 2 tree is mounted for the container alone.
set -euo pipefail

cache=${TONGBAN_VM_CACHE:-${HOME:-/root}/.cache/tongban-vm}
packages=systemd,systemd-sysv,dbus,libnss-systemd,procps,python3-minimal,libstdc++6
die() { echo "systemd-vm: $*" >&2; exit 125; }
[ "$(id -u)" = 0 ] || die "must be root"

# ---- Inside the namespaces: the second call of this script by itself.
if [ "${1:-}" = --inside ]; then
  run=$2
  umount "$run/cgroup" # ours is at its root, in a namespace of its own
  umount -R /sys/fs/cgroup 2>/dev/null || true
  mount -t cgroup2 none /sys/fs/cgroup
  mount -t proc proc /proc
  # nspawn masks parts of /proc with these nodes of /run.
  mount -t tmpfs -o mode=755 tmpfs /run
  mkdir -p /run/systemd/inaccessible/dir
  (cd /run/systemd/inaccessible && touch reg && mkfifo fifo && mknod chr c 0 0 && mknod blk b 0 0 && chmod 0 ./*)
  mkdir "$run/upper" "$run/work" "$run/root"
  chmod 755 "$run/upper"
  mount -t tmpfs -o mode=755 tmpfs "$run/changes"
  mkdir "$run/changes/upper" "$run/changes/work"
  mount -t overlay -o "lowerdir=$run/copy:$cache/root,upperdir=$run/changes/upper,workdir=$run/changes/work" \
    overlay "$run/root"
  export SYSTEMD_NSPAWN_UNIFIED_HIERARCHY=1
  exec systemd-nspawn --quiet --boot --directory="$run/root" --machine=tongban-vm --register=no --keep-unit \
    --settings=no --private-network --link-journal=no --resolv-conf=off --timezone=off --console=read-only \
    --capability=CAP_BPF,CAP_PERFMON --system-call-filter=bpf --suppress-sync=yes --bind="$run/out:/run/host-out"
fi

copies=() journal='' limit=300
while [ $# -gt 1 ]; do
  case $1 in
    --copy) copies+=("$2") ;;
    --journal) journal=$2 ;;
    --limit) limit=$2 ;;
    *) die "unknown option $1" ;;
  esac
  shift 2
done
script=${1:?a script to run}
[ -f "$script" ] || die "no script $script"

missing=()
command -v debootstrap >/dev/null || missing+=(debootstrap)
command -v systemd-nspawn >/dev/null || missing+=(systemd-container)
if [ ${#missing[@]} -gt 0 ]; then
  apt-get -qq update
  DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install "${missing[@]}" >/dev/null
fi

mkdir -p "$cache"
exec 9>"$cache/lock"
flock 9
if [ "$(cat "$cache/packages" 2>/dev/null)" != "$packages" ]; then
  echo "systemd-vm: making the image (about a minute)" >&2
  rm -rf "$cache/root" "$cache/packages"
  debootstrap --variant=minbase --include="$packages" trixie "$cache/root" \
    "${TONGBAN_VM_MIRROR:-http://deb.debian.org/debian}" >"$cache/log" 2>&1 || {
    tail -n 20 "$cache/log" >&2
    die "debootstrap failed"
  }
  rm -f "$cache/root/etc/machine-id" "$cache"/root/var/cache/apt/archives/*.deb
  # Nothing here needs a login, timers or the network's name service.
  for unit in getty.target apt-daily.timer apt-daily-upgrade.timer systemd-resolved.service console-getty.service; do
    ln -sf /dev/null "$cache/root/etc/systemd/system/$unit"
  done
  echo "$packages" >"$cache/packages"
fi
flock -s 9

run=$(mktemp -d "${TMPDIR:-/tmp}/tongban-vm.XXXXXX")
machine=
finish() {
  [ -z "$machine" ] || kill -KILL "$machine" 2>/dev/null || true
  [ -z "$machine" ] || wait "$machine" 2>/dev/null || true
  rm -rf "$run"
}
trap finish EXIT
mkdir -p "$run"/{cgroup,changes,out} "$run/copy/etc/systemd/system/multi-user.target.wants" "$run/copy/usr/lib/tongban-vm"
chmod -R 755 "$run/copy"
for copy in "${copies[@]}"; do
  target=$run/copy${copy#*:}
  [ -e "${copy%%:*}" ] || die "no ${copy%%:*}"
  mkdir -p "$(dirname "$target")"
  cp -RT --preserve=mode,links "${copy%%:*}" "$target"
done
cp "$script" "$run/copy/usr/lib/tongban-vm/script"
cat >"$run/copy/usr/lib/tongban-vm/job" <<'END'
#!/bin/bash
# Runs the script when the system is up, then writes the journal and the exit status, then powers off.
export HOME=/root LANG=C.UTF-8 SYSTEMD_PAGER=cat SYSTEMD_COLORS=0 SYSTEMD_URLIFY=0
cd /root
timeout 60 systemctl is-system-running --wait >/run/host-out/state
bash /usr/lib/tongban-vm/script >/run/host-out/output 2>&1 </dev/null
status=$?
journalctl --sync
journalctl -b --no-pager -o short-precise >/run/host-out/journal
echo "$status" >/run/host-out/status
systemctl --force --force poweroff
END
cat >"$run/copy/etc/systemd/system/tongban-vm-job.service" <<'END'
[Unit]
After=multi-user.target
[Service]
Type=exec
ExecStart=/bin/bash /usr/lib/tongban-vm/job
Slice=-.slice
END
ln -s ../tongban-vm-job.service "$run/copy/etc/systemd/system/multi-user.target.wants/"

boot() { # in a mount namespace of its own, with a cgroup of its own
  mount -t cgroup2 none "$run/cgroup"
  local group=$run/cgroup/tongban-vm-$$
  mkdir "$group"
  (
    echo "$BASHPID" >"$group/cgroup.procs"
    exec unshare --mount --cgroup --ipc --uts --pid --fork --kill-child --propagation private \
      bash "$0" --inside "$run"
  ) </dev/null >"$run/console" 2>&1 &
  local inner=$! seconds=0
  # Ends by itself when the guest powers off.
  while kill -0 "$inner" 2>/dev/null && [ "$seconds" -lt $(((limit + 60) * 5)) ]; do
    sleep 0.2
    seconds=$((seconds + 1))
  done
  kill -KILL "$inner" 2>/dev/null || true
  wait "$inner" 2>/dev/null || true
  for _ in {1..50}; do # what was killed takes a moment to leave its group
    find "$group" -depth -type d -exec rmdir {} \; 2>/dev/null || true
    [ -d "$group" ] || break
    sleep 0.1
  done
}
export -f boot
export run cache limit
unshare --mount --propagation private --kill-child --fork bash -c 'boot' "$0" 9<&- &
machine=$!
: >"$run/out/output"
tail -f --pid="$machine" -s 0.2 "$run/out/output" &
wait "$machine" || true
wait || true
machine=
[ -z "$journal" ] || cp "$run/out/journal" "$journal" 2>/dev/null || true
[ -s "$run/out/status" ] || {
  [ -s "$run/out/state" ] && exit 124
  tail -n 25 "$run/console" >&2
  die "the container did not come up"
}
exit "$(cat "$run/out/status")"
