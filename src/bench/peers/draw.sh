#!/usr/bin/env bash
# Pictures a second: Tyde beside ImageJ and cornerstone3D, on the same kind of noise, in the same minutes.
# usage: draw.sh [RUNS]   (2)
# needs: bin/tyde on the PATH or in TYDE; JAVA_HOME, a JDK 25; apt-get install imagej xvfb xauth chromium nodejs npm; npm's registry, once
set -eu
tyde=${TYDE:-tyde}
runs=${1:-2}
here=$(dirname "$(readlink -f "$0")")
work=${WORK:-${TMPDIR:-/tmp}/tyde-peer-draw}
mkdir -p "$work"
screen() { xvfb-run -a -s "-screen 0 2100x2100x24" "$@"; }
fast="-Djavafx.animation.fullspeed=true -Dprism.vsync=false"
nproc
uptime
for run in $(seq "$runs"); do
    echo "## Tyde, to the pixel buffer, run $run"
    "$tyde" bench render
    echo "## ImageJ, run $run"
    screen "$JAVA_HOME/bin/java" -Xmx2g -cp "${IJ:-/usr/share/java/ij.jar}" "$here/ImageJPaint.java"
    echo "## Tyde, on screen, software pipeline, run $run"
    JDK_JAVA_OPTIONS="$fast -Dprism.order=sw" screen "$tyde" bench render --screen
    echo "## Tyde, on screen, OpenGL pipeline on the processor, run $run"
    JDK_JAVA_OPTIONS="$fast -Dprism.order=es2 -Dprism.forceGPU=true" screen "$tyde" bench render --screen
done
cp "$here"/cornerstone/* "$work"
cd "$work"
[ -d node_modules/esbuild ] || npm install --no-audit --no-fund --silent
echo "## cornerstone3D"
node run.mjs "$runs"
uptime
