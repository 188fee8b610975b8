"""Writes PDF files as many Python programs do: letters shaped and turned before drawing. Usage: reportlab.py SPECS.json FOLDER"""
import json, subprocess, sys
sys.path = [p for p in sys.path if not p.endswith("pdf-matrix")]
from arabic_reshaper import ArabicReshaper
from bidi.algorithm import get_display
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

reshaper = ArabicReshaper({"delete_harakat": False})

def wrap(text, font, size, width):
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and pdfmetrics.stringWidth(reshaper.reshape(longer), font, size) > width:
            yield line
            line = word
        else:
            line = longer
    yield line

for spec in json.load(open(sys.argv[1])):
    found = subprocess.run(["fc-match", "-f", "%{file}", spec["font"]], capture_output=True, text=True).stdout
    try:
        pdfmetrics.registerFont(TTFont(spec["font"], found))
    except Exception as reason:
        print(f"{spec['name']}: {reason}", file=sys.stderr)
        continue
    known = pdfmetrics.getFont(spec["font"]).face.charToGlyph
    missing = {c for text in spec["paragraphs"] for c in reshaper.reshape(text) if ord(c) not in known}
    if missing:
        print(f"{spec['name']}: {spec['font']} cannot draw {' '.join(map(ascii, sorted(missing)))}", file=sys.stderr)
        continue
    page = canvas.Canvas(f"{sys.argv[2]}/{spec['name']}.pdf", pagesize=A4)
    y, arabic = 780, spec["language"] == "ar"
    page.setFont(spec["font"], 13)
    for text in spec["paragraphs"]:
        for line in wrap(text, spec["font"], 13, 470):
            if y < 60:
                page.showPage()
                page.setFont(spec["font"], 13)
                y = 780
            if arabic:
                page.drawRightString(535, y, get_display(reshaper.reshape(line), base_dir="R"))
            else:
                page.drawString(60, y, line)
            y -= 22
        y -= 8
    page.save()
