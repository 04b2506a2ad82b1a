#!/usr/bin/env bash
# Headers a second: Tyde beside DCMTK and pydicom over the same files in the same minute.
# usage: parse.sh FOLDER   (DICOM files; needs bin/tyde on the PATH or in TYDE, dcmdump, python3 with pydicom)
set -eu
folder=$1
mapfile -t files < <(find "$folder" -type f | sort)
many=()
while [ ${#many[@]} -lt 2000 ]; do many+=("${files[@]}"); done
echo "${#files[@]} files, ${#many[@]} readings for the others"
"${TYDE:-tyde}" bench parse "${files[@]}"
start=$(date +%s.%N)
dcmdump -q +P 0020,000d "${many[@]}" > /dev/null 2>&1 || true
end=$(date +%s.%N)
awk -v n=${#many[@]} -v s="$start" -v e="$end" 'BEGIN { printf "dcmdump, one tag     %9.0f a second (one process, whole files)\n", n / (e - s) }'
/usr/bin/python3 - "${many[@]}" <<'P'
import sys, time
try:
    import pydicom
except ImportError:
    sys.exit("pydicom: skipped, needs python3-pydicom")
cpu, start = time.process_time(), time.time()
for name in sys.argv[1:]:
    pydicom.dcmread(name, stop_before_pixels=True, force=True)
n = len(sys.argv) - 1
print("pydicom dcmread      %9.0f a second, %9.0f a second of processor time (before pixels)" % (n / (time.time() - start), n / (time.process_time() - cpu)))
P
