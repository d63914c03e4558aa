"""The browser's side: the projects of a folder, read and answered in pages that a server on this computer sends."""
