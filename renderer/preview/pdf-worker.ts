// Importing it makes this thread answer the reader's requests.
import "pdfjs-dist/legacy/build/pdf.worker.mjs";
