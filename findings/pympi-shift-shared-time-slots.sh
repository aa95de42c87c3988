#!/bin/sh
# pympi-ling 1.71: shift_annotations() of an ELAN file moves a time slot once for every annotation that uses it.
# Expected: all annotations move by the second asked for, 0.5-2 to 1.5-3 and 2-3 to 3-4.
# Seen: where two annotations share the slot between them (EAF refers to slots by name so that they can), that slot moves
# by two seconds: the first annotation is a second too long, and the second one has no length at all.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pympi-ling==1.71
cd "$folder"
cat > talk.eaf <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<ANNOTATION_DOCUMENT AUTHOR="" DATE="2026-01-01T00:00:00+00:00" FORMAT="3.0" VERSION="3.0"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xsi:noNamespaceSchemaLocation="http://www.mpi.nl/tools/elan/EAFv3.0.xsd">
<HEADER MEDIA_FILE="" TIME_UNITS="milliseconds"/>
<TIME_ORDER>
<TIME_SLOT TIME_SLOT_ID="ts1" TIME_VALUE="500"/>
<TIME_SLOT TIME_SLOT_ID="ts2" TIME_VALUE="2000"/>
<TIME_SLOT TIME_SLOT_ID="ts3" TIME_VALUE="3000"/>
</TIME_ORDER>
<TIER LINGUISTIC_TYPE_REF="talk" TIER_ID="Roe">
<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a1" TIME_SLOT_REF1="ts1" TIME_SLOT_REF2="ts2">
<ANNOTATION_VALUE>we waited</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a2" TIME_SLOT_REF1="ts2" TIME_SLOT_REF2="ts3">
<ANNOTATION_VALUE>for water</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
</TIER>
<LINGUISTIC_TYPE GRAPHIC_REFERENCES="false" LINGUISTIC_TYPE_ID="talk" TIME_ALIGNABLE="true"/>
</ANNOTATION_DOCUMENT>
XML
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import pympi

talk = pympi.Eaf("talk.eaf")
print("before:", talk.get_annotation_data_for_tier("Roe"))
print("squashed and removed:", talk.shift_annotations(1000))
after = talk.get_annotation_data_for_tier("Roe")
print("a second later:", after)
assert after == [(1500, 4000, "we waited"), (4000, 4000, "for water")], "the shared slot moved twice"
PYTHON
