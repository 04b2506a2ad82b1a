#!/usr/bin/env python3
"""Writes Tyde's context-adaptive VLC tables from those of ITU-T T.814; see README.md beside this file."""
import csv, pathlib, sys

OUT = pathlib.Path(__file__).resolve().parents[2] / "resources/org/tyde/codec/j2k/ht-vlc.txt"
lines = {}
for row in csv.DictReader(open(sys.argv[1])):
    words = lines.setdefault((row["row"], int(row["context"])), [])
    rho, u, e_k, e_1 = (int(row[k]) for k in ("significance", "u_offset", "e_k", "e_1"))
    code, length = int(row["codeword_hex"], 16), int(row["length"])
    words.append(f"{rho:x}{u:x}{e_k:x}{e_1:x}{code:02x}{length:x}")
with open(OUT, "w", newline="\n") as out:
    out.write("# ITU-T T.814 (06/2019) Annex C; made by packaging/ht-vlc/generate.py\n")
    for (row, context), words in lines.items():
        out.write(f"{row} {context} {' '.join(words)}\n")
