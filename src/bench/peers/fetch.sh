#!/usr/bin/env bash
# A CT of 200 slices from Orthanc: Tyde into its cache, curl to a file, in the same minute.
# usage: fetch.sh   (needs bin/tyde on the PATH or in TYDE, Orthanc with its DICOMweb plug-in, curl)
set -eu
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
echo "load $(cut -d' ' -f1-3 /proc/loadavg)"
"${TYDE:-tyde}" bench fetch --from $base/dicom-web
study=$(curl -s -H 'Accept: application/dicom+json' "$base/dicom-web/studies" | tr -d ' \t\n' | sed -n 's/.*"0020000D":{"Value":\["\([^"]*\)".*/\1/p')
for _ in 1 2 3 4 5 6 7; do
    start=$(date +%s.%N)
    curl -s -H 'Accept: multipart/related; type="application/dicom"; transfer-syntax=*' "$base/dicom-web/studies/$study" -o "$folder/study"
    sent=$(date +%s.%N)
    sync "$folder/study"
    end=$(date +%s.%N)
    awk -v s="$start" -v m="$sent" -v e="$end" 'BEGIN { printf "curl, one file: %.0f ms, on disk after %.0f ms\n", (m - s) * 1e3, (e - s) * 1e3 }'
done
