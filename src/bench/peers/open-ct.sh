#!/usr/bin/env bash
# Opens a CT of 200 slices in Tyde (from Orthanc on loopback) and in aeskulap (from files), one after the
# other, each in a real window under Xvfb. Usage: open-ct.sh FOLDER-OF-SLICES [RUNS]
# Needs Debian's orthanc, orthanc-dicomweb, dcmtk, aeskulap, xvfb, dbus, python3-numpy.
set -euo pipefail
slices=$(readlink -f "$1")
runs=${2:-3}
cd "$(dirname "$0")/../../.."
work=$(mktemp -d)
export TCP_NODELAY=1
http=18142 dicom=14342
cat >"$work/orthanc.json" <<J
{"StorageDirectory":"$work/db","IndexDirectory":"$work/db","HttpPort":$http,"DicomPort":$dicom,"RemoteAccessAllowed":false,
"AuthenticationEnabled":false,"DicomAlwaysAllowStore":true,"TcpNoDelay":true,"KeepAlive":true,
"Plugins":["/usr/share/orthanc/plugins/libOrthancDicomWeb.so"],"DicomWeb":{"Enable":true,"Root":"/dicom-web/"}}
J
Orthanc "$work/orthanc.json" >"$work/orthanc.log" 2>&1 &
orthanc=$!
Xvfb :78 -screen 0 1600x1200x24 -nolisten tcp -fbdir "$work" >/dev/null 2>&1 &
xvfb=$!
trap 'kill $orthanc $xvfb 2>/dev/null || true; rm -rf "$work"' EXIT
for _ in $(seq 100); do curl -s -o /dev/null "http://127.0.0.1:$http/system" && break; sleep 0.1; done
storescu -ll error --scan-directories 127.0.0.1 $dicom "$slices"
echo "# $(date -u +%F\ %H:%M) load $(cut -d' ' -f1-3 /proc/loadavg), $(nproc) cores"
for run in $(seq "$runs"); do
    echo "## Tyde, run $run"
    DISPLAY=:78 target/tyde/bin/tyde bench start --from "http://127.0.0.1:$http/dicom-web"
    echo "## aeskulap, run $run"
    DISPLAY=:78 HOME="$work" /usr/bin/python3 - "$work/Xvfb_screen0" "$slices" <<'P'
import glob, os, signal, struct, subprocess, sys, time
import numpy as np

def grab():
    b = open(sys.argv[1], 'rb').read()
    h = struct.unpack('>25I', b[:100])
    return np.frombuffer(b, np.uint8, h[12] * h[5], h[0] + h[19] * 12).reshape(h[5], -1, 4)

def tissue(a):
    g = a[:, :, 0].astype(int)
    m = (a[:, :, 0] == a[:, :, 1]) & (a[:, :, 1] == a[:, :, 2]) & (g > 60) & (g < 200)
    return float((m[:, 1:] & (np.abs(np.diff(g, axis=1)) > 3)).mean())

base = tissue(grab())
start = time.time()
p = subprocess.Popen(['dbus-run-session', '--', 'aeskulap'] + sorted(glob.glob(sys.argv[2] + '/*')),
                     stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
first = None
while time.time() - start < 60 and first is None:
    if tissue(grab()) - base > 0.0015: first = time.time() - start
    else: time.sleep(0.03)
print('process start to the first picture%20s %6.2f s' % ('', first or -1))
last, quiet = None, time.time()
while time.time() - quiet < 1.5 and time.time() - start < 60:
    now = hash(grab().tobytes())
    if now != last: last, quiet = now, time.time()
    time.sleep(0.05)
print('process start to a quiet screen (all 200)%13s %6.2f s' % ('', quiet - start))
os.killpg(p.pid, signal.SIGTERM)
P
    sleep 1
done
