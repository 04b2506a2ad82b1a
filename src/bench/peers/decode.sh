#!/usr/bin/env bash
# Frames decoded a second: Tyde beside CharLS, OpenJPEG, OpenJPH, libjpeg-turbo and DCMTK over the same files.
# usage: decode.sh FOLDER   (made and filled where it is empty)
# needs: bin/tyde on the PATH or in TYDE; apt-get install g++ dcmtk libgdcm-tools libopenjp2-tools openjph-tools python3-pydicom
#        libdcmtk-dev libcharls-dev libopenjp2-7-dev libopenjph-dev libjpeg62-turbo-dev
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=$1
mkdir -p "$folder/images" "$folder/files"
tyde=${TYDE:-tyde}

if [ -z "$(ls "$folder/files")" ]; then
    "$tyde" bench decode --make "$folder/images"
    for image in ct cr mg rgb; do
        from=$folder/images/$image.dcm
        to=$folder/files/$image
        dcmcrle "$from" "$to-rle.dcm"
        dcmcjpeg +e1 "$from" "$to-lossless-sv1.dcm"
        dcmcjpeg +el +sv 4 "$from" "$to-lossless-sv4.dcm"
        if [ $image = rgb ]; then
            dcmcjpeg +eb +q 90 "$from" "$to-baseline.dcm"
        else
            dcmcjpeg +ee +q 90 "$from" "$to-extended12.dcm"
        fi
        dcmcjpls "$from" "$to-jpegls.dcm"
        dcmcjpls +en +md 2 "$from" "$to-jpegls-near.dcm"
        gdcmconv --j2k "$from" "$to-j2k.dcm" 2>/dev/null
        /usr/bin/python3 "$here/wrap-j2k.py" "$from" "$folder/files"
    done
fi
if [ ! -x "$folder/native-decode" ]; then
    g++ -O2 -w -o "$folder/native-decode" "$here/native-decode.cpp" $(pkg-config --cflags --libs libopenjp2) \
        -lcharls -lopenjph -ljpeg -ldcmjpeg -ldcmimgle -ldcmdata -loflog -lofstd
fi
uptime
"$folder/native-decode" "$folder"/files/*.dcm
"$tyde" bench decode "$folder/files" || true
uptime
