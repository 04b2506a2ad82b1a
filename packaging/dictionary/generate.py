#!/usr/bin/env python3
"""Writes Tyde's data dictionary from the tables of the standard; see README.md beside this file."""
import csv, json, pathlib, re, sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
JAVA = ROOT / "src/main/java/org/tyde/dicom"
RESOURCES = ROOT / "resources/org/tyde/dicom"

# PS3.7 E.1 (then, after the bar, E.2: retired)
COMMAND = """
0000 CommandGroupLength UL|0002 AffectedSOPClassUID UI|0003 RequestedSOPClassUID UI|0100 CommandField US
0110 MessageID US|0120 MessageIDBeingRespondedTo US|0600 MoveDestination AE|0700 Priority US|0800 CommandDataSetType US
0900 Status US|0901 OffendingElement AT 1-n|0902 ErrorComment LO|0903 ErrorID US|1000 AffectedSOPInstanceUID UI
1001 RequestedSOPInstanceUID UI|1002 EventTypeID US|1005 AttributeIdentifierList AT 1-n|1008 ActionTypeID US
1020 NumberOfRemainingSuboperations US|1021 NumberOfCompletedSuboperations US|1022 NumberOfFailedSuboperations US
1023 NumberOfWarningSuboperations US|1030 MoveOriginatorApplicationEntityTitle AE|1031 MoveOriginatorMessageID US
"""
COMMAND_RETIRED = """
0001 CommandLengthToEnd UL|0010 CommandRecognitionCode SH|0200 Initiator AE|0300 Receiver AE|0400 FindLocation AE
0850 NumberOfMatches US|0860 ResponseSequenceNumber US|4000 DialogReceiver LT|4010 TerminalType LT|5010 MessageSetID SH
5020 EndMessageID SH|5110 DisplayFormat LT|5120 PagePositionID LT|5130 TextFormatID CS|5140 NormalReverse CS
5150 AddGrayScale CS|5160 Borders CS|5170 Copies IS|5180 CommandMagnificationType CS|5190 Erase CS|51A0 Print CS
51B0 Overlays US
"""
SERVICES = [
    ("1.2.840.10008.1.1", "Verification SOP Class"),
    ("1.2.840.10008.1.3.10", "Media Storage Directory Storage"),
    ("1.2.840.10008.1.20.1", "Storage Commitment Push Model SOP Class"),
    ("1.2.840.10008.3.1.2.3.3", "Modality Performed Procedure Step SOP Class"),
    ("1.2.840.10008.5.1.4.1.2.1.1", "Patient Root Query/Retrieve Information Model - FIND"),
    ("1.2.840.10008.5.1.4.1.2.1.2", "Patient Root Query/Retrieve Information Model - MOVE"),
    ("1.2.840.10008.5.1.4.1.2.1.3", "Patient Root Query/Retrieve Information Model - GET"),
    ("1.2.840.10008.5.1.4.1.2.2.1", "Study Root Query/Retrieve Information Model - FIND"),
    ("1.2.840.10008.5.1.4.1.2.2.2", "Study Root Query/Retrieve Information Model - MOVE"),
    ("1.2.840.10008.5.1.4.1.2.2.3", "Study Root Query/Retrieve Information Model - GET"),
    ("1.2.840.10008.5.1.4.31", "Modality Worklist Information Model - FIND"),
]
LONGEST = 370  # lines of constants in one file
# the groups whose attributes get a constant: what reading, reporting and quality work touch
GROUPS = {0x0000, 0x0002, 0x0004, 0x0008, 0x0010, 0x0012, 0x0018, 0x0020, 0x0028, 0x0032, 0x0038, 0x0040, 0x0042,
          0x0054, 0x0062, 0x0066, 0x0068, 0x006A, 0x0070, 0x0072, 0x0088, 0x0100, 0x0400, 0x2050, 0x3002, 0x3004,
          0x3006, 0x5200, 0x5400, 0x7FE0, 0xFFFA, 0xFFFC, 0xFFFE}
SPELLED = {"InmGy": "InMgy", "CTDIvol": "CtdiVol", "InmAs": "InMas", "InuAs": "InUas", "InmA": "InMa", "InuA": "InUa", "Inms": "InMs",
           "InuS": "InUs", "IODs": "Iods", "SOPs": "Sops", "UIDs": "Uids", "IDs": "Ids", "ROIs": "Rois", "IVUS": "Ivus"}


def spaced(keyword):
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", keyword)


