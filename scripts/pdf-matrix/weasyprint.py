"""Runs WeasyPrint from its Python package. Usage: weasyprint.py SOURCE.html TARGET.pdf"""
import sys
sys.path = [p for p in sys.path if not p.endswith("pdf-matrix")]
from weasyprint import HTML

HTML(sys.argv[1]).write_pdf(sys.argv[2])
