#!/usr/bin/env bash
# Headers a second: Tyde beside DCMTK and pydicom over the same files in the same minutes.
# usage: parse.sh [FOLDER]   (DICOM files; without one 10,000 CT headers are made)
# needs: bin/tyde on the PATH or in TYDE; apt-get install dcmtk python3-pydicom
set -eu
tyde=${TYDE:-tyde}
made=
folder=${1:-}
if [ -z "$folder" ]; then
    made=$(mktemp -d)
    trap 'rm -rf "$made"' EXIT
    folder=$made
    "$tyde" bench parse --make "$folder"
fi
uptime
find "$folder" -type f -print0 | sort -z | xargs -0 cat > /dev/null # into the page cache
for run in 1 2 3; do
    "$tyde" bench parse --first "$folder"
done
"$tyde" bench parse "$folder"
find "$folder" -type f | sort > "${made:-/tmp}/tyde-parse-names"
/usr/bin/python3 - "${made:-/tmp}/tyde-parse-names" <<'P'
import resource, subprocess, sys, time, warnings

names = open(sys.argv[1]).read().splitlines()


def told(what, wall, busy):
    print("%-26s %10s a second, %10s a second of processor time" % (what, f"{len(names) / wall:,.0f}", f"{len(names) / busy:,.0f}"))


def best(what, action):
    wall = busy = float("inf")
    for _ in range(3):
        cpu, start = busy_now(), time.time()
        action()
        wall, busy = min(wall, time.time() - start), min(busy, busy_now() - cpu)
    told(what, wall, busy)


def busy_now():
    self, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return self.ru_utime + self.ru_stime + children.ru_utime + children.ru_stime


def dcmdump(*options):
    # a command line holds about 10,000 names
    for part in range(0, len(names), 10000):
        subprocess.run(["dcmdump", "-q", *options, *names[part : part + 10000]], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


best("dcmdump, full text", dcmdump)
best("dcmdump, one tag", lambda: dcmdump("+P", "0020,000d"))
try:
    import pydicom
except ImportError:
    sys.exit("pydicom: skipped, needs python3-pydicom")
warnings.simplefilter("ignore")


def read():
    for name in names:
        try:
            pydicom.dcmread(name, stop_before_pixels=True, force=True)
        except Exception:
            pass


best("pydicom dcmread", read)
P
uptime