def rows(path):
    found = []
    for line, retired in [(COMMAND, "N"), (COMMAND_RETIRED, "Y")]:
        for entry in re.split(r"[|\n]", line.strip()):
            element, keyword, vr, *vm = entry.split()
            found.append(("0000" + element, vr, vm[0] if vm else "1", retired, keyword, spaced(keyword)))
    for row in csv.DictReader(open(path, encoding="utf-8")):
        if not re.fullmatch(r"[0-9A-FX]{8}", row["tag"]):
            continue
        if not row["keyword"]:
            continue  # withdrawn without a name
        vr = row["vr"] if " " not in row["vr"] or " or " in row["vr"] else "-"
        found.append((row["tag"], vr.replace(" or ", "/") or "UN", row["vm"] or "1", row["retired"], row["keyword"], row["name"]))
    return sorted(found)


def upper_snake(keyword):
    for spelled, plain in SPELLED.items():
        keyword = keyword.replace(spelled, plain)
    keyword = re.sub(r"(?<=[a-z])(?=[A-Z0-9])|(?<=[0-9])(?=[A-Z][a-z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Z]{2})(?=[0-9])", "_", keyword)
    return keyword.upper()


def size(lines):
    return sum(1 + line.count("\n") for line in lines)


def write_tags(found):
    constants = []
    for tag, vr, vm, retired, keyword, name in found:
        group = tag[:4].replace("XX", "00")
        if "X" in tag and not re.fullmatch("60XX....", tag) or retired == "Y":
            continue
        if int(group, 16) not in GROUPS and not tag.startswith("60XX"):
            continue
        constants.append((upper_snake(keyword), int(tag.replace("X", "0"), 16)))
    constants.sort()
    by_letter = {}
    for constant, value in constants:
        line = "    Tag %s = Tag.of(0x%04X, 0x%04X);" % (constant, value >> 16, value & 0xFFFF)
        if len(line) > 100:
            line = line.replace(" = ", " =\n            ")
        by_letter.setdefault(constant[0], []).append(line)
    parts = []  # letters and lines, as many letters as fit
    for letter, lines in sorted(by_letter.items()):
        if parts and size(parts[-1][1]) + size(lines) <= LONGEST:
            parts[-1] = (parts[-1][0] + letter, parts[-1][1] + lines)
        else:
            parts.append((letter, lines))
    for old in JAVA.glob("Tags*.java"):
        old.unlink()
    names = []
    for letters, lines in parts:
        ends = letters[0] if len(letters) == 1 else letters[0] + letters[-1]
        names.append("Tags" + ends)
        head = ["package org.tyde.dicom;", "",
                "/// Tags of attributes whose keywords begin with %s (PS3.6). Read them as" % " to ".join(ends),
                "/// `Tag.KEYWORD`; written by packaging/dictionary/generate.py.",
                "sealed interface %s permits Tag {" % names[-1]]
        (JAVA / (names[-1] + ".java")).write_text("\n".join(head + lines + ["}", ""]), encoding="utf-8")
    print(len(constants), "constants in", ", ".join(names))


def write_dictionary(found):
    lines = ["\t".join([tag, vr, vm, "R" if retired == "Y" else "", keyword] + ([name] if name != spaced(keyword) else []))
             for tag, vr, vm, retired, keyword, name in found]
    (RESOURCES / "dictionary.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_sop_classes(path):
    found = [(row["id"], row["name"]) for row in json.load(open(path, encoding="utf-8"))] + SERVICES
    found = sorted(set(found), key=lambda row: [int(part) for part in row[0].split(".")])
    (RESOURCES / "sop-classes.tsv").write_text("".join("%s\t%s\n" % row for row in found), encoding="utf-8")
    lines = ["package org.tyde.dicom;", "",
             "/// UIDs of the SOP classes (PS3.4 B.5 and the services Tyde names). Read them as",
             "/// `SopClass.NAME`; written by packaging/dictionary/generate.py.",
             "sealed interface SopClasses permits SopClass {"]
    seen = set()
    constants = []
    for uid, name in found:
        constant = re.sub(r"[^A-Z0-9]+", "_", re.sub(r"\bSOP Class$", "", name).upper()).strip("_")
        constant = "TWELVE" + constant[2:] if constant.startswith("12") else constant
        if constant in seen:
            continue
        seen.add(constant)
        constants.append((constant, uid))
    for constant, uid in sorted(constants):
        line = "    String %s = \"%s\";" % (constant, uid)
        if len(line) > 100:
            line = line.replace(" = ", " =\n            ")
        lines.append(line)
    (JAVA / "SopClasses.java").write_text("\n".join(lines + ["}", ""]), encoding="utf-8")
    print(len(constants), "SOP classes")


if __name__ == "__main__":
    table = rows(sys.argv[1])
    write_dictionary(table)
    write_tags(table)
    write_sop_classes(sys.argv[2])
