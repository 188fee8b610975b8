"""Writes PDF files with Qt. Usage: qt.py SPECS.json FOLDER"""
import json, sys
from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import QFont, QGuiApplication, QPageSize, QPdfWriter, QTextBlockFormat, QTextCursor, QTextDocument, QTextOption

app = QGuiApplication(["qt", "-platform", "offscreen"])
for spec in json.load(open(sys.argv[1])):
    writer = QPdfWriter(f"{sys.argv[2]}/{spec['name']}.pdf")
    writer.setPageSize(QPageSize(QPageSize.A4))
    document = QTextDocument()
    document.setDefaultFont(QFont(spec["font"], 13))
    option = QTextOption()
    option.setTextDirection(Qt.RightToLeft if spec["language"] == "ar" else Qt.LeftToRight)
    if spec["justify"]:
        option.setAlignment(Qt.AlignJustify)
    document.setDefaultTextOption(option)
    cursor = QTextCursor(document)
    for index, text in enumerate(spec["paragraphs"]):
        if index:
            cursor.insertBlock()
        cursor.insertText(text)
    document.print_(writer)
