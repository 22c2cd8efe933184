/** The folder of what the PDF reader asks for by name when a file needs it; the build and the tests each lay it in their own place. */
declare const __PDF_READER_FILES__: string;
