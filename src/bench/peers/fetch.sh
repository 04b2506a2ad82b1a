#!/usr/bin/env bash
# A CT of 512 x 512 from Orthanc: Tyde into its cache, curl to a file, hashed and flushed, in the same minutes.
# usage: fetch.sh [SLICES]   (needs bin/tyde on the PATH or in TYDE, Orthanc with its DICOMweb plug-in, curl)
set -eu
slices=${1:-2000}
folder=$(mktemp -d)
plugin=/usr/share/orthanc/plugins/libOrthancDicomWeb.so
cat > "$folder/orthanc.json" <<J
{"StorageDirectory": "$folder/db", "IndexDirectory": "$folder/db", "Plugins": ["$plugin"],
 "HttpPort": 18742, "HttpBindAddresses": ["127.0.0.1"], "DicomServerEnabled": false,
 "RemoteAccessAllowed": false, "AuthenticationEnabled": false}
J
TCP_NODELAY=1 Orthanc "$folder/orthanc.json" > "$folder/log" 2>&1 &
orthanc=$!
trap 'kill $orthanc; wait $orthanc 2>/dev/null || true; rm -rf "$folder"' EXIT
base=http://127.0.0.1:18742
until curl -sf $base/system > /dev/null; do sleep 0.2; done
peer() {
    study=$(curl -s -H 'Accept: application/dicom+json' "$base/dicom-web/studies" | tr -d ' \t\n' | sed -n 's/.*"0020000D":{"Value":\["\([^"]*\)".*/\1/p')
    for _ in 1 2 3; do
        start=$(date +%s.%N)
        curl -s -H 'Accept: multipart/related; type="application/dicom"; transfer-syntax=*' "$base/dicom-web/studies/$study" | tee "$folder/study" | sha256sum > "$folder/sum"
        hashed=$(date +%s.%N)
        sync "$folder/study"
        end=$(date +%s.%N)
        awk -v s="$start" -v m="$hashed" -v e="$end" -v b="$(stat -c %s "$folder/study")" 'BEGIN { printf "curl | tee | sha256sum: %.0f ms, with sync %.0f ms, %.0f MB/s\n", (m - s) * 1e3, (e - s) * 1e3, b / (e - s) / 1e6 }'
        rm "$folder/study"
    done
}
echo "load $(cut -d' ' -f1-3 /proc/loadavg)"
"${TYDE:-tyde}" bench fetch --from $base/dicom-web --slices "$slices"
peer
echo "load $(cut -d' ' -f1-3 /proc/loadavg)"
