"""Runs Typst from its Python package. Usage: typst.py SOURCE.typ TARGET.pdf"""
import sys
sys.path = [p for p in sys.path if not p.endswith("pdf-matrix")]
import typst

typst.compile(sys.argv[1], output=sys.argv[2])
