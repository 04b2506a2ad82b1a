#!/usr/bin/env bash
# Instances of one study by C-STORE and C-GET: DCMTK's pairs and Tyde (warm, one process), turn about. usage: dimse.sh FOLDER   (a folder of files of one study; needs tyde in TYDE or on the PATH, DCMTK)
# DCMTK runs with TCP_NODELAY=1: without it each instance waits for a delayed acknowledgement (44 ms).
set -eu
export TCP_NODELAY=1
in=$1 pdu=${PDU:-131072} rounds=${ROUNDS:-7} tyde=${TYDE:-tyde}
work=$(mktemp -d) && mkdir "$work/out" "$work/DCMTK"
n=$(find "$in" -type f | wc -l)
study=$(dcmdump +P StudyInstanceUID "$(find "$in" -type f | head -1)" | sed 's/.*\[\(.*\)\].*/\1/')
trap 'kill $(jobs -p) 2>/dev/null || true; wait; rm -rf "$work"' EXIT
cat > "$work/qr.cfg" <<C
NetworkTCPPort = 11412
MaxPDUSize = $pdu
MaxAssociations = 16
HostTable BEGIN
HostTable END
VendorTable BEGIN
VendorTable END
AETable BEGIN
DCMTK $work/DCMTK RW (1000, 100gb) ANY
AETable END
C
storescp -ll error -aet SCP -pdu "$pdu" -od "$work/out" +B 11411 &
dcmqrscp -ll error --config "$work/qr.cfg" &
for port in 11411 11412; do until (exec 3<>/dev/tcp/127.0.0.1/$port) 2>/dev/null; do sleep 0.1; done; done
timed() { # label flush command...
    local label=$1 flush=$2; shift 2
    find "$work/out" -type f -delete
    local start; start=$(date +%s.%N)
    local used; used=$( { /usr/bin/time -f '%U %S' "$@" > /dev/null; } 2>&1 | tail -1)
    if [ "$flush" = 1 ]; then find "$work/out" -type f -print0 | xargs -0 -n 50 sync; fi
    awk -v l="$label" -v s="$start" -v e="$(date +%s.%N)" -v n="$n" -v u="$used" -v g="$(find "$work/out" -type f | wc -l)" \
        'BEGIN { split(u, c, " "); printf "%-34s %5.2f s, %5.0f inst/s, client %.2f s of processor, %d files\n", l, e - s, n / (e - s), c[1] + c[2], g }'
}
echo "load $(cut -d' ' -f1-3 /proc/loadavg), PDU $pdu, $n instances"
storescu -ll error -aec DCMTK -pdu "$pdu" --max-send-pdu "$pdu" --scan-directories 127.0.0.1 11412 "$in"
peers() {
    for flush in 0 1; do
        timed "C-STORE, storescu to storescp $([ $flush = 1 ] && echo flushed)" $flush \
            storescu -ll error -aec SCP -pdu "$pdu" --max-send-pdu "$pdu" --scan-directories 127.0.0.1 11411 "$in"
    done
    for flush in 0 1; do
        timed "C-GET, getscu from dcmqrscp $([ $flush = 1 ] && echo flushed)" $flush \
            getscu -ll error -S -aec DCMTK -pdu "$pdu" +B -od "$work/out" \
            -k QueryRetrieveLevel=STUDY -k "StudyInstanceUID=$study" 127.0.0.1 11412
    done
}
coproc WARM { "$tyde" bench fetch --dimse --turns --store SCP@127.0.0.1:11411 --get DCMTK@127.0.0.1:11412 "$in"; }
for _ in $(seq "$rounds"); do
    sync # nobody shall wait for what the one before left to be written
    echo >&"${WARM[1]}" # the first line waits until Tyde is warm
    while read -r line <&"${WARM[0]}" && [ -n "$line" ]; do echo "$line"; done
    sync
    peers
    echo "load $(cut -d' ' -f1-3 /proc/loadavg)"
done
eval "exec ${WARM[1]}>&-"
