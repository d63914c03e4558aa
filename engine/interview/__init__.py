"""The interview: which question comes next, what an answer means, and what it writes into the project file.

Pure but for the file itself; terminal and web are two faces of it.
"""
